/** The wall's turns: one map, the other, or both, each as long as it takes to read. */
import { expect, test } from "vitest";
import { daysShown, FIRST, following, lasting, type Turn } from "./turns";

function round(
  shows: "now" | "heat" | "both",
  turns: number,
  days: readonly number[] | null = [0, 1, 2],
): string[] {
  const said: string[] = [];
  let turn: Turn = FIRST;
  for (let at = 0; at < turns; at += 1) {
    turn = following(turn, shows, days);
    said.push(`${turn.view} ${turn.step ?? "whole"}`);
  }
  return said;
}

test("both: the whole week, its days, then how tickets stand", () => {
  expect(round("both", 6)).toEqual(["heat whole", "heat 0", "heat 1", "heat 2", "now whole", "heat whole"]);
});

test("the heat map alone goes round in its days", () => {
  expect(round("heat", 5)).toEqual(["heat whole", "heat 0", "heat 1", "heat 2", "heat whole"]);
});

test("without counts, or where nobody wants them, it stays with now", () => {
  expect(round("now", 2)).toEqual(["now whole", "now whole"]);
  expect(round("both", 2, null)).toEqual(["now whole", "now whole"]);
});

test("a day that would show an empty map has no turn", () => {
  const hexagon = { east: 0, north: 0, whole: 9, at: [1, 5], tickets: [4, 5] };
  const days = daysShown({ steps: [0, 4, 2, 0, 0, 5, 0], hexagons: [hexagon] });
  expect(days).toEqual([1, 5]);
  expect(round("both", 4, days)).toEqual(["heat whole", "heat 1", "heat 5", "now whole"]);
  expect(round("heat", 3, days)).toEqual(["heat whole", "heat 1", "heat 5"]);
  expect(round("heat", 2, [])).toEqual(["heat whole", "heat whole"]);
});

test("what has more to read stands longer", () => {
  const [now, whole, day] = [FIRST, { view: "heat", step: null }, { view: "heat", step: 2 }] as Turn[];
  expect(lasting(now as Turn)).toBeGreaterThan(lasting(whole as Turn));
  expect(lasting(whole as Turn)).toBeGreaterThan(lasting(day as Turn));
});
