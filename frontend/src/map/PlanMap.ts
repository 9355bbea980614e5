/**
 * The administration's map as an object: told what to show, tells what was clicked. It has no view of its own to keep:
 * it moves where a page asks. Created by admin/parts/PlanPane.
 */
import type { FeatureCollection } from "geojson";
import type { GeoJSONSource, LngLatBoundsLike, Map as MapLibre } from "maplibre-gl";
import type { Theme } from "../look/theme";
import type { Point } from "../wire/types";
import { makeMap, PADDING } from "./engine";
import type { Box } from "./features";
import { addPlanIcons } from "./icons";
import { type Overlay, type PlanWishes, planStyle } from "./plan";
import { NOTHING, type Shown } from "./style";

/** What lies under a click. */
export interface Hit {
  kind: "fault" | "place" | "ground" | "cell";
  id: string;
  /** What the tile says of it. */
  facts: Record<string, unknown>;
}

export interface PlanEvents {
  clicked(hit: Hit): void;
  pointed(point: Point): void;
  ready(): void;
  failed(): void;
}

const KINDS: Readonly<Record<string, "place" | "fault" | "ground">> = {
  place: "place",
  "ground-fill": "ground",
  "ground-line": "ground",
  "fault-mark": "fault",
  "fault-fill": "fault",
  "fault-line": "fault",
};

export class PlanMap {
  private readonly map: MapLibre;
  private readonly events: PlanEvents;
  private readonly bounds: LngLatBoundsLike | null;
  private wishes: PlanWishes;
  private readonly data = new Map<Overlay, FeatureCollection>();
  private active: string | null = null;
  private picking = false;
  private ready = false;

  constructor(
    container: HTMLElement,
    wishes: PlanWishes,
    bounds: LngLatBoundsLike | null,
    events: PlanEvents,
  ) {
    this.wishes = wishes;
    this.bounds = bounds;
    this.events = events;
    this.map = makeMap(container, planStyle(wishes), bounds);
    this.listen();
  }

  destroy(): void {
    this.map.remove();
  }

  /** Another version or revision: the ground changes, what lies over it stays. */
  setVersion(version: number, revision: number | undefined): void {
    const { wishes } = this;
    if (wishes.version === version && wishes.revision === revision) return;
    this.restyle({ ...wishes, version, revision });
  }

  setTheme(theme: Theme): void {
    if (theme !== this.wishes.theme) this.restyle({ ...this.wishes, theme });
  }

  setShown(shown: Shown): void {
    if (shown !== this.wishes.shown) this.restyle({ ...this.wishes, shown });
  }

  setOverlay(name: Overlay, data: FeatureCollection | null): void {
    if (this.data.get(name) === (data ?? undefined)) return;
    if (data) this.data.set(name, data);
    else this.data.delete(name);
    if (this.ready) this.draw(name);
  }

  /** The fault in hand. */
  setActive(id: string | null): void {
    if (this.active !== null && this.ready) this.mark(this.active, false);
    this.active = id;
    if (id !== null && this.ready) this.mark(id, true);
  }

  setPicking(picking: boolean): void {
    this.picking = picking;
    this.map.getCanvas().style.cursor = picking ? "crosshair" : "";
    // Two corners in quick succession are two corners, not a closer look.
    if (picking) this.map.doubleClickZoom.disable();
    else this.map.doubleClickZoom.enable();
  }

  show(box: Box, maxZoom = 17): void {
    this.map.fitBounds(box, { padding: 2 * PADDING, maxZoom, duration: 300 });
  }

  zoomBy(step: number): void {
    this.map.easeTo({ zoom: this.map.getZoom() + step, duration: 150 });
  }

  home(): void {
    if (this.bounds) this.map.fitBounds(this.bounds, { padding: PADDING, duration: 300 });
  }

  private restyle(wishes: PlanWishes): void {
    this.wishes = wishes;
    this.ready = false;
    this.hideView();
    this.map.setStyle(planStyle(wishes), { diff: false });
  }

  private listen(): void {
    const { map } = this;
    map.on("style.load", () => this.restore());
    map.on("error", (event) => {
      if (!this.ready && !map.isStyleLoaded()) this.events.failed();
      else console.warn(event.error?.message ?? event);
    });
    map.on("click", ({ point, lngLat }) => {
      if (this.picking) return this.events.pointed({ lon: lngLat.lng, lat: lngLat.lat });
      const hit = this.hitAt(point.x, point.y);
      if (hit) this.events.clicked(hit);
    });
    map.on("movestart", () => this.hideView());
    map.on("idle", () => {
      const { lng, lat } = map.getCenter();
      map.getContainer().dataset.view = [lng, lat, map.getZoom()].join(",");
    });
  }

  /** The view is told from outside only while the map stands still and all that it was given can be pointed at. */
  private hideView(): void {
    delete this.map.getContainer().dataset.view;
  }

  /** What is clicked: the topmost place, fault or ground near by, else the cell that lies there. */
  private hitAt(x: number, y: number): Hit | null {
    const near: [[number, number], [number, number]] = [
      [x - 5, y - 5],
      [x + 5, y + 5],
    ];
    const [found] = this.map.queryRenderedFeatures(near, { layers: Object.keys(KINDS) });
    if (found) {
      const kind = KINDS[found.layer.id] ?? "fault";
      return { kind, id: String(found.properties.id), facts: found.properties };
    }
    const [cell] = this.map.queryRenderedFeatures([x, y], { layers: ["cell-load"] });
    return cell ? { kind: "cell", id: String(cell.properties.code), facts: cell.properties } : null;
  }

  private restore(): void {
    addPlanIcons(this.map, this.wishes.theme);
    this.ready = true;
    for (const name of this.data.keys()) this.draw(name);
    if (this.active !== null) this.mark(this.active, true);
    this.events.ready();
  }

  private draw(name: Overlay): void {
    this.hideView();
    (this.map.getSource(name) as GeoJSONSource | undefined)?.setData(this.data.get(name) ?? NOTHING);
  }

  private mark(id: string, active: boolean): void {
    this.map.setFeatureState({ source: "faults", id }, { active });
  }
}
