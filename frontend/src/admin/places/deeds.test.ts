import { expect, test } from "vitest";
import { changesOfPlace } from "./deeds";

test("an edit is told from what to what", () => {
  expect(changesOfPlace({ name: ["城北菜场", "城北农贸市场"], radius_m: [50, 80] })).toEqual([
    "名称：城北菜场 → 城北农贸市场",
    "误差半径：50 米 → 80 米",
  ]);
});

test("a point moves as a whole, and what it lies in is said to be another", () => {
  expect(changesOfPlace({ lon: [119.1, 119.15], town: ["320804001", "320804002"] })).toEqual([
    "坐标：119.100000, … → 119.150000, …",
    "所在有变",
  ]);
});

test("what is no edit tells nothing", () => {
  expect(changesOfPlace({ name: "城北菜场", ended: 2 })).toEqual([]);
});
