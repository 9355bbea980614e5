import { expect, test } from "vitest";
import { worstPlaces } from "./figures";

const place = (name: string, overdue: number, open: number) => ({ name, overdue, open, soon: 0 });

test("places stand by what is overdue, then by what is open, the own one among them", () => {
  const places = [place("马头镇", 0, 9), place("渔沟镇", 1, 4), place("区中心", 3, 5), place("徐溜镇", 1, 6)];
  const { shown, rest } = worstPlaces(places, 16);
  expect(shown.map(({ name }) => name)).toEqual(["区中心", "徐溜镇", "渔沟镇", "马头镇"]);
  expect(rest).toBeNull();
});

test("places for which there is no room are counted", () => {
  const places = ["甲村", "乙村", "丙村", "丁村"].map((name, at) => place(name, 4 - at, 4));
  expect(worstPlaces(places, 4)).toMatchObject({ rest: null });
  const { shown, rest } = worstPlaces(places, 3);
  expect(shown.map(({ name }) => name)).toEqual(["甲村", "乙村"]);
  expect(rest).toEqual({ places: 2, open: 8, overdue: 3 });
});
