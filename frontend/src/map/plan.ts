/** The look of the administration's map: a version's borders, and over them what is being judged. Typed data. */
import type { LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { Theme } from "../look/theme";
import { isArea, precedentGrounds } from "./grounds";
import { type Palette, palettes } from "./palette";
import { BORDERS, borderSource, FONT_BOLD, groundwork, NOTHING, placeNames, type Shown } from "./style";

/** What pages lay over the map, each by its name. */
export const OVERLAYS = [
  ...(["outline", "before", "after", "faults", "marks", "places", "picked"] as const),
  ...(["grounds", "drawn"] as const),
] as const;
export type Overlay = (typeof OVERLAYS)[number];

export interface PlanWishes {
  theme: Theme;
  version: number;
  /** Of a draft: its tiles change with it. */
  revision?: number;
  shown: Shown;
  origin: string;
}

const isActive = ["boolean", ["feature-state", "active"], false] as const;

/** A change: what stands now dashed, what would stand filled. A file's outline over the district. */
function shapes(p: Palette): LayerSpecification[] {
  return [
    {
      id: "after-fill",
      type: "fill",
      source: "after",
      paint: { "fill-color": p.accent, "fill-opacity": 0.2 },
    },
    { id: "after-line", type: "line", source: "after", paint: { "line-color": p.accent, "line-width": 2 } },
    {
      id: "before-line",
      type: "line",
      source: "before",
      paint: { "line-color": p.label, "line-width": 1.6, "line-dasharray": [3, 2] },
    },
    {
      id: "outline-fill",
      type: "fill",
      source: "outline",
      paint: { "fill-color": p.accent, "fill-opacity": 0.1 },
    },
    {
      id: "outline-line",
      type: "line",
      source: "outline",
      paint: { "line-color": p.accent, "line-width": 2.4 },
    },
  ];
}

/** Faults by their ground, and by a mark of the same size at every scale: solid blocks, hollow warns. */
function faults(p: Palette): LayerSpecification[] {
  return [
    {
      id: "fault-fill",
      type: "fill",
      source: "faults",
      paint: { "fill-color": p.label, "fill-opacity": ["case", isActive, 0.5, 0.28] },
    } as unknown as LayerSpecification,
    {
      id: "fault-line",
      type: "line",
      source: "faults",
      paint: {
        "line-color": ["case", isActive, p.accent, p.label],
        "line-width": ["case", isActive, 3.5, 1.6],
      },
    } as unknown as LayerSpecification,
    {
      id: "fault-mark",
      type: "symbol",
      source: "marks",
      layout: {
        "icon-image": ["concat", "fault-", ["get", "look"]],
        "icon-allow-overlap": true,
        "symbol-sort-key": ["get", "rank"],
      },
    },
  ];
}

/** What is being drawn: its corners, the line through them, the area it comes to. */
function drawn(p: Palette): LayerSpecification[] {
  return [
    {
      id: "drawn-fill",
      type: "fill",
      source: "drawn",
      filter: isArea,
      paint: { "fill-color": p.label, "fill-opacity": 0.18 },
    },
    {
      id: "drawn-line",
      type: "line",
      source: "drawn",
      paint: { "line-color": p.label, "line-width": 2, "line-dasharray": [2, 1] },
    },
    {
      id: "drawn-corner",
      type: "circle",
      source: "drawn",
      filter: ["==", ["geometry-type"], "Point"],
      paint: {
        "circle-radius": 5,
        "circle-color": p.halo,
        "circle-stroke-color": p.label,
        "circle-stroke-width": 2,
      },
    },
  ] as unknown as LayerSpecification[];
}

function places(p: Palette): LayerSpecification[] {
  return [
    {
      id: "place",
      type: "symbol",
      source: "places",
      layout: {
        "icon-image": ["case", ["get", "active"], "place-active", "place"],
        "icon-allow-overlap": true,
        "text-field": ["get", "name"],
        "text-font": FONT_BOLD,
        "text-size": 12,
        "text-variable-anchor": ["left", "right", "top", "bottom"],
        "text-radial-offset": 0.9,
        "text-justify": "auto",
        "symbol-sort-key": ["case", ["get", "active"], 0, 1],
      },
      paint: { "text-color": p.label, "text-halo-color": p.halo, "text-halo-width": 1.6 },
    },
    {
      id: "picked",
      type: "symbol",
      source: "picked",
      layout: { "icon-image": "picked", "icon-anchor": "bottom", "icon-allow-overlap": true },
    },
  ];
}

export function planStyle(wishes: PlanWishes): StyleSpecification {
  const { theme, version, revision, shown, origin } = wishes;
  const p = palettes[theme];
  const overlays = Object.fromEntries(
    OVERLAYS.map((name) => [name, { type: "geojson" as const, data: NOTHING, promoteId: "id" }]),
  );
  return {
    version: 8,
    sources: {
      [BORDERS]: borderSource(origin, version, revision),
      ...overlays,
    },
    layers: [
      ...groundwork(p, shown, true),
      ...shapes(p),
      ...precedentGrounds(p, FONT_BOLD),
      ...drawn(p),
      ...faults(p),
      ...placeNames(p, shown),
      ...places(p),
    ],
  };
}
