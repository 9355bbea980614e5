import { expect, test } from "vitest";
import { apart, beside } from "./labels";

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

test("a name stands beside the marks under it, the shortest way", () => {
  const points = [-30, -10, 10, 30].map((east) => ({ x: 500 + east, y: 500 }));
  const [name] = beside([{ name: "马头镇", x: 500, y: 500 }], points);
  const covered = points.filter(
    ({ x, y }) => Math.abs(x - (name?.x ?? 0)) < 22 && Math.abs(y - (name?.y ?? 0) + 5) < 9,
  );
  expect(covered).toEqual([]);
  expect(name?.x).toBe(500);
  expect(Math.abs((name?.y ?? 0) - 500)).toBeLessThan(30);
});

test("a name that covers nothing stays where it is", () => {
  const labels = [{ name: "马头镇", x: 500, y: 500 }];
  expect(beside(labels, [{ x: 560, y: 540 }])).toEqual(labels);
});

test("names beside marks do not lie on one another", () => {
  const at = { x: 500, y: 500 };
  const [one, other] = beside(
    ["王家营街道", "长江路街道"].map((name) => ({ name, ...at })),
    [at],
  );
  expect(Math.abs((one?.y ?? 0) - (other?.y ?? 0))).toBeGreaterThan(17);
});
