import { expect, it } from "vitest";
import { withBase } from "./base";
import { mapStyle, shownAtFirst } from "./style";

const style = mapStyle({
  theme: "light",
  maps: { boundaries: 1, names: 1 },
  shown: shownAtFirst,
  isWhole: true,
  origin: "http://desk.test",
});
const base = {
  urls: ["https://maps.test/vec/{z}/{x}/{y}", "https://maps.test/cva/{z}/{x}/{y}"],
  attribution: "天地图",
};

it("without a base map nothing is another", () => {
  expect(withBase(style, null, "light", true)).toBe(style);
});

it("its pictures lie over the ground and under all that is ours, which they are not hidden by", () => {
  const shown = withBase(style, base, "light", true);
  expect(shown.layers.slice(0, 4).map(({ id }) => id)).toEqual(["ground", "base-0", "base-1", "town-land"]);
  const visibility = (of: typeof shown, id: string) =>
    of.layers.find((layer) => layer.id === id)?.layout?.visibility;
  expect([visibility(shown, "base-0"), visibility(shown, "town-land")]).toEqual(["visible", "none"]);
  const hidden = withBase(style, base, "dark", false);
  expect([visibility(hidden, "base-1"), visibility(hidden, "town-land")]).toEqual(["none", "visible"]);
  expect(shown.sources["base-1"]).toMatchObject({ type: "raster", tiles: [base.urls[1]] });
});
