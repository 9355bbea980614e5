/** Tickets as what the map draws: points, the reach of an uncertain one, and how loaded each cell is. Pure. */
import type { Feature, FeatureCollection, Geometry, Point, Polygon, Position } from "geojson";
import { type Severity, severityOf } from "../state/clocks";
import type { Candidate, Point as Place, PointOwner, TicketRow } from "../wire/types";
import type { SpotShape } from "./icons";

const RANK: Record<SpotShape, number> = { on_time: 1, unplaced: 2, soon: 3, overdue: 4 };

export function shapeOf(row: TicketRow, now: number): SpotShape {
  const severity = severityOf(row, now);
  return severity === "on_time" && row.state === "unplaced" ? "unplaced" : severity;
}

function hasPoint(row: TicketRow): row is TicketRow & { lon: number; lat: number } {
  return row.lon !== null && row.lat !== null;
}

export function pointOf(row: TicketRow, now: number): Feature<Point> | null {
  if (!hasPoint(row)) return null;
  const shape = shapeOf(row, now);
  return {
    type: "Feature",
    id: row.id,
    geometry: { type: "Point", coordinates: [row.lon, row.lat] },
    properties: { id: row.id, shape, rank: RANK[shape] },
  };
}

const METRES_PER_DEGREE = 111_320;

/** A circle of `radius` metres as a polygon: good to a metre at these sizes. */
export function circle(lon: number, lat: number, radius: number): Feature<Polygon> {
  const ring: [number, number][] = [];
  const wide = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  for (let step = 0; step <= 64; step += 1) {
    const angle = (step / 64) * Math.PI * 2;
    ring.push([
      lon + (Math.cos(angle) * radius) / wide,
      lat + (Math.sin(angle) * radius) / METRES_PER_DEGREE,
    ]);
  }
  return { type: "Feature", geometry: { type: "Polygon", coordinates: [ring] }, properties: {} };
}

/** The 95 % circle of a ticket whose cell is not certain; nothing for one that is well inside. */
export function reachOf(row: TicketRow | null): FeatureCollection<Polygon> {
  if (!row || !hasPoint(row) || !row.near_edge || !row.radius_m) {
    return { type: "FeatureCollection", features: [] };
  }
  return { type: "FeatureCollection", features: [circle(row.lon, row.lat, row.radius_m)] };
}

/** Farther from its border than this, a point's border is no question. */
const EDGE_SHOWN_M = 150;

/** A circle around a picked point that touches the nearest border; nothing for one well inside its cell. */
export function edgeOf(owner: PointOwner | null): FeatureCollection<Polygon> {
  const edge = owner?.edge_m ?? Number.POSITIVE_INFINITY;
  const isNear = owner !== null && edge <= EDGE_SHOWN_M;
  return {
    type: "FeatureCollection",
    features: isNear ? [circle(owner.lon, owner.lat, Math.max(edge, 1))] : [],
  };
}

/** Candidates with the key that chooses each. */
export function candidateFeatures(candidates: readonly Candidate[]): FeatureCollection<Point> {
  return {
    type: "FeatureCollection",
    features: candidates.map(({ lon, lat }, index) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [lon, lat] },
      properties: { key: String(index + 1) },
    })),
  };
}

export function pointFeatures(place: Place | null): FeatureCollection<Point> {
  const features: Feature<Point>[] = place
    ? [{ type: "Feature", geometry: { type: "Point", coordinates: [place.lon, place.lat] }, properties: {} }]
    : [];
  return { type: "FeatureCollection", features };
}

/** West, south, east, north, degrees. */
export type Box = [number, number, number, number];

/** The box around points; null without any. */
export function boxOfPoints(points: readonly Place[]): Box | null {
  if (points.length === 0) return null;
  const lons = points.map(({ lon }) => lon);
  const lats = points.map(({ lat }) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** The box around areas, as far as they are drawn, and around what is known already; null when there is neither. */
export function boundsOf(areas: readonly Geometry[], known: Box | null = null): Box | null {
  let box = known;
  for (const [lon = 0, lat = 0] of areas.flatMap(ringsOf).flat()) {
    box = box
      ? [Math.min(box[0], lon), Math.min(box[1], lat), Math.max(box[2], lon), Math.max(box[3], lat)]
      : [lon, lat, lon, lat];
  }
  return box;
}

function ringsOf(area: Geometry): Position[][] {
  if (area.type === "Polygon") return area.coordinates;
  return area.type === "MultiPolygon" ? area.coordinates.flat() : [];
}

/** How much of a cell is open, and the worst of its clocks. */
export interface CellLoad {
  load: number;
  late: Severity;
}
