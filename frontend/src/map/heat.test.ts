/** Counts as hexagons and classes: nothing lost, nothing twice, and most is always the strongest. */
import { describe, expect, test } from "vitest";
import type { HeatPicture } from "../wire/heat";
import {
  besideHexagons,
  breaksOf,
  CLASSES,
  classOf,
  countAt,
  countsOf,
  featuresOf,
  hasNumbers,
  legendOf,
  outlineOf,
  RAMP,
  widthAt,
} from "./heat";

const LATTICE = { lon: 119, lat: 33, east_m: 92_900, north_m: 110_900 };
const PICTURE: HeatPicture = {
  since: "2026-11-20T00:00:00+08:00",
  until: "2026-11-27T00:00:00+08:00",
  seconds: 86_400,
  width_m: 1000,
  floor: 1,
  lattice: LATTICE,
  total: 12,
  coarse: 1,
  nowhere: 1,
  steps: [4, 0, 6, 0, 0, 0, 0],
  hexagons: [
    { east: 10, north: 4, whole: 7, at: [0, 2], tickets: [1, 6] },
    { east: 11, north: 5, whole: 3, at: [0], tickets: [3] },
  ],
  places: [],
};

describe("classes", () => {
  const spread = (most: number) =>
    Array.from({ length: 60 }, (_, at) => Math.ceil(most * (at / 59) ** 4) || 1);

  test.each([1, 2, 3, 5, 6, 9, 20, 99, 120, 4_321])("of a most of %i hold each count once", (most) => {
    const breaks = breaksOf(spread(most));
    expect(breaks[0]).toBe(1);
    expect(breaks.length).toBeLessThanOrEqual(CLASSES);
    const classes = Array.from({ length: most }, (_, at) => classOf(breaks, at + 1));
    expect(classes).toEqual([...classes].sort((a, b) => a - b));
    expect(new Set(classes).size).toBe(breaks.length);
    if (most > 1) expect([classes[0], classes[most - 1]]).toEqual([0, CLASSES - 1]);
  });

  test("one place that burns leaves the others told apart", () => {
    const counts = [...Array.from({ length: 50 }, (_, at) => at + 1), 2_000];
    const used = new Set(counts.slice(0, 50).map((count) => classOf(breaksOf(counts), count)));
    expect(used.size).toBe(CLASSES);
    expect(breaksOf([])).toEqual([]);
  });

  test("are told with numbers that follow one another, none below what is told at all", () => {
    const counts = Array.from({ length: 100 }, (_, at) => at + 1);
    const said = legendOf(breaksOf(counts), counts).map(({ from, to }) => [from, to]);
    expect(said).toEqual([
      [1, 40],
      [41, 65],
      [66, 85],
      [86, 96],
      [97, 100],
    ]);
    const few = [1, 2, 3, 3, 4];
    expect(legendOf(breaksOf(few), few, 3).map(({ from, to }) => [from, to])).toEqual([
      [3, 3],
      [4, 4],
    ]);
  });

  test.each(["light", "dark"] as const)("go from the ground away by lightness alone, in %s", (theme) => {
    const light = RAMP[theme].map(luminance);
    const sorted = [...light].sort((a, b) => (theme === "light" ? b - a : a - b));
    expect(light).toEqual(sorted);
    for (let at = 1; at < light.length; at += 1) {
      const [one, other] = [light[at - 1] ?? 0, light[at] ?? 0].sort((a, b) => b - a) as [number, number];
      expect((one + 0.05) / (other + 0.05)).toBeGreaterThan(1.3);
    }
  });
});

function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((part) =>
    part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test("a step counts what came in it, the whole all of it", () => {
  const [first, second] = PICTURE.hexagons as [(typeof PICTURE.hexagons)[0], (typeof PICTURE.hexagons)[0]];
  expect([countAt(first, null), countAt(first, 2), countAt(first, 1)]).toEqual([7, 6, 0]);
  expect([countsOf([first, second], false), countsOf([first, second], true)]).toEqual([
    [7, 3],
    [1, 6, 3],
  ]);
});

test("a hexagon without a ticket in a step is not drawn in it", () => {
  const breaks = breaksOf([1, 3, 6]);
  expect(featuresOf(PICTURE, 2, breaks).features.map(({ properties }) => properties?.tickets)).toEqual([6]);
  expect(featuresOf(PICTURE, null, breaks).features).toHaveLength(2);
  expect(featuresOf(PICTURE, 1, breaks).features).toEqual([]);
});

test("an outline is as wide as it says, and closed", () => {
  const outline = outlineOf(LATTICE, 1000, { east: 10, north: 4 });
  const east = outline.map(([lon]) => (lon - LATTICE.lon) * LATTICE.east_m);
  const north = outline.map(([, lat]) => (lat - LATTICE.lat) * LATTICE.north_m);
  expect(Math.max(...east) - Math.min(...east)).toBeCloseTo(1000, 6);
  expect(Math.max(...north) - Math.min(...north)).toBeCloseTo(2000 / Math.sqrt(3), 6);
  const [first = [0, 0], last = [1, 1]] = [outline[0], outline[6]];
  expect(first[0]).toBeCloseTo(last[0], 9);
  expect(first[1]).toBeCloseTo(last[1], 9);
});

test("hexagons become narrower the nearer one looks, and are always seen", () => {
  const widths = [8, 9, 10, 11, 12, 15, 18].map((zoom) => widthAt(zoom, 33.6));
  expect([hasNumbers(1000, 10.2, 33.6), hasNumbers(1000, 10.6, 33.6)]).toEqual([false, true]);
  expect(widths).toEqual([4000, 2000, 1000, 500, 250, 250, 250]);
});

test("a town's name steps aside for hexagons by three of its heights at the most: farther out it names a neighbour", () => {
  const layer = besideHexagons({ id: "town-name", type: "symbol", source: "borders", layout: {} });
  const places = (layer.layout as Record<string, unknown>)["text-variable-anchor-offset"] as unknown[];
  const offsets = places.filter(Array.isArray) as [number, number][];
  expect(offsets[0]).toEqual([0, 0]);
  expect(Math.max(...offsets.map(([right, down]) => Math.hypot(right, down)))).toBeLessThan(3);
});
