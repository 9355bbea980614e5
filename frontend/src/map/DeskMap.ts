/**
 * The desk's map as an object: told what to show, tells what was clicked. Moves only by the person's hand: after a
 * gesture the view is locked until `home`. Created by desk/MapPane.
 */
import type { FeatureCollection } from "geojson";
import type {
  FilterSpecification,
  GeoJSONSource,
  LngLatBoundsLike,
  Map as MapLibre,
  StyleSpecification,
  VectorTileSource,
} from "maplibre-gl";
import type { MapVersions } from "../live/stream";
import type { Theme } from "../look/theme";
import type { Candidate, Point, PointOwner, TicketRow } from "../wire/types";
import { type BaseMap, withBase } from "./base";
import { GESTURES, makeMap, PADDING } from "./engine";
import {
  type Box,
  boundsOf,
  boxOfPoints,
  candidateFeatures,
  edgeOf,
  pointFeatures,
  pointOf,
  reachOf,
  shapeOf,
} from "./features";
import { addIcons } from "./icons";
import { BORDERS, mapStyle, NOTHING, type Shown, tilesOf } from "./style";
import { TicketLayer, type Told } from "./TicketLayer";

export interface MapWishes {
  theme: Theme;
  maps: MapVersions;
  bounds: LngLatBoundsLike | null;
  homeTown: string | null;
  shown: Shown;
  base: BaseMap | null;
}

/** Where the view came from: our own area, a place that was asked for, or a hand's gesture, which locks it. */
export type View = "home" | "shown" | "hand";

export interface MapEvents {
  selected(ticket: number): void;
  pointed(point: Point): void;
  viewed(view: View): void;
  ready(): void;
  failed(): void;
}

/** Near enough to tell the houses; to see a cell among its neighbours. */
const HOUSES_ZOOM = 16.5;
const CELL_ZOOM = 15;

export class DeskMap {
  private readonly map: MapLibre;
  private readonly events: MapEvents;
  private wishes: MapWishes;
  /** What the tiles that are shown are of. */
  private styled: MapVersions;
  private readonly tickets: TicketLayer;
  private chosen: TicketRow | null = null;
  private candidates: readonly Candidate[] = [];
  private picked: Point | null = null;
  private now = 0;
  private town: string | null = null;
  private readonly townBoxes = new Map<string, Box>();
  private picking = false;
  private view: View = "home";
  private owner: PointOwner | null = null;
  private grounds: FeatureCollection | null = null;
  private ready = false;

  constructor(container: HTMLElement, wishes: MapWishes, events: MapEvents) {
    this.wishes = wishes;
    this.styled = wishes.maps;
    this.events = events;
    this.map = makeMap(container, this.style(), wishes.bounds);
    this.tickets = new TicketLayer(this.map, () => this.hideView());
    this.listen();
  }

  destroy(): void {
    this.tickets.stop();
    this.map.remove();
  }

  /** The tickets of one stream, or of all: what changed since is drawn in the map's own rhythm. */
  setBoard(told: Told): void {
    this.now = told.now;
    this.tickets.tell(told);
  }

  setChosen(row: TicketRow | null): void {
    const moved = row !== null && row.id !== this.chosen?.id;
    this.chosen = row;
    if (!this.ready) return;
    this.drawChosen();
    if (moved && this.view !== "hand") this.bringIntoView(row);
  }

  /** Candidates by their number keys, and the point a form holds now. */
  setCandidates(candidates: readonly Candidate[], picked: Point | null): void {
    this.candidates = candidates;
    this.picked = picked;
    if (this.ready) this.drawCandidates();
  }

  /** Whose the picked point would be: its cell, the one beyond the nearest border, and how near that is. */
  setOwner(owner: PointOwner | null): void {
    this.owner = owner;
    if (this.ready) this.drawOwner();
  }

  /** Grounds that precedents are of, while a ruling is to be made. */
  setGrounds(grounds: FeatureCollection | null): void {
    this.grounds = grounds;
    if (this.ready) this.drawGrounds();
  }

  setPicking(picking: boolean): void {
    this.picking = picking;
    this.map.getCanvas().style.cursor = picking ? "crosshair" : "";
  }

  setTheme(theme: Theme): void {
    if (theme === this.wishes.theme) return;
    this.wishes = { ...this.wishes, theme };
    this.ready = false;
    this.hideView();
    this.map.setStyle(this.style(), { diff: false });
  }

  /** Other boundaries or names: their tiles take the place of the former ones; all that lies over them stays. */
  setMaps(maps: MapVersions): void {
    this.wishes = { ...this.wishes, maps };
    if (this.ready) this.takeTiles();
  }

  setShown(shown: Shown): void {
    if (shown === this.wishes.shown) return;
    this.wishes = { ...this.wishes, shown };
    if (!this.ready) return;
    for (const { id, layout } of this.style().layers) {
      if (layout?.visibility) this.map.setLayoutProperty(id, "visibility", layout.visibility);
    }
  }

  /** Shows one town as the own area, or the whole again; chosen by the person's hand, so the view follows. */
  setTown(town: string | null): void {
    if (town === this.town) return;
    this.town = town;
    if (this.ready) this.home();
  }

  /**
   * Places somebody asked to see: one near enough to tell the houses, several all at once. None: the person went on to
   * something else, and a view chosen by hand is no longer held.
   */
  show(points: readonly Point[]): void {
    if (points.length === 0 && this.view === "hand") this.look("shown");
    this.fit(points, HOUSES_ZOOM);
  }

  /** Places that belong to what was opened; a view that a hand chose stays. */
  offer(points: readonly Point[]): void {
    if (this.view !== "hand") this.fit(points, CELL_ZOOM);
  }

  zoomBy(step: number): void {
    this.look("hand");
    this.map.easeTo({ zoom: this.map.getZoom() + step, duration: 150 });
  }

  /** Moves the ground under the crosshair, in pixels, at once: the point under it is asked for next. */
  panBy(x: number, y: number): Point {
    this.look("hand");
    this.map.panBy([x, y], { duration: 0 });
    return this.center();
  }

  center(): Point {
    const { lng, lat } = this.map.getCenter();
    return { lon: lng, lat };
  }

  /** Back to our own area; unlocks the view. */
  home(): void {
    this.look("home");
    this.fitHome(300);
  }

  private fit(points: readonly Point[], maxZoom: number): void {
    const box = boxOfPoints(points);
    if (!box) return;
    this.look("shown");
    this.map.fitBounds(box, { padding: 2 * PADDING, maxZoom, duration: 400 });
  }

  private fitHome(duration: number): void {
    const bounds = this.townBounds() ?? this.wishes.bounds;
    if (bounds) this.map.fitBounds(bounds, { padding: PADDING, duration });
  }

  /** From the tiles at hand, and those seen before: at the district's scale they hold the whole town. */
  private townBounds(): Box | null {
    const { town } = this;
    if (town === null) return null;
    const filter: FilterSpecification = ["==", ["get", "code"], town];
    const parts = this.map.querySourceFeatures("borders", { sourceLayer: "town", filter });
    const box = boundsOf(
      parts.map((part) => part.geometry),
      this.townBoxes.get(town) ?? null,
    );
    if (box) this.townBoxes.set(town, box);
    return box;
  }

  private style(): StyleSpecification {
    const { theme, maps, shown, homeTown, base } = this.wishes;
    this.styled = maps;
    const style = mapStyle({ theme, maps, shown, isWhole: homeTown === null, origin: location.origin });
    return withBase(style, base, theme, shown.base === true);
  }

  private look(view: View): void {
    if (this.view === view) return;
    this.view = view;
    this.events.viewed(view);
  }

  private listen(): void {
    const map = this.map;
    map.on("style.load", () => this.restore());
    map.on("idle", () => this.tellView());
    map.on("movestart", () => this.hideView());
    for (const gesture of GESTURES) map.on(gesture, () => this.look("hand"));
    map.on("resize", () => {
      if (this.view === "home") this.fitHome(0);
    });
    map.on("error", (event) => {
      if (!this.ready && !map.isStyleLoaded()) this.events.failed();
      else console.warn(event.error?.message ?? event);
    });
    map.on("click", (event) =>
      this.clicked(event.point.x, event.point.y, event.lngLat.lng, event.lngLat.lat),
    );
    for (const layer of ["ticket", "cluster"]) {
      map.on("mouseenter", layer, () => this.hint("pointer"));
      map.on("mouseleave", layer, () => this.hint(""));
    }
  }

  private hint(cursor: string): void {
    if (!this.picking) this.map.getCanvas().style.cursor = cursor;
  }

  private clicked(x: number, y: number, lon: number, lat: number): void {
    if (this.picking) return this.events.pointed({ lon, lat });
    const [hit] = this.map.queryRenderedFeatures(
      [
        [x - 6, y - 6],
        [x + 6, y + 6],
      ],
      { layers: ["ticket", "cluster", "chosen"] },
    );
    if (!hit) return;
    if (hit.properties.id !== undefined) return this.events.selected(Number(hit.properties.id));
    void this.openCluster(Number(hit.properties.cluster_id), [lon, lat]);
  }

  private async openCluster(cluster: number, center: [number, number]): Promise<void> {
    const source = this.map.getSource("tickets") as GeoJSONSource;
    const zoom = await source.getClusterExpansionZoom(cluster);
    this.look("hand");
    this.map.easeTo({ center, zoom: Math.min(zoom + 0.4, 18), duration: 250 });
  }

  private restore(): void {
    addIcons(this.map, this.wishes.theme);
    this.ready = true;
    this.takeTiles();
    if (this.wishes.homeTown) this.markHome(this.wishes.homeTown);
    this.tickets.drawAll();
    this.drawChosen();
    this.drawCandidates();
    this.drawOwner();
    this.drawGrounds();
    this.events.ready();
  }

  private takeTiles(): void {
    const { maps } = this.wishes;
    if (maps.boundaries === this.styled.boundaries && maps.names === this.styled.names) return;
    if (maps.boundaries !== this.styled.boundaries) this.townBoxes.clear();
    this.styled = maps;
    (this.map.getSource(BORDERS) as VectorTileSource).setTiles(tilesOf(location.origin, maps));
  }

  private markHome(town: string): void {
    this.map.setFeatureState({ source: "borders", sourceLayer: "town", id: town }, { home: true });
  }

  private source(name: string): GeoJSONSource | undefined {
    return this.map.getSource(name) as GeoJSONSource | undefined;
  }

  /** What is drawn and where the view is, once it stands still: whoever points from outside can work out a pixel. */
  private tellView(): void {
    const { lng, lat } = this.map.getCenter();
    const { dataset } = this.map.getContainer();
    dataset.view = [lng, lat, this.map.getZoom()].join(",");
    dataset.tickets = String(this.tickets.count);
  }

  /** The view is told from outside only while the map stands still and all that it was given can be pointed at. */
  private hideView(): void {
    delete this.map.getContainer().dataset.view;
  }

  private drawChosen(): void {
    this.hideView();
    const point = this.chosen ? pointOf(this.chosen, this.now || Date.now()) : null;
    if (point && this.chosen) point.properties = { shape: shapeOf(this.chosen, this.now || Date.now()) };
    this.source("chosen")?.setData({ type: "FeatureCollection", features: point ? [point] : [] });
    this.source("reach")?.setData(reachOf(this.chosen));
  }

  private drawCandidates(): void {
    this.hideView();
    this.source("candidates")?.setData(candidateFeatures(this.candidates));
    this.source("picked")?.setData(pointFeatures(this.picked));
  }

  private drawGrounds(): void {
    this.hideView();
    this.source("grounds")?.setData(this.grounds ?? NOTHING);
  }

  private drawOwner(): void {
    const { owner } = this;
    this.map.setFilter("owner-fill", isCell(owner?.cell?.code));
    this.map.setFilter("owner-line", isCell(owner?.cell?.code));
    this.map.setFilter("beyond-line", isCell(owner?.neighbour?.cell));
    this.source("edge")?.setData(edgeOf(owner));
  }

  /** The chosen ticket moves the view only where it would be out of sight, and never while locked. */
  private bringIntoView(row: TicketRow): void {
    if (row.lon === null || row.lat === null) return;
    const place: [number, number] = [row.lon, row.lat];
    if (!this.map.getBounds().contains(place)) this.map.easeTo({ center: place, duration: 250 });
  }
}

function isCell(code: string | undefined): FilterSpecification {
  return ["==", ["get", "code"], code ?? ""];
}
