/**
 * The optional base map: pictures of a map service under everything that is ours. Quiet, so that colour goes on meaning
 * the clock; darkened where the page is dark. Typed data, like the rest of the style.
 */
import type { LayerSpecification, RasterSourceSpecification, StyleSpecification } from "maplibre-gl";
import type { Theme } from "../look/theme";
import type { Me } from "../wire/types";

export type BaseMap = NonNullable<Me["base_map"]>;

/** The layer that pictures lie upon, and the land that would hide them. */
const UNDER = "ground";
const LAND = "town-land";

function visible(on: boolean): { visibility: "visible" | "none" } {
  return { visibility: on ? "visible" : "none" };
}

function sourceOf(url: string): RasterSourceSpecification {
  return { type: "raster", tiles: [url], tileSize: 256, maxzoom: 18 };
}

function pictures(base: BaseMap, theme: Theme, isOn: boolean): LayerSpecification[] {
  const paint =
    theme === "dark"
      ? { "raster-saturation": -0.7, "raster-brightness-max": 0.42, "raster-opacity": 0.9 }
      : { "raster-saturation": -0.4, "raster-opacity": 0.85 };
  return base.urls.map((_, place) => ({
    id: `base-${place}`,
    type: "raster",
    source: `base-${place}`,
    layout: visible(isOn),
    paint: { ...paint, "raster-fade-duration": 0 },
  }));
}

function without(layer: LayerSpecification, isOn: boolean): LayerSpecification {
  if (layer.type !== "fill" || layer.id !== LAND) return layer;
  return { ...layer, layout: { ...layer.layout, ...visible(!isOn) } };
}

/** A style over a base map; the same style where there is none. */
export function withBase(
  style: StyleSpecification,
  base: BaseMap | null,
  theme: Theme,
  isOn: boolean,
): StyleSpecification {
  if (base === null) return style;
  const sources = Object.fromEntries(base.urls.map((url, place) => [`base-${place}`, sourceOf(url)]));
  const layers = style.layers.flatMap((layer) =>
    layer.id === UNDER ? [layer, ...pictures(base, theme, isOn)] : [without(layer, isOn)],
  );
  return { ...style, sources: { ...style.sources, ...sources }, layers };
}
