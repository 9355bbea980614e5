/** The grounds of precedents as layers: areas and lines with their names; the one in hand stands out. Typed data. */
import type { LayerSpecification } from "maplibre-gl";
import type { Palette } from "./palette";

const isInHand = ["boolean", ["get", "active"], false] as const;
export const isArea = ["==", ["geometry-type"], "Polygon"] as const;

/** Over the borders, under names and tickets; of the source `grounds`. */
export function precedentGrounds(p: Palette, font: readonly string[]): LayerSpecification[] {
  return [
    {
      id: "ground-fill",
      type: "fill",
      source: "grounds",
      filter: isArea,
      paint: { "fill-color": p.accent, "fill-opacity": ["case", isInHand, 0.26, 0.12] },
    },
    {
      id: "ground-line",
      type: "line",
      source: "grounds",
      layout: { "line-cap": "round" },
      paint: { "line-color": p.accent, "line-width": ["case", isInHand, 4, 2] },
    },
    {
      id: "ground-name",
      type: "symbol",
      source: "grounds",
      minzoom: 12,
      layout: { "text-field": ["get", "name"], "text-font": font, "text-size": 12 },
      paint: { "text-color": p.label, "text-halo-color": p.halo, "text-halo-width": 1.6 },
    },
  ] as unknown as LayerSpecification[];
}
