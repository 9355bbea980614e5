import { describe, expect, it } from "vitest";
import { type Chosen, monthBefore, monthName, monthOf, windowQuery } from "./window";

const chosen: Chosen = { kind: "day", day: "", month: "", since: "", until: "", by: "center" };

describe("the window of the figures", () => {
  it("is the day under way unless one is chosen", () => {
    expect(windowQuery(chosen)).toEqual({ by: "center" });
    expect(windowQuery({ ...chosen, day: "2026-11-25", by: "unit" })).toEqual({
      on: "2026-11-25",
      by: "unit",
    });
  });
  it("is the month under way unless one is chosen, and waits for a whole span", () => {
    expect(windowQuery({ ...chosen, kind: "month" })).toEqual({ month: "now", by: "center" });
    expect(windowQuery({ ...chosen, kind: "month", month: "2026-11" })).toEqual({
      month: "2026-11",
      by: "center",
    });
    const span: Chosen = { ...chosen, kind: "span", since: "2026-11-02T08:00", until: "2026-11-01T08:00" };
    expect(windowQuery(span)).toBeNull();
    expect(windowQuery({ ...span, until: "2026-11-03T08:00" })).toEqual({
      since: "2026-11-02T00:00:00.000Z",
      until: "2026-11-03T00:00:00.000Z",
      by: "center",
    });
  });
  it("names the month of a window by its end", () => {
    expect(monthOf("2026-12-18T04:00:00+00:00")).toBe("2026-12");
    expect(monthOf("2026-11-30T16:00:00+00:00")).toBe("2026-11");
  });
  it("knows the last month that is over, by the window under way", () => {
    expect(monthBefore("2026-12-18T04:00:00+00:00")).toBe("2026-11");
    expect(monthBefore("2026-01-18T04:00:00+00:00")).toBe("2025-12");
    expect(monthName("2026-01")).toBe("2026年1月");
  });
});
