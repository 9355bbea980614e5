import { expect, test } from "vitest";
import { apart, beside, type Town } from "./labels";
import type { Point } from "./outline";

test("names that lie on one another stand apart, the upper one above", () => {
  const [lower, upper] = apart([
    { name: "王家营街道", x: 500, y: 504 },
    { name: "长江路街道", x: 520, y: 500 },
  ]);
  expect([lower?.x, upper?.x]).toEqual([500, 520]);
  expect((lower?.y ?? 0) - (upper?.y ?? 0)).toBeCloseTo(18, 0);
  expect((lower?.y ?? 0) + (upper?.y ?? 0)).toBeCloseTo(1004);
});

test("names that do not touch stay where they are", () => {
  const labels = [
    { name: "马头镇", x: 100, y: 500 },
    { name: "渔沟镇", x: 146, y: 500 },
    { name: "徐溜镇", x: 100, y: 519 },
  ];
  expect(apart(labels)).toEqual(labels);
});

test("three in one place become three lines", () => {
  const ys = apart(["甲镇", "乙镇", "丙镇"].map((name) => ({ name, x: 10, y: 10 }))).map(({ y }) => y);
  const [first, second, third] = ys.sort((a, b) => a - b) as [number, number, number];
  expect(Math.min(second - first, third - second)).toBeGreaterThan(17);
});

/** A town as a square about its name's place. */
function town(name: string, x: number, y: number, half = 200): Town {
  const sides = [-half, half];
  const corners = sides.flatMap((south) =>
    (south < 0 ? sides : [...sides].reverse()).map((east) => [east, south]),
  );
  return { name, x, y, rings: [corners.map(([east = 0, south = 0]) => ({ x: x + east, y: y + south }))] };
}

function sheet(...towns: Town[]) {
  return { width: 1000, height: 1000, towns };
}

test("a name stands beside the marks under it, the shortest way", () => {
  const points = [-30, -10, 10, 30].map((east) => ({ x: 500 + east, y: 500 }));
  const [name] = beside(sheet(town("马头镇", 500, 500)), points);
  const covered = points.filter(
    ({ x, y }) => Math.abs(x - (name?.x ?? 0)) < 22 && Math.abs(y - (name?.y ?? 0) + 5) < 9,
  );
  expect(covered).toEqual([]);
  expect(name?.x).toBe(500);
  expect(Math.abs((name?.y ?? 0) - 500)).toBeLessThan(30);
  expect(name?.lead).toBeNull();
});

test("a name that covers nothing stays where it is", () => {
  const [name] = beside(sheet(town("马头镇", 500, 500)), [{ x: 570, y: 540 }]);
  expect([name?.x, name?.y, name?.lead]).toEqual([500, 500, null]);
});

test("names beside marks do not lie on one another", () => {
  const towns = ["王家营街道", "长江路街道"].map((name) => town(name, 500, 500));
  const [one, other] = beside(sheet(...towns), [{ x: 500, y: 500 }]);
  expect(Math.abs((one?.y ?? 0) - (other?.y ?? 0))).toBeGreaterThan(17);
});

/** A mark at every 9 of a square of 80. */
function crowd(x: number, y: number): Point[] {
  const steps = Array.from({ length: 9 }, (_, at) => 9 * at - 36);
  return steps.flatMap((east) => steps.map((south) => ({ x: x + east, y: y + south })));
}

test("the name of a town full of marks stands outside, in no other town, and a line leads to it", () => {
  const [dense, neighbour] = [town("王家营街道", 500, 500, 40), town("徐溜镇", 500, 300, 160)];
  const points = crowd(500, 500);
  const [name] = beside(sheet(dense, neighbour), points);
  const covered = points.filter(
    ({ x, y }) => Math.abs(x - (name?.x ?? 0)) < 37 + 10 && Math.abs(y - (name?.y ?? 0) + 5) < 9 + 10,
  );
  expect(covered).toEqual([]);
  expect(name?.y ?? 0).toBeGreaterThan(460);
  const [, to] = name?.lead ?? [];
  expect(Math.max(Math.abs((to?.x ?? 0) - 500), Math.abs((to?.y ?? 0) - 500))).toBeLessThan(40);
});

test("a name stays on the sheet", () => {
  const points = crowd(960, 500);
  const [name] = beside(sheet(town("王家营街道", 960, 500, 40)), points);
  expect((name?.x ?? 0) + 37.5).toBeLessThanOrEqual(1000);
});
