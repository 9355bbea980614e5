/** Outlines fit their box, north up; figures in words. */
import { expect, test } from "vitest";
import type { Ground, Outline } from "../wire/wall";
import { change, overdueSpan, worst } from "./figures";
import { draw } from "./outline";

function square(west: number, south: number, side: number): Outline {
  const [east, north] = [west + side, south + side];
  return [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ];
}

test("a district fits its box, and north is up", () => {
  const ground: Ground = {
    towns: [{ code: "t", name: "甲镇", label: [119.05, 33.55], shape: square(119, 33.5, 0.1) }],
    cells: [{ code: "c", label: [119.01, 33.59], shape: square(119, 33.58, 0.02) }],
  };
  const drawing = draw(ground);
  expect(drawing?.height).toBeCloseTo(1000);
  expect(drawing?.width).toBeLessThan(1000);
  const [town, cell] = [drawing?.towns[0], drawing?.cells[0]];
  expect(town?.name).toBe("甲镇");
  expect(cell && town && cell.y < town.y && cell.x < town.x).toBe(true);
  expect(cell?.path).toMatch(/^M[\d. L]+Z$/);
});

test("nothing is drawn of nothing", () => {
  expect(draw({ towns: [], cells: [] })).toBeNull();
});

test("spans are told in the largest unit they fill", () => {
  const now = Date.parse("2026-11-24T12:00:00Z");
  expect(overdueSpan("2026-11-24T11:48:00Z", now)).toBe("12 分");
  expect(overdueSpan("2026-11-24T09:59:00Z", now)).toBe("2 小时");
  expect(overdueSpan("2026-11-23T12:00:00Z", now)).toBe("1 天");
  expect(overdueSpan("2026-11-24T12:00:05Z", now)).toBe("0 分");
});

test("a change has its sign, and none where a period has no rate", () => {
  expect(change("98.20%", "97.80%")).toBe("+0.40");
  expect(change("96.10%", "96.30%")).toBe("−0.20");
  expect(change("96.10%", "96.10%")).toBe("±0");
  expect(change("96.10%", null)).toBeNull();
});

test("a cell is as bad as the worst of its clocks", () => {
  expect([worst([3, 1, 1]), worst([3, 1, 0]), worst([3, 0, 0]), worst([])]).toEqual([
    "overdue",
    "soon",
    "on_time",
    null,
  ]);
});
