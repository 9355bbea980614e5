import { expect, test } from "vitest";
import type { UnitFigures } from "../../wire/scores";
import { boards } from "./boards";

const unit = (id: number, composite: string | null): UnitFigures => ({
  unit: id,
  name: String(id),
  rates: [],
  composite,
});
const ids = (units: readonly UnitFigures[]) => units.map((each) => each.unit);

test("the best are praised, the last are blamed, the others are on no board", () => {
  const found = boards([unit(1, "90.00"), unit(2, "100.00"), unit(3, "80.50"), unit(4, "95.00")], 1);
  expect(ids(found.red)).toEqual([2]);
  expect(ids(found.black)).toEqual([3]);
});

test("the same score is the same place, and nobody is on both", () => {
  const found = boards([unit(1, "90.00"), unit(2, "90.00"), unit(3, "9.00")], 1);
  expect(ids(found.red)).toEqual([1, 2]);
  expect(ids(found.black)).toEqual([3]);
  expect(ids(boards([unit(1, "90.00"), unit(2, "90.00")], 3).black)).toEqual([]);
});

test("without a call-back there is no score and no board", () => {
  expect(boards([unit(1, null)], 3)).toEqual({ red: [], black: [] });
});
