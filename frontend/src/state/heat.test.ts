/** Steps in words a person would use, and the way through them. */
import { expect, test } from "vitest";
import { played, spanOf, stepBy, stepName, stepNamed, stepWords, tickWords } from "./heat";

const NOW = Date.parse("2026-11-26T14:20:00+08:00");
const steps = (count: number) => Array.from({ length: count }, () => 0);
const DAY = {
  since: "2026-11-25T15:00:00+08:00",
  until: "2026-11-26T15:00:00+08:00",
  seconds: 3600,
  steps: steps(24),
};
const WEEK = {
  since: "2026-11-20T00:00:00+08:00",
  until: "2026-11-27T00:00:00+08:00",
  seconds: 86_400,
  steps: steps(7),
};
const MONTH = { ...WEEK, since: "2026-10-28T00:00:00+08:00", steps: steps(30) };
const CLOCK = { ...MONTH, seconds: 3600, steps: steps(24) };

test("a picture says of which while it is", () => {
  expect([DAY, WEEK, MONTH, CLOCK].map(spanOf)).toEqual(["day", "week", "month", "clock"]);
});

test("the step under the handle is told in words", () => {
  expect(stepWords(DAY, 0, NOW)).toBe("昨天 15:00–16:00");
  expect(stepWords(DAY, 8, NOW)).toBe("昨天 23:00–24:00");
  expect(stepWords(DAY, 22, NOW)).toBe("今天 13:00–14:00");
  expect(stepWords(DAY, 23, NOW)).toBe("今天 14:00 到现在");
  expect(stepWords(WEEK, 0, NOW)).toBe("11月20日 周五");
  expect(stepWords(WEEK, 6, NOW)).toBe("11月26日 周四 到现在");
  expect(stepWords(CLOCK, 23, NOW)).toBe("每天 23:00–24:00");
  expect(stepWords(MONTH, null, NOW)).toBe("30 天合计");
});

test("few words stand under the bars", () => {
  expect([0, 1, 2, 3].map((step) => tickWords(DAY, step))).toEqual(["15 时", "", "", "18 时"]);
  expect([0, 1].map((step) => tickWords(WEEK, step))).toEqual(["11/20", "11/21"]);
  expect([0, 1, 5].map((step) => tickWords(MONTH, step))).toEqual(["10/28", "", "11/2"]);
});

test("the last bar has its word, and no other is written into it", () => {
  expect([21, 22, 23].map((step) => tickWords(DAY, step))).toEqual(["12 时", "", "14 时"]);
  const at13 = { ...DAY, since: "2026-11-25T14:00:00+08:00" };
  expect([22, 23].map((step) => tickWords(at13, step))).toEqual(["", "13 时"]);
  expect([5, 6].map((step) => tickWords(WEEK, step))).toEqual(["11/25", "11/26"]);
  expect([25, 28, 29].map((step) => tickWords(MONTH, step))).toEqual(["11/22", "", "11/26"]);
});

test("a step keeps its name while hours pass, and is the whole while once it has gone", () => {
  expect([stepName(DAY, 22), stepName(WEEK, 6), stepName(CLOCK, 7)]).toEqual([
    "2026-11-26T13",
    "2026-11-26",
    "07",
  ]);
  const later = { ...DAY, since: "2026-11-25T16:00:00+08:00", until: "2026-11-26T16:00:00+08:00" };
  expect(stepNamed(later, stepName(DAY, 22))).toBe(21);
  expect(stepNamed(later, stepName(DAY, 0))).toBeNull();
  expect(stepNamed(CLOCK, "07")).toBe(7);
});

test("steps go to the ends and no farther; playing ends with the whole", () => {
  expect([stepBy(null, 1, 7), stepBy(null, -1, 7), stepBy(0, -1, 7), stepBy(6, 1, 7)]).toEqual([0, 6, 0, 6]);
  expect([played(null, 7), played(5, 7), played(6, 7)]).toEqual([0, 6, null]);
});
