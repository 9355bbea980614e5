// @vitest-environment happy-dom
/** What a page's watermark says, and what it does to what is copied from the page. */
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { signed, Watermark } from "./Watermark";

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.useFakeTimers({ now: Date.parse("2026-11-26T08:20:30Z") });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("says who, where and when, and when a minute has passed", () => {
  const root = createRoot(document.createElement("div"));
  act(() => root.render(<Watermark name="何春梅" unit="王家营街道中心" />));
  const said = () => document.querySelector("[data-watermark]")?.getAttribute("data-watermark");
  expect(said()).toBe("何春梅 王家营街道中心 2026-11-26 16:20");
  expect(document.querySelector("[data-watermark]")?.getAttribute("aria-hidden")).toBe("true");
  act(() => void vi.advanceTimersByTime(30_100));
  expect(said()).toBe("何春梅 王家营街道中心 2026-11-26 16:21");
  act(() => root.unmount());
  expect(document.querySelector("[data-watermark]")).toBeNull();
});

it("masks and signs what is copied, but for a ticket's bare number", () => {
  expect(signed("王建国 13812345678", "何春梅 16:20")).toMatch(/^王建国 138\*\*\*\*5678\n.*何春梅 16:20$/);
  expect(signed("261126-000011", "何春梅 16:20")).toBe("261126-000011");
});
