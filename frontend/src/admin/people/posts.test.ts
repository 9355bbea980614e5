/** A role is offered for the units it belongs to, and no other. */
import { expect, test } from "vitest";
import type { PersonEntry, Posts } from "../../wire/telling";
import { fitting, isMisplaced } from "./posts";

const CHOICES: Posts = {
  roles: [
    { role: "supervisor", name: "督查员", kinds: ["district_center"] },
    { role: "police_officer", name: "社区民警", kinds: ["police_station", "outpost"] },
  ],
  units: [
    { id: 1, name: "区中心", kind: "district_center" },
    { id: 2, name: "甲镇中心", kind: "town_center" },
    { id: 7, name: "甲派出所", kind: "police_station" },
    { id: 8, name: "甲前哨", kind: "outpost" },
  ],
};

test("units of the kinds a role is for", () => {
  expect(fitting(CHOICES, "supervisor").map(({ id }) => id)).toEqual([1]);
  expect(fitting(CHOICES, "police_officer").map(({ id }) => id)).toEqual([7, 8]);
  expect(fitting(CHOICES, "window_clerk")).toEqual([]);
});

test("a post of former days where its role does not belong is told of", () => {
  const held = (role: string, unit: number) => ({ role, unit }) as PersonEntry["posts"][number];
  expect(isMisplaced(CHOICES, held("supervisor", 2))).toBe(true);
  expect(isMisplaced(CHOICES, held("supervisor", 1))).toBe(false);
  expect(isMisplaced(CHOICES, held("supervisor", 99))).toBe(false);
});
