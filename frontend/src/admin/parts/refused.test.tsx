// @vitest-environment happy-dom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, it } from "vitest";
import { Problem } from "../../wire/problem";
import { Refusal } from "./Asked";
import { TextLine } from "./Fields";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
const host = document.createElement("div");
document.body.append(host);
let root = createRoot(host);
afterEach(() => {
  act(() => root.unmount());
  root = createRoot(host);
});

function show(error: Error | null) {
  act(() =>
    root.render(
      <form>
        <TextLine name="code" label="Code" value="x" onChange={() => {}} />
        <TextLine name="name" label="Name" value="" onChange={() => {}} />
        <Refusal error={error} />
      </form>,
    ),
  );
}
const input = (name: string) => host.querySelector<HTMLInputElement>(`input[name=${name}]`);

it("marks the refused field, says why beside it and goes there", () => {
  show(new Problem(422, { detail: "Missing.", field: "fields.name" }));
  const refused = input("name");
  expect(refused?.getAttribute("aria-invalid")).toBe("true");
  const said = document.getElementById(refused?.getAttribute("aria-describedby") ?? "");
  expect(said?.textContent).toBe("Missing.");
  expect(document.activeElement).toBe(refused);
  expect(input("code")?.hasAttribute("aria-invalid")).toBe(false);
});

it("marks every field of a list, the first has the focus", () => {
  const errors = [
    { field: "code", detail: "Taken." },
    { field: "name", detail: "Missing." },
  ];
  show(new Problem(422, { detail: "Two faults.", errors }));
  expect(host.querySelectorAll("[aria-invalid=true]").length).toBe(2);
  expect(document.activeElement).toBe(input("code"));
});

it("takes the marks away with the refusal", () => {
  show(new Problem(422, { detail: "Missing.", field: "name" }));
  show(null);
  expect(input("name")?.hasAttribute("aria-invalid")).toBe(false);
  expect(host.querySelector(".problem")).toBeNull();
});
