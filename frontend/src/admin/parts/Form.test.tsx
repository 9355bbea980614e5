// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, describe, expect, it, vi } from "vitest";
import { words } from "../../text/admin";
import { Problem } from "../../wire/problem";
import type { DutyWeek } from "../../wire/telling";
import { LayShifts } from "../duty/LayShifts";
import { MakeKey } from "../keys/MakeKey";
import { Refusal } from "./Asked";
import { Check, Group, TextLine } from "./Fields";
import { Form, isOf, RefusablePart } from "./Form";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
const host = document.createElement("div");
document.body.append(host);
let root = createRoot(host);
afterEach(() => {
  act(() => root.unmount());
  root = createRoot(host);
  vi.unstubAllGlobals();
});

const invalid = () => [...host.querySelectorAll("[aria-invalid=true]")];
const notice = () => host.querySelector("[data-refusal]")?.textContent;
const named = (name: string) => host.querySelector<HTMLElement>(`[name=${name}]`);
const saidOf = (control: Element | null) =>
  document.getElementById(control?.getAttribute("aria-describedby") ?? "")?.textContent;

/** Answers what is sent as the service does that refuses it. */
function refusing(body: object): void {
  const headers = { "content-type": "application/problem+json" };
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify(body), { status: 422, headers }));
}

function show(form: ReactNode): void {
  const client = new QueryClient({ defaultOptions: { mutations: { retry: false } } });
  act(() => root.render(<QueryClientProvider client={client}>{form}</QueryClientProvider>));
}

function type(input: HTMLInputElement, value: string): void {
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, value);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

async function send(): Promise<void> {
  await act(async () => {
    host.querySelector<HTMLElement>("[data-confirm]")?.click();
    await new Promise((done) => setTimeout(done, 20));
  });
}

const line = (name: string) => <TextLine name={name} label={name} value="" onChange={() => {}} />;

function showRefused(error: Error | null): void {
  show(
    <Form refused={error}>
      {line("code")}
      {line("name")}
      <Group name="persons" label="Persons">
        <button type="button">One</button>
      </Group>
      <RefusablePart of="2">{line("reason")}</RefusablePart>
      <Refusal />
    </Form>,
  );
}

describe("a form", () => {
  it("marks the field that the service named, says why beside it and goes there", () => {
    showRefused(new Problem(422, { detail: "Missing.", field: "fields.name" }));
    expect(invalid()).toEqual([named("name")]);
    expect(saidOf(named("name"))).toBe("Missing.");
    expect(document.activeElement).toBe(named("name"));
  });

  it("marks each of several and goes to the first as they stand, whatever the service said first", () => {
    const errors = [
      { field: "name", detail: "Missing." },
      { field: "code", detail: "Taken." },
    ];
    showRefused(new Problem(422, { detail: "Two faults.", errors }));
    expect(invalid().map(saidOf)).toEqual(["Taken.", "Missing."]);
    expect(document.activeElement).toBe(named("code"));
  });

  it("takes the marks away with the refusal, and leaves the focus where it is when it is only drawn again", () => {
    const refused = new Problem(422, { detail: "Missing.", field: "name" });
    showRefused(refused);
    act(() => named("code")?.focus());
    showRefused(refused);
    expect(document.activeElement).toBe(named("code"));
    showRefused(null);
    expect(invalid()).toEqual([]);
    expect(host.querySelector(".problem, [data-refusal]")).toBeNull();
  });

  it("goes to the first control of a field of several", () => {
    showRefused(new Problem(422, { detail: "Nobody.", field: "persons.0" }));
    expect(invalid()[0]?.tagName).toBe("FIELDSET");
    expect(document.activeElement?.textContent).toBe("One");
  });

  it("marks in a row what is refused of that row only", () => {
    showRefused(new Problem(422, { detail: "x", errors: [{ field: "1.reason", detail: "Missing." }] }));
    expect(invalid()).toEqual([]);
    showRefused(new Problem(422, { detail: "x", errors: [{ field: "2.reason", detail: "Missing." }] }));
    expect(invalid()).toEqual([named("reason")]);
  });
});

describe("the notice of a form", () => {
  it("says nothing twice: how many are marked, and the way to the first", () => {
    showRefused(new Problem(422, { detail: "Missing.", field: "fields.name" }));
    expect(host.textContent?.match(/Missing\./g)).toHaveLength(1);
    expect(notice()).toContain(words.toChange(1));
    act(() => named("code")?.focus());
    act(() => host.querySelector<HTMLElement>("[data-go-refused]")?.click());
    expect(document.activeElement).toBe(named("name"));
  });

  it("says whole what is refused of a field that is not here, and counts the others", () => {
    const errors = [
      { field: "name", detail: "Missing." },
      { field: "elsewhere", detail: "Too long." },
    ];
    showRefused(new Problem(422, { detail: "Missing.", errors }));
    expect(notice()).toContain("Too long.");
    expect(notice()).not.toContain("Missing.");
    expect(notice()).toContain(words.toChange(1));
    showRefused(new Problem(422, { detail: "Too long.", field: "elsewhere" }));
    expect(notice()).toBe("Too long.");
  });

  it("marks a box to tick, and goes to the chosen one of several", () => {
    const refused = (field: string) => new Problem(422, { detail: "Not so.", field });
    const choices = (field: string) =>
      show(
        <Form refused={refused(field)}>
          <Check name="whole">Whole</Check>
          <Group name="mode" label="Mode">
            <input type="radio" name="mode" value="a" readOnly />
            <input type="radio" name="mode" value="b" checked readOnly />
          </Group>
        </Form>,
      );
    choices("whole");
    expect(invalid()).toEqual([named("whole")]);
    expect(saidOf(named("whole"))).toBe("Not so.");
    choices("options.mode");
    expect(invalid().map(({ tagName }) => tagName)).toEqual(["FIELDSET"]);
    expect((document.activeElement as HTMLInputElement).value).toBe("b");
  });
});

it.each([
  ["name", "name", true],
  ["fields.name", "name", true],
  ["danger_words.3", "danger_words", true],
  ["seasons.0.name", "name", false],
  ["surname", "name", false],
])("takes %s for %s: %s", (field, name, is) => expect(isOf(field, name)).toBe(is));

const REFUSED = { type: "urn:dispatch:problem:bad-input", title: "内容不符合要求", status: 422 };

describe("making a key", () => {
  it("shows the name that was refused", async () => {
    const detail = "太长了，最多 80 个字，请缩短。";
    refusing({ ...REFUSED, detail, field: "name", errors: [{ field: "name", detail }] });
    show(<MakeKey units={[]} onMade={() => {}} onClose={() => {}} />);
    const name = named("name") as HTMLInputElement;
    type(name, "区自然资源局 QGIS");
    await send();
    expect(invalid()).toEqual([name]);
    expect(saidOf(name)).toBe(detail);
    expect(document.activeElement).toBe(name);
  });
});

describe("laying shifts", () => {
  const people = [{ id: 7, name: "王建国", post: "值班员", own: true }];
  const week: DutyWeek = { unit: 1, unit_name: "区中心", shifts: [], people };

  async function refuse(body: object): Promise<void> {
    refusing({ ...REFUSED, ...body });
    show(<LayShifts week={week} first="2026-11-30" onClose={() => {}} />);
    act(() => host.querySelector<HTMLElement>("[data-person]")?.click());
    await send();
  }

  it("shows both times that were refused, each with its words", async () => {
    const detail = "应是时刻，例如 08:30。";
    await refuse({ detail, field: "begins", errors: ["begins", "ends"].map((field) => ({ field, detail })) });
    expect(invalid()).toEqual([named("begins"), named("ends")]);
    expect(invalid().map(saidOf)).toEqual([detail, detail]);
    expect(document.activeElement).toBe(named("begins"));
    expect(notice()).toContain(words.toChange(2));
  });

  it("goes to the people where one of them was refused", async () => {
    await refuse({ detail: "有人不在本单位或本中心任职，请重新选择。", field: "persons" });
    expect(invalid().map(({ tagName }) => tagName)).toEqual(["FIELDSET"]);
    expect(document.activeElement).toBe(host.querySelector("[data-person]"));
  });
});
