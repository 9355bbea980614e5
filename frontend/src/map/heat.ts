/**
 * The heat map as typed data: hexagons as outlines, counts as classes of one hue, with a legend in numbers. Elsewhere
 * colour means the clock; so this is a hue that no clock has, and lightness alone says more or less, which the
 * colour-blind read too. Pure: drawn by map/HeatMap, and without WebGL by wall/HeatWall and the table.
 */
import type { FeatureCollection, Position } from "geojson";
import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { Theme } from "../look/theme";
import type { HeatPicture, Lattice } from "../wire/heat";

type Counted = Pick<HeatPicture["hexagons"][number], "whole" | "at" | "tickets">;
export type Where = Pick<HeatPicture["hexagons"][number], "east" | "north">;

/** More is farther from the ground: darker on light, lighter on dark. */
export const RAMP: Record<Theme, readonly string[]> = {
  light: ["#e4dcf1", "#c5b2e2", "#a184cd", "#7a52b0", "#4c2483"],
  dark: ["#33284f", "#533f82", "#7a5fb3", "#a68bd6", "#dccbf7"],
};
/** What is written upon each. */
const INK: Record<Theme, readonly string[]> = {
  light: ["#2c1850", "#2c1850", "#1d0d3a", "#ffffff", "#ffffff"],
  dark: ["#e9e0fa", "#ffffff", "#ffffff", "#1a0f30", "#1a0f30"],
};
export function inkOf(theme: Theme, colour: number): string | undefined {
  return INK[theme][colour];
}

export const CLASSES = RAMP.light.length;

/** At the equator, at zoom 0 of a map whose world is 512 pixels wide. */
const METRES_PER_PIXEL = 78_271.517;
const FINEST = 250;
const COARSEST = 4000;
/** A hexagon is seen and hit from this many pixels on. */
const SEEN_PIXELS = 12;

/** A number of two digits is read in a hexagon of this many pixels; below, it would hide its colour. */
const READ_PIXELS = 20;

function pixelsOf(width: number, zoom: number, lat: number): number {
  return (width * 2 ** zoom) / (METRES_PER_PIXEL * Math.cos((lat * Math.PI) / 180));
}

/** The narrowest hexagons that are still seen at a scale. */
export function widthAt(zoom: number, lat: number): number {
  let width = FINEST;
  while (pixelsOf(width, zoom, lat) < SEEN_PIXELS && width < COARSEST) width *= 2;
  return width;
}

/** Whether hexagons have room for their numbers at a scale. */
export function hasNumbers(width: number, zoom: number, lat: number): boolean {
  return pixelsOf(width, zoom, lat) >= READ_PIXELS;
}

/** How many in a step; in all without one. */
export function countAt({ whole, at, tickets }: Counted, step: number | null): number {
  if (step === null) return whole;
  const place = at.indexOf(step);
  return place < 0 ? 0 : (tickets[place] ?? 0);
}

/** The counts of a picture: in all, or of every step, so that steps can be compared. */
export function countsOf(all: readonly Counted[], inSteps: boolean): number[] {
  return inSteps ? all.flatMap(({ tickets }) => tickets) : all.map(({ whole }) => whole);
}

/** From which share of the counts on a class begins: four in ten are ordinary, one in twenty-five burns. */
const SHARES = [0, 0.4, 0.65, 0.85, 0.96] as const;

/** The least count of each class, from 1 on; fewer classes where counts are few. None where there are no counts. */
export function breaksOf(counts: readonly number[]): number[] {
  const sorted = [...counts].sort((a, b) => a - b);
  const most = sorted[sorted.length - 1];
  if (most === undefined) return [];
  if (most <= CLASSES) return Array.from({ length: most }, (_, at) => at + 1);
  const breaks = [1];
  for (const share of SHARES.slice(1)) {
    const least = round(sorted[Math.floor(share * sorted.length)] ?? most);
    breaks.push(Math.max(least, (breaks[breaks.length - 1] ?? 0) + 1));
  }
  return breaks.filter((least) => least <= most);
}

/** Two digits are enough for a border between classes; never beyond the count it was. */
function round(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.floor(value / unit) * unit;
}

/** The class of a count from 1 on; few classes take the ramp's ends, so that most is always the strongest. */
export function classOf(breaks: readonly number[], count: number): number {
  const found = breaks.findLastIndex((least) => count >= least);
  return colourOf(breaks, found);
}

function colourOf(breaks: readonly number[], at: number): number {
  if (breaks.length >= CLASSES) return at;
  return breaks.length === 1 ? 2 : Math.round((at * (CLASSES - 1)) / (breaks.length - 1));
}

export interface LegendLine {
  from: number;
  to: number;
  colour: number;
}

/** The classes in numbers; `floor`: nothing smaller is told. */
export function legendOf(breaks: readonly number[], counts: readonly number[], floor = 1): LegendLine[] {
  const most = Math.max(0, ...counts);
  const lines = breaks.map((from, at) => ({
    from: Math.max(from, floor),
    to: at + 1 < breaks.length ? (breaks[at + 1] ?? 0) - 1 : most,
    colour: colourOf(breaks, at),
  }));
  return lines.filter(({ to }) => to >= floor);
}

const ROW = Math.sqrt(3) / 2;

export function middleOf(lattice: Lattice, width: number, { east, north }: Where): [number, number] {
  return [
    lattice.lon + ((east / 2) * width) / lattice.east_m,
    lattice.lat + (north * ROW * width) / lattice.north_m,
  ];
}

/** The outline of a hexagon, closed, in degrees. */
export function outlineOf(lattice: Lattice, width: number, where: Where): [number, number][] {
  const [lon, lat] = middleOf(lattice, width, where);
  const radius = width / Math.sqrt(3);
  return Array.from({ length: 7 }, (_, corner) => {
    const angle = (Math.PI / 3) * corner;
    return [
      lon + (radius * Math.sin(angle)) / lattice.east_m,
      lat + (radius * Math.cos(angle)) / lattice.north_m,
    ];
  });
}

/** What a map draws of a step: every hexagon with tickets in it, its class and its number. */
export function featuresOf(
  picture: HeatPicture,
  step: number | null,
  breaks: readonly number[],
): FeatureCollection {
  const { lattice, width_m } = picture;
  const features = picture.hexagons.flatMap((each) => {
    const tickets = countAt(each, step);
    if (tickets === 0) return [];
    const coordinates: Position[][] = [outlineOf(lattice, width_m, each)];
    const properties = { east: each.east, north: each.north, tickets, class: classOf(breaks, tickets) };
    return [{ type: "Feature" as const, geometry: { type: "Polygon" as const, coordinates }, properties }];
  });
  return { type: "FeatureCollection", features };
}

/** Of the rest of a map's look, what lies over hexagons has to fit to. */
export interface Beside {
  line: string;
  chosen: string;
  font: string[];
}

function byClass(colours: readonly string[]) {
  const others = colours.slice(0, -1).flatMap((colour, at) => [at, colour]);
  return ["match", ["get", "class"], ...others, colours[colours.length - 1]];
}

export function heatAreas(theme: Theme, beside: Beside): LayerSpecification[] {
  return [
    {
      id: "heat-fill",
      type: "fill",
      source: "heat",
      paint: { "fill-color": byClass(RAMP[theme]), "fill-opacity": 0.86, "fill-outline-color": beside.line },
    },
    {
      id: "heat-chosen",
      type: "line",
      source: "heat-chosen",
      layout: { "line-join": "round" },
      paint: { "line-color": beside.chosen, "line-width": 3 },
    },
  ] as unknown as LayerSpecification[];
}

/** From which class on no name may lie over a hexagon. */
const BURNS = 3;

/** The numbers, and unseen words as large as the hexagons that burn, which keep names away from them. */
export function heatNumbers(theme: Theme, beside: Beside): LayerSpecification[] {
  return [
    {
      id: "heat-kept",
      type: "symbol",
      source: "heat",
      filter: [">=", ["get", "class"], BURNS],
      layout: {
        "text-field": "■",
        "text-font": beside.font,
        "text-padding": 0,
        "text-allow-overlap": true,
      },
      paint: { "text-opacity": 0 },
    },
    {
      id: "heat-number",
      type: "symbol",
      source: "heat",
      layout: {
        "text-field": ["to-string", ["get", "tickets"]],
        "text-font": beside.font,
        "text-size": 11,
        "text-padding": 1,
        "text-allow-overlap": true,
        "symbol-sort-key": ["-", 0, ["get", "tickets"]],
      },
      paint: { "text-color": byClass(INK[theme]) },
    },
  ] as unknown as LayerSpecification[];
}

/** The size of a word that is as wide as a hexagon, at every scale. */
export function keptSize(width: number, lat: number): ExpressionSpecification {
  const at = (zoom: number) => pixelsOf(width, zoom, lat);
  return ["interpolate", ["exponential", 2], ["zoom"], 0, at(0), 24, at(24)];
}

type Place = [anchor: string, offset: [number, number]];

/** Where a name may stand, in its own heights: on its place or about it. Farther out it would name the neighbour. */
const PLACES = [["center", [0, 0]] as Place, ...[1.6, 2.4].flatMap(about)].flat();

function about(away: number): Place[] {
  const beside = away / 2;
  return [
    ["top", [0, away]],
    ["bottom", [0, -away]],
    ["left", [away, 0]],
    ["right", [-away, 0]],
    ["top-left", [away, beside]],
    ["top-right", [-away, beside]],
    ["bottom-left", [away, -beside]],
    ["bottom-right", [-away, -beside]],
  ];
}

/** A name on a heat map is smaller, for the hexagons are what one looks for, and may stand farther from its place. */
export function besideHexagons(layer: LayerSpecification): LayerSpecification {
  if (layer.id !== "town-name" || layer.type !== "symbol") return layer;
  const layout = {
    ...layer.layout,
    "text-size": 12,
    "text-max-width": 6,
    "text-padding": 1,
    "text-variable-anchor-offset": PLACES,
  };
  return { ...layer, layout } as unknown as LayerSpecification;
}
