import { describe, expect, it } from "vitest";
import { forInput, fromInput, moment, sinceWhen } from "./moments";

describe("moments", () => {
  it("are Shanghai's, to the minute", () => {
    expect(moment("2026-11-25T16:05:00Z")).toBe("2026-11-26 00:05");
  });

  it("come back from an input as they went in", () => {
    expect(forInput(Date.parse("2026-11-25T16:05:00Z"))).toBe("2026-11-26T00:05");
    expect(fromInput("2026-11-26T00:05")).toBe("2026-11-25T16:05:00.000Z");
    expect(fromInput("")).toBeNull();
  });

  it("of a few hours ago are said as a span", () => {
    const now = Date.parse("2026-11-25T16:05:00Z");
    expect(sinceWhen("2026-11-25T16:02:00Z", now)).toBe("3 分前");
    expect(sinceWhen("2026-11-24T08:00:00Z", now)).toBe("11-24 16:00");
  });
});
