/** A ground being drawn on the map, corner by corner: an area, or a line with so many metres to either side. Pure. */
import type { Feature, FeatureCollection, Position } from "geojson";
import type { DrawnShape } from "../../wire/owning";
import type { Point } from "../../wire/types";

export type Drawn = "area" | "line";

export interface Drawing {
  kind: Drawn;
  points: readonly Point[];
  /** Metres to either side of a line. */
  width: number;
}

export const LEAST_WIDTH = 5;
export const MOST_WIDTH = 500;
const LEAST_CORNERS: Readonly<Record<Drawn, number>> = { area: 3, line: 2 };

export function blankDrawing(kind: Drawn): Drawing {
  return { kind, points: [], width: 30 };
}

function isDrawn({ kind, points, width }: Drawing): boolean {
  const isWide = kind === "area" || (width >= LEAST_WIDTH && width <= MOST_WIDTH);
  return points.length >= LEAST_CORNERS[kind] && isWide;
}

/** What is sent: GeoJSON and the width of a line; null while corners are missing. */
export function drawnShape(drawing: Drawing): { shape: DrawnShape; width_m: number | null } | null {
  if (!isDrawn(drawing)) return null;
  const at = drawing.points.map(({ lon, lat }): [number, number] => [round(lon), round(lat)]);
  const [first] = at;
  if (drawing.kind === "line" || !first)
    return { shape: { type: "LineString", coordinates: at }, width_m: drawing.width };
  return { shape: { type: "Polygon", coordinates: [[...at, first]] }, width_m: null };
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

/** What the map shows of it: corners, the line through them, and the ground it comes to. */
export function drawnFeatures(drawing: Drawing): FeatureCollection {
  const at = drawing.points.map(({ lon, lat }): Position => [lon, lat]);
  const corners = at.map((coordinates): Feature => feature({ type: "Point", coordinates }));
  const line = at.length > 1 ? [feature({ type: "LineString", coordinates: at })] : [];
  if (!isDrawn(drawing)) return { type: "FeatureCollection", features: [...line, ...corners] };
  const [first = []] = at;
  const ring = drawing.kind === "area" ? [...at, first] : corridor(at, drawing.width);
  const ground = feature({ type: "Polygon", coordinates: [ring] });
  const middle = drawing.kind === "area" ? [] : line;
  return { type: "FeatureCollection", features: [ground, ...middle, ...corners] };
}

function feature(geometry: Feature["geometry"]): Feature {
  return { type: "Feature", geometry, properties: {} };
}

const METRES_PER_DEGREE = 111_320;

/** The ground so many metres to either side of a line, as a ring: good enough to look at; the server draws the true one. */
export function corridor(line: readonly Position[], metres: number): Position[] {
  const wide = METRES_PER_DEGREE * Math.cos(((line[0]?.[1] ?? 0) * Math.PI) / 180);
  const sides = line.map((at, index) => {
    const before = line[index - 1] ?? at;
    const after = line[index + 1] ?? at;
    const east = ((after[0] ?? 0) - (before[0] ?? 0)) * wide;
    const north = ((after[1] ?? 0) - (before[1] ?? 0)) * METRES_PER_DEGREE;
    const length = Math.hypot(east, north) || 1;
    return [((-north / length) * metres) / wide, ((east / length) * metres) / METRES_PER_DEGREE] as const;
  });
  const shifted = (sign: number) =>
    line.map(([lon = 0, lat = 0], index): Position => {
      const [x, y] = sides[index] ?? [0, 0];
      return [lon + sign * x, lat + sign * y];
    });
  const left = shifted(1);
  return [...left, ...shifted(-1).reverse(), left[0] ?? []];
}

/** How long a line is, or how large an area, in metres and square metres. */
export function measure({ kind, points }: Drawing): number {
  const wide = METRES_PER_DEGREE * Math.cos(((points[0]?.lat ?? 0) * Math.PI) / 180);
  const flat = points.map(({ lon, lat }) => [lon * wide, lat * METRES_PER_DEGREE] as const);
  let sum = 0;
  for (const [index, [x, y]] of flat.entries()) {
    const next = flat[index + 1] ?? (kind === "area" ? flat[0] : undefined);
    if (!next) continue;
    sum += kind === "area" ? (x * next[1] - next[0] * y) / 2 : Math.hypot(next[0] - x, next[1] - y);
  }
  return Math.abs(sum);
}
