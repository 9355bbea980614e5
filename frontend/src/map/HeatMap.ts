/** The heat map as an object: told what to show, tells what was clicked and how near one looks. Made by HeatPane. */
import type { FeatureCollection } from "geojson";
import type {
  GeoJSONSource,
  LngLatBoundsLike,
  Map as MapLibre,
  StyleSpecification,
  VectorTileSource,
} from "maplibre-gl";
import type { MapVersions } from "../live/stream";
import type { Theme } from "../look/theme";
import type { HeatPicture } from "../wire/heat";
import { makeMap, PADDING } from "./engine";
import {
  besideHexagons,
  featuresOf,
  hasNumbers,
  heatAreas,
  heatNumbers,
  keptSize,
  outlineOf,
  type Where,
  widthAt,
} from "./heat";
import { palettes } from "./palette";
import { BORDERS, borderSource, FONT_BOLD, groundwork, NOTHING, placeNames, shownAtFirst } from "./style";

export interface HeatEvents {
  /** None: beside all hexagons. */
  clicked(where: Where | null): void;
  /** The words that a hexagon under the pointer says of its number. */
  said(tickets: number): string;
  /** The width of hexagons that fits the scale. */
  scaled(width: number): void;
  ready(): void;
  failed(): void;
}

interface Drawn {
  picture: HeatPicture;
  step: number | null;
  breaks: readonly number[];
}

const EMPTY: FeatureCollection = NOTHING;
const SHOWN = { ...shownAtFirst, cells: false, places: false };

function styleOf(theme: Theme, maps: MapVersions): StyleSpecification {
  const p = palettes[theme];
  const beside = { line: p.land, chosen: p.accent, font: FONT_BOLD };
  return {
    version: 8,
    sources: {
      [BORDERS]: borderSource(location.origin, maps.boundaries),
      heat: { type: "geojson", data: EMPTY },
      "heat-chosen": { type: "geojson", data: EMPTY },
    },
    // What lies higher finds its place first: names step aside for numbers and for what burns.
    layers: [
      ...groundwork(p, SHOWN, true),
      ...heatAreas(theme, beside),
      ...placeNames(p, SHOWN).map(besideHexagons),
      ...heatNumbers(theme, beside),
    ],
  };
}

export class HeatMap {
  private readonly map: MapLibre;
  private readonly events: HeatEvents;
  private readonly bounds: LngLatBoundsLike | null;
  private theme: Theme;
  private maps: MapVersions;
  /** The version whose tiles the map has. */
  private styled = 0;
  private drawn: Drawn | null = null;
  private chosen: Where | null = null;
  private ready = false;
  private width = 0;

  constructor(
    container: HTMLElement,
    theme: Theme,
    maps: MapVersions,
    bounds: LngLatBoundsLike | null,
    events: HeatEvents,
  ) {
    this.theme = theme;
    this.maps = maps;
    this.bounds = bounds;
    this.events = events;
    this.map = makeMap(container, this.style(), bounds);
    this.listen();
    this.tellScale();
  }

  destroy(): void {
    this.map.remove();
  }

  show(picture: HeatPicture, step: number | null, breaks: readonly number[]): void {
    this.drawn = { picture, step, breaks };
    if (this.ready) this.draw();
  }

  choose(where: Where | null): void {
    this.chosen = where;
    if (this.ready) this.draw();
  }

  setTheme(theme: Theme): void {
    if (theme === this.theme) return;
    this.theme = theme;
    this.ready = false;
    this.map.setStyle(this.style(), { diff: false });
  }

  /** Other boundaries: their tiles take the place of the former ones; the hexagons stay where they are. */
  setMaps(maps: MapVersions): void {
    this.maps = maps;
    if (this.ready) this.takeTiles();
  }

  zoomBy(step: number): void {
    this.map.easeTo({ zoom: this.map.getZoom() + step, duration: 150 });
  }

  home(): void {
    if (this.bounds) this.map.fitBounds(this.bounds, { padding: PADDING, duration: 300 });
  }

  private listen(): void {
    const { map } = this;
    map.on("style.load", () => {
      this.ready = true;
      this.takeTiles();
      this.draw();
      this.events.ready();
    });
    map.on("error", (event) => {
      if (!this.ready && !map.isStyleLoaded()) this.events.failed();
      else console.warn(event.error?.message ?? event);
    });
    map.on("click", ({ point }) => {
      const [found] = map.queryRenderedFeatures(point, { layers: ["heat-fill"] });
      const { east, north } = found?.properties ?? {};
      this.events.clicked(found ? { east: Number(east), north: Number(north) } : null);
    });
    map.on("mousemove", ({ point }) => {
      const [found] = map.queryRenderedFeatures(point, { layers: ["heat-fill"] });
      const canvas = map.getCanvas();
      canvas.style.cursor = found ? "pointer" : "";
      canvas.title = found ? this.events.said(Number(found.properties.tickets)) : "";
    });
    map.on("zoomend", () => {
      this.tellScale();
      if (this.ready) this.showNumbers();
    });
    map.on("idle", () => {
      map.getContainer().dataset.drawn = String(this.drawn?.step ?? "whole");
    });
  }

  private style(): StyleSpecification {
    this.styled = this.maps.boundaries;
    return styleOf(this.theme, this.maps);
  }

  private takeTiles(): void {
    const { boundaries } = this.maps;
    if (boundaries === this.styled) return;
    this.styled = boundaries;
    const { tiles = [] } = borderSource(location.origin, boundaries);
    (this.map.getSource(BORDERS) as VectorTileSource).setTiles(tiles);
  }

  private tellScale(): void {
    const width = widthAt(this.map.getZoom(), this.map.getCenter().lat);
    if (width === this.width) return;
    this.width = width;
    this.events.scaled(width);
  }

  private draw(): void {
    const { drawn, chosen } = this;
    if (!drawn) return;
    delete this.map.getContainer().dataset.drawn;
    const { lattice, width_m } = drawn.picture;
    this.lay("heat", featuresOf(drawn.picture, drawn.step, drawn.breaks));
    this.showNumbers();
    this.map.setLayoutProperty("heat-kept", "text-size", keptSize(width_m, this.map.getCenter().lat));
    const outline = chosen ? [outlineOf(lattice, width_m, chosen)] : null;
    this.lay("heat-chosen", outline ? asArea(outline) : EMPTY);
  }

  private showNumbers(): void {
    const { map, drawn } = this;
    const isRead = drawn && hasNumbers(drawn.picture.width_m, map.getZoom(), map.getCenter().lat);
    map.setLayoutProperty("heat-number", "visibility", isRead ? "visible" : "none");
  }

  private lay(source: string, data: FeatureCollection): void {
    (this.map.getSource(source) as GeoJSONSource | undefined)?.setData(data);
  }
}

function asArea(coordinates: [number, number][][]): FeatureCollection {
  const geometry = { type: "Polygon" as const, coordinates };
  return { type: "FeatureCollection", features: [{ type: "Feature", geometry, properties: {} }] };
}
