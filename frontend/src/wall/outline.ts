/** Outlines on a flat sheet: what is drawn of a district fits a box, north up, distances true at its middle. Pure. */
import type { Ground, Outline } from "../wire/wall";

export interface Point {
  x: number;
  y: number;
}

export interface DrawnArea extends Point {
  code: string;
  name: string;
  path: string;
  rings: readonly (readonly Point[])[];
}

export interface Drawing {
  width: number;
  height: number;
  towns: readonly DrawnArea[];
  cells: readonly DrawnArea[];
  /** Where a position in degrees stands on the sheet. */
  project: Project;
}

const SIDE = 1000;
const MARGIN = 24;
const DEGREE = Math.PI / 180;

type Project = (position: readonly [number, number]) => Point;

/** The box's longer side is 1000; null where there is nothing to draw. */
export function draw(ground: Ground): Drawing | null {
  const positions = ground.towns.flatMap((town) => town.shape.flat(2));
  if (positions.length === 0) return null;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of positions) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  const narrow = Math.cos(((south + north) / 2) * DEGREE);
  const scale = (SIDE - 2 * MARGIN) / Math.max((east - west) * narrow, north - south);
  const project: Project = ([lon, lat]) => ({
    x: round(MARGIN + (lon - west) * narrow * scale),
    y: round(MARGIN + (north - lat) * scale),
  });
  const corner = project([east, south]);
  return {
    width: corner.x + MARGIN,
    height: corner.y + MARGIN,
    towns: ground.towns.map((town) => drawn(town, town.name, project)),
    cells: ground.cells.map((cell) => drawn(cell, "", project)),
    project,
  };
}

function drawn(
  area: { code: string; label: readonly [number, number]; shape: Outline },
  name: string,
  project: Project,
): DrawnArea {
  const rings = area.shape.flat().map((ring) => ring.slice(0, -1).map(project));
  return { code: area.code, name, path: pathOf(rings), rings, ...project(area.label) };
}

function pathOf(rings: DrawnArea["rings"]): string {
  return rings.map((ring) => `M${ring.map(pair).join(" ")}Z`).join("");
}

function pair({ x, y }: Point): string {
  return `${x} ${y}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
