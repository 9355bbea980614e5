// @vitest-environment happy-dom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, it } from "vitest";
import { Problem } from "../../wire/problem";
import { PlanProvider, usePlan } from "../parts/plan";
import { PlaceForm } from "./PlaceForm";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
const host = document.createElement("div");
document.body.append(host);
let root = createRoot(host);
afterEach(() => {
  act(() => root.unmount());
  root = createRoot(host);
});

const DRAFT = { name: "东方华庭", lon: "119.02", lat: "33.63", radius_m: "50" };

function Laid() {
  return <output>{usePlan().overlays.get("picked")?.data.features.length}</output>;
}

function show(error: Error | null): void {
  const given = { title: "", confirm: "", isSending: false, onChange() {}, onSend() {}, onCancel() {} };
  act(() =>
    root.render(
      <PlanProvider>
        <PlaceForm {...given} draft={DRAFT} error={error} />
        <Laid />
      </PlanProvider>,
    ),
  );
}

it("lays the point of a whole form over the map, once", () => {
  show(null);
  expect(host.querySelector("output")?.textContent).toBe("1");
});

it("marks the radius that the service refused", () => {
  show(new Problem(422, { detail: "误差半径要在 1 到 5000 米之间。", field: "radius_m" }));
  const radius = host.querySelector("[name=radius_m]");
  expect(radius?.getAttribute("aria-invalid")).toBe("true");
  expect(radius?.nextElementSibling?.textContent).toBe("误差半径要在 1 到 5000 米之间。");
  expect(document.activeElement).toBe(radius);
});
