import { describe, expect, it } from "vitest";
import type { NamedDay } from "../../wire/timetable";
import { isWorked, weeksOf } from "./month";

const named = (day: string, kind: NamedDay["kind"]): [string, NamedDay] => [
  day,
  { day, kind, name: "国庆节", source: "通知", changed_at: "2025-11-04T00:00:00Z" },
];
const KNOWN = new Map([
  named("2026-10-01", "off"),
  named("2026-10-10", "work"),
  named("2026-10-12", "usual"),
]);

describe("a month of the working calendar", () => {
  const weeks = weeksOf(2026, 10, KNOWN);
  const day = (number: number) => weeks.flat().find((each) => each?.number === number);

  it("begins its weeks on Monday and holds every day once", () => {
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeks[0]?.slice(0, 3)).toEqual([null, null, null]);
    expect(weeks[0]?.[3]?.day).toBe("2026-10-01");
    expect(weeks.flat().filter(Boolean)).toHaveLength(31);
  });

  it("tells worked days from days off, a notice before the weekday", () => {
    const worked = (number: number) => {
      const found = day(number);
      return found ? isWorked(found) : null;
    };
    expect([1, 2, 10, 11, 12].map(worked)).toEqual([false, true, true, false, true]);
    expect(day(12)?.named).toBeNull();
  });

  it("knows the length of February", () => {
    expect(weeksOf(2024, 2, KNOWN).flat().filter(Boolean)).toHaveLength(29);
    expect(weeksOf(2026, 2, KNOWN).flat().filter(Boolean)).toHaveLength(28);
  });
});
