/** The map's look as typed data, light and dark: borders of three weights, quiet fills, colour for the clock only. */
import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  StyleSpecification,
  VectorSourceSpecification,
} from "maplibre-gl";
import type { MapVersions } from "../live/stream";
import type { Theme } from "../look/theme";
import { precedentGrounds } from "./grounds";
import { type Palette, palettes } from "./palette";

/** What a person may switch on and off. */
export interface Shown {
  cells: boolean;
  policeGrids: boolean;
  roads: boolean;
  places: boolean;
  /** The base map, where an installation has one. */
  base?: boolean;
}

export const shownAtFirst: Shown = { cells: true, policeGrids: false, roads: true, places: true };

const FONT = ["Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "sans-serif"];
export const FONT_BOLD = ["Noto Sans CJK SC Bold", "PingFang SC", "Microsoft YaHei", "sans-serif"];
/** The source of borders, roads and names. */
export const BORDERS = "borders";
export const NOTHING = { type: "FeatureCollection" as const, features: [] };

/** How much of a cell is open, and whether something in it is late; set per cell as feature state. */
const load: ExpressionSpecification = ["coalesce", ["feature-state", "load"], 0];
const late: ExpressionSpecification = ["coalesce", ["feature-state", "late"], "on_time"];

function visibility(on: boolean): { visibility: "visible" | "none" } {
  return { visibility: on ? "visible" : "none" };
}

function grounds(p: Palette, isWhole: boolean): LayerSpecification[] {
  return [
    { id: "ground", type: "background", paint: { "background-color": p.ground } },
    {
      id: "town-land",
      type: "fill",
      source: BORDERS,
      "source-layer": "town",
      paint: {
        "fill-color": p.land,
        "fill-opacity": isWhole ? 1 : ["case", ["boolean", ["feature-state", "home"], false], 1, 0.35],
      },
    },
    {
      id: "cell-load",
      type: "fill",
      source: BORDERS,
      "source-layer": "cell",
      minzoom: 12,
      paint: {
        "fill-color": ["match", late, "overdue", p.overdue, "soon", p.soon, p.busy],
        "fill-opacity": [
          "case",
          ["==", late, "overdue"],
          0.2,
          ["==", late, "soon"],
          0.22,
          ["interpolate", ["linear"], load, 0, 0, 1, 0.12, 4, 0.26],
        ],
      },
    } as LayerSpecification,
  ];
}

function roads(p: Palette, shown: Shown): LayerSpecification[] {
  const isMain: ExpressionSpecification = ["in", ["get", "kind"], ["literal", ["trunk", "main"]]];
  const width: ExpressionSpecification = [
    "interpolate",
    ["exponential", 1.5],
    ["zoom"],
    10,
    ["case", isMain, 1, 0.4],
    14,
    ["case", isMain, 3, 1.4],
    17,
    ["case", isMain, 14, 7],
  ];
  return [
    {
      id: "road",
      type: "line",
      source: BORDERS,
      "source-layer": "road",
      layout: { "line-cap": "round", "line-join": "round", ...visibility(shown.roads) },
      paint: {
        "line-color": ["case", isMain, p.roadMain, p.roadMinor],
        "line-width": width,
      },
    },
    {
      id: "road-name",
      type: "symbol",
      source: BORDERS,
      "source-layer": "road",
      minzoom: 13.5,
      layout: {
        "symbol-placement": "line",
        "text-field": ["get", "name"],
        "text-font": FONT,
        "text-size": 11,
        "symbol-spacing": 320,
        ...visibility(shown.roads),
      },
      paint: { "text-color": p.labelQuiet, "text-halo-color": p.halo, "text-halo-width": 1.4 },
    },
  ];
}

function border(id: string, layer: string, color: string, width: unknown, on: boolean, dash?: number[]) {
  const paint = { "line-color": color, "line-width": width, ...(dash ? { "line-dasharray": dash } : {}) };
  const layout = { "line-join": "round", ...visibility(on) };
  return { id, type: "line", source: BORDERS, "source-layer": layer, layout, paint } as LayerSpecification;
}

/** Three weights: cell, village, town; police grids dashed, in a hue no clock uses. */
function borders(p: Palette, shown: Shown): LayerSpecification[] {
  const zoomed = (near: number, far: number) => ["interpolate", ["linear"], ["zoom"], 11, far, 16, near];
  return [
    border("cell-line", "cell", p.cellLine, zoomed(1.2, 0.5), shown.cells),
    border("police-line", "police_grid", p.policeLine, zoomed(2, 1), shown.policeGrids, [3, 2]),
    border("village-line", "village", p.villageLine, zoomed(2, 0.8), true),
    border("town-line", "town", p.townLine, zoomed(4, 1.4), true),
  ];
}

/** The cell a picked point would belong to, the one beyond the nearest border, and how near that border is. */
function owners(p: Palette): LayerSpecification[] {
  const none: FilterSpecification = ["==", ["get", "code"], ""];
  const cell = { source: BORDERS, "source-layer": "cell", filter: none };
  return [
    { id: "owner-fill", type: "fill", ...cell, paint: { "fill-color": p.accent, "fill-opacity": 0.12 } },
    {
      id: "beyond-line",
      type: "line",
      ...cell,
      layout: { "line-join": "round" },
      paint: { "line-color": p.accent, "line-width": 1.6, "line-dasharray": [3, 2] },
    },
    {
      id: "owner-line",
      type: "line",
      ...cell,
      layout: { "line-join": "round" },
      paint: { "line-color": p.accent, "line-width": 3 },
    },
    {
      id: "edge-line",
      type: "line",
      source: "edge",
      paint: { "line-color": p.label, "line-width": 1.2, "line-dasharray": [2, 2] },
    },
  ];
}

/** A name steps aside for a ticket rather than vanish under it. */
const BESIDE = {
  "text-variable-anchor": ["center", "bottom", "top", "left", "right"],
  "text-radial-offset": 1.1,
  "text-justify": "auto",
};

export function placeNames(p: Palette, shown: Shown): LayerSpecification[] {
  const name = (id: string, kinds: string[], size: number, color: string, more: object, bold = false) =>
    ({
      id,
      type: "symbol",
      source: BORDERS,
      "source-layer": "place",
      filter: ["in", ["get", "kind"], ["literal", kinds]],
      layout: {
        "text-field": ["get", "name"],
        "text-font": bold ? FONT_BOLD : FONT,
        "text-size": size,
        "text-max-width": 8,
        "text-padding": 6,
        ...more,
      },
      paint: { "text-color": color, "text-halo-color": p.halo, "text-halo-width": 1.6 },
    }) as LayerSpecification;
  const on = visibility(shown.places);
  return [
    name("house-name", ["house"], 10, p.labelQuiet, on),
    name("poi-name", ["poi", "estate", "building", "intersection"], 11, p.labelQuiet, on),
    name("group-name", ["group"], 11, p.labelQuiet, on),
    name("village-name", ["village"], 12, p.labelQuiet, BESIDE),
    name("town-name", ["town"], 15, p.label, BESIDE, true),
  ];
}

function spots(p: Palette): LayerSpecification[] {
  return [
    {
      id: "reach-fill",
      type: "fill",
      source: "reach",
      paint: { "fill-color": p.accent, "fill-opacity": 0.08 },
    },
    {
      id: "reach-line",
      type: "line",
      source: "reach",
      paint: { "line-color": p.accent, "line-width": 2, "line-dasharray": [3, 2] },
    },
    {
      id: "cluster",
      type: "symbol",
      source: "tickets",
      filter: ["has", "point_count"],
      layout: {
        "icon-image": [
          "case",
          [">", ["get", "overdue"], 0],
          "group-overdue",
          [">", ["get", "soon"], 0],
          "group-soon",
          "group-on_time",
        ],
        "icon-size": ["interpolate", ["linear"], ["get", "point_count"], 2, 0.8, 100, 1.25],
        "icon-allow-overlap": true,
        "text-field": ["get", "point_count_abbreviated"],
        "text-font": FONT_BOLD,
        "text-size": 12,
        "text-allow-overlap": true,
      },
      paint: { "text-color": p.label },
    },
    {
      id: "ticket",
      type: "symbol",
      source: "tickets",
      filter: ["!", ["has", "point_count"]],
      layout: {
        "icon-image": ["concat", "spot-", ["get", "shape"]],
        "icon-allow-overlap": true,
        "symbol-sort-key": ["get", "rank"],
      },
    },
    {
      id: "chosen",
      type: "symbol",
      source: "chosen",
      layout: { "icon-image": ["concat", "chosen-", ["get", "shape"]], "icon-allow-overlap": true },
    },
    {
      id: "candidate",
      type: "symbol",
      source: "candidates",
      layout: {
        "icon-image": "candidate",
        "icon-allow-overlap": true,
        "text-field": ["get", "key"],
        "text-font": FONT_BOLD,
        "text-size": 12,
        "text-allow-overlap": true,
      },
      paint: { "text-color": p.halo },
    },
    {
      id: "picked",
      type: "symbol",
      source: "picked",
      layout: { "icon-image": "picked", "icon-anchor": "bottom", "icon-allow-overlap": true },
    },
  ];
}

export interface StyleWishes {
  theme: Theme;
  maps: MapVersions;
  shown: Shown;
  /** All towns are ours (the district's view); else the one marked `home`. */
  isWhole: boolean;
  /** Tiles are fetched by a worker, which needs whole addresses. */
  origin: string;
}

/** Where tiles lie. An address that names the gazetteer, too, holds the same for good and is not asked for again. */
export function tilesOf(origin: string, { boundaries, names }: MapVersions): string[] {
  return [`${origin}/tiles/${boundaries}/{z}/{x}/{y}.mvt?gazetteer=${names}`];
}

/** Where the borders, roads and names of a version come from; a draft's change with its revision. */
export function borderSource(origin: string, version: number, revision?: number): VectorSourceSpecification {
  const change = revision === undefined ? "" : `?revision=${revision}`;
  return vectors([`${origin}/tiles/${version}/{z}/{x}/{y}.mvt${change}`]);
}

function vectors(tiles: string[]): VectorSourceSpecification {
  return {
    type: "vector",
    tiles,
    minzoom: 8,
    maxzoom: 17,
    promoteId: "code",
  };
}

/** Ground, roads and borders: what lies under everything a map shows. */
export function groundwork(p: Palette, shown: Shown, isWhole: boolean): LayerSpecification[] {
  return [...grounds(p, isWhole), ...roads(p, shown), ...borders(p, shown)];
}

/** The desk's whole style for the boundaries and names of now. */
export function mapStyle({ theme, maps, shown, isWhole, origin }: StyleWishes): StyleSpecification {
  const p = palettes[theme];
  return {
    version: 8,
    sources: {
      [BORDERS]: vectors(tilesOf(origin, maps)),
      tickets: {
        type: "geojson",
        data: NOTHING,
        cluster: true,
        clusterRadius: 26,
        clusterMaxZoom: 16,
        clusterProperties: {
          soon: ["+", ["case", ["==", ["get", "shape"], "soon"], 1, 0]],
          overdue: ["+", ["case", ["==", ["get", "shape"], "overdue"], 1, 0]],
        },
      },
      reach: { type: "geojson", data: NOTHING },
      edge: { type: "geojson", data: NOTHING },
      chosen: { type: "geojson", data: NOTHING },
      candidates: { type: "geojson", data: NOTHING },
      picked: { type: "geojson", data: NOTHING },
      grounds: { type: "geojson", data: NOTHING },
    },
    layers: [
      ...groundwork(p, shown, isWhole),
      ...precedentGrounds(p, FONT_BOLD),
      ...owners(p),
      ...placeNames(p, shown),
      ...spots(p),
    ],
  };
}
