import { describe, expect, it } from "vitest";
import { beginningOn, weekOf } from "./week";

describe("weekOf", () => {
  it("goes from Monday to Sunday in Shanghai, also at the edges of a day", () => {
    const days = weekOf(Date.parse("2026-11-29T15:59:59Z")); // Sunday, a second before midnight
    expect(days[0]?.date).toBe("2026-11-23");
    expect(days[6]?.date).toBe("2026-11-29");
    expect(weekOf(Date.parse("2026-11-29T16:00:00Z"))[0]?.date).toBe("2026-11-30");
  });
});

describe("beginningOn", () => {
  it("puts a night shift on the day it begins", () => {
    const days = weekOf(Date.parse("2026-11-25T00:00:00Z"));
    const night = { starts_at: "2026-11-24T12:00:00Z" };
    expect(days.map((day) => beginningOn([night], day).length)).toEqual([0, 1, 0, 0, 0, 0, 0]);
  });
});
