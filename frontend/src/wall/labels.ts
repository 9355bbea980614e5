/** Names on the wall's map stand beside its marks and beside one another, each as near to its place as it can. Pure. */
import type { Point } from "./outline";

export interface Label extends Point {
  name: string;
}

export interface Town extends Label {
  rings: readonly (readonly Point[])[];
}

export interface Sheet<T extends Town> {
  width: number;
  height: number;
  towns: readonly T[];
}

/** How far what stands at a point reaches, and what it weighs to cover one. */
export interface Mark {
  reach: number;
  weight: number;
}

export type Lead = readonly [from: Point, to: Point];
export type Named<T extends Town> = T & { lead: Lead | null };

/** Of the sheet's 1000: as the names are set in wall.css. */
const LETTER = 15;
const LINE = 18;
const ROUNDS = 24;
/** How far a name may move from its place to stand free; and what one step of the way weighs. */
const FAR = { x: 132, y: 96, step: 6 };
const WAY = 0.3;
/** As large as the ring about a mark that is overdue. */
const DOT: Mark = { reach: 11, weight: 1 };
/** What it weighs that a fifth of a name lies in no town, in another town, and that its middle does. */
const NOWHERE = 2.4;
const ABROAD = 3;
const MISTAKEN = 20;
/** How far a line leads into its town. */
const WITHIN = 8;

/** The same labels in the same order; those that overlapped moved up and down by equal shares. */
export function apart<L extends Label>(labels: readonly L[]): L[] {
  const moved = labels.map((label) => ({ ...label }));
  for (let round = 0; round < ROUNDS; round++) {
    const downwards = [...moved].sort((a, b) => a.y - b.y);
    const pushes = downwards.flatMap((upper, at) =>
      downwards.slice(at + 1).filter((lower) => push(upper, lower)),
    );
    if (pushes.length === 0) break;
  }
  return moved;
}

/** Moves two names apart where one lies on the other; whether it had to. */
function push(upper: Label, lower: Label): boolean {
  const between = widthOf(upper, lower);
  const short = LINE - (lower.y - upper.y);
  if (short <= 0.1 || Math.abs(lower.x - upper.x) >= between) return false;
  upper.y -= short / 2;
  lower.y += short / 2;
  return true;
}

/**
 * The same towns in the same order, each name moved to where it covers the fewest of the points that a mark may stand
 * at, marked now or not: so no name jumps when a mark comes or goes. In a town that is full of them its name stands
 * outside, where no other town is, and a line leads to it. The fullest choose first.
 */
export function beside<T extends Town>(
  sheet: Sheet<T>,
  points: readonly Point[],
  mark: Mark = DOT,
): Named<T>[] {
  const crowd = new Map(
    sheet.towns.map((town) => [town, points.filter((each) => reaches(town, each)).length]),
  );
  const placed = new Map<T, T>();
  for (const town of [...sheet.towns].sort((a, b) => (crowd.get(b) ?? 0) - (crowd.get(a) ?? 0)))
    placed.set(town, freest(town, { sheet, points, mark, placed: [...placed.values()] }));
  const names = apart(sheet.towns.map((town) => placed.get(town) ?? town));
  return names.map((name, at) => ({ ...name, lead: leadTo(name, sheet.towns[at] ?? name) }));
}

/** Whether a name may come to stand at a point. */
function reaches(label: Label, { x, y }: Point): boolean {
  return Math.abs(x - label.x) < FAR.x + widthOf(label, label) && Math.abs(y - label.y) < FAR.y + 2 * LINE;
}

/** The ways that a name may move, the shortest first. */
const WAYS = waysOf();

function waysOf(): (Point & { way: number })[] {
  const ways = [];
  for (let x = -FAR.x; x <= FAR.x; x += FAR.step)
    for (let y = -FAR.y; y <= FAR.y; y += FAR.step)
      ways.push({ x, y, way: (WAY * Math.hypot(x, y)) / FAR.step });
  return ways.sort((a, b) => a.way - b.way);
}

interface Room {
  sheet: Sheet<Town>;
  points: readonly Point[];
  mark: Mark;
  placed: readonly Label[];
}

function freest<T extends Town>(town: T, room: Room): T {
  const points = room.points.filter((each) => reaches(town, each));
  let best = { label: town, weight: Infinity };
  for (const { x, y, way } of WAYS) {
    if (way >= best.weight) break;
    const moved = { ...town, x: town.x + x, y: town.y + y };
    const weight = way + weightOf(moved, { ...room, points });
    if (weight >= best.weight || !isOn(room.sheet, moved)) continue;
    const whole = weight + strayed(moved, town, room.sheet.towns);
    if (whole < best.weight) best = { label: moved, weight: whole };
  }
  return best.label;
}

/** How many marks a name would cover; another name weighs more than any of them. */
function weightOf(label: Label, { points, mark, placed }: Room): number {
  const half = widthOf(label, label) / 2 + mark.reach;
  const covered = points.filter(
    ({ x, y }) => Math.abs(x - label.x) < half && Math.abs(y - middleOf(label)) < LINE / 2 + mark.reach,
  );
  const names = placed.filter(
    (other) => Math.abs(other.y - label.y) < LINE && Math.abs(other.x - label.x) < widthOf(other, label),
  );
  return mark.weight * covered.length + 100 * names.length;
}

/** What it weighs that a name lies in another town than its own, or in none. */
function strayed(label: Label, own: Town, towns: readonly Town[]): number {
  const half = widthOf(label, label) / 2;
  const weights = [-1, -0.5, 0, 0.5, 1].map((share): number => {
    const point = { x: label.x + share * half, y: middleOf(label) };
    if (isIn(own, point)) return 0;
    return towns.some((town) => town !== own && isIn(town, point)) ? ABROAD : NOWHERE;
  });
  return weights.reduce((sum, each) => sum + each, weights[2] === ABROAD ? MISTAKEN : 0);
}

function isOn({ width, height }: Sheet<Town>, label: Label): boolean {
  const half = widthOf(label, label) / 2;
  return label.x >= half && label.x <= width - half && label.y >= LINE && label.y <= height;
}

/** From a name outside its town to a little way within; none where the name's middle lies in it. */
function leadTo(label: Label, town: Town): Lead | null {
  const middle = { x: label.x, y: middleOf(label) };
  if (town.rings.length === 0 || isIn(town, middle)) return null;
  const half = widthOf(label, label) / 2;
  const from = {
    x: Math.min(label.x + half, Math.max(label.x - half, town.x)),
    y: town.y > middle.y ? middle.y + LINE / 2 : middle.y - LINE / 2,
  };
  const length = Math.hypot(town.x - from.x, town.y - from.y);
  const at = (way: number) => ({
    x: from.x + ((town.x - from.x) * way) / length,
    y: from.y + ((town.y - from.y) * way) / length,
  });
  let way = 0;
  while (way < length && !isIn(town, at(way))) way += 2;
  return way === 0 ? null : [from, at(Math.min(length, way + WITHIN))];
}

/** Whether a point lies within a town's outlines: a ray from it crosses them an odd number of times. */
function isIn({ rings }: Town, { x, y }: Point): boolean {
  let inside = false;
  for (const ring of rings)
    for (let at = 0; at < ring.length; at++) {
      const [one, other] = [ring[at] as Point, ring[(at + 1) % ring.length] as Point];
      if (one.y > y !== other.y > y && x < one.x + ((y - one.y) * (other.x - one.x)) / (other.y - one.y))
        inside = !inside;
    }
  return inside;
}

/** A name stands on its line: its middle lies above it. */
function middleOf(label: Label): number {
  return label.y - LETTER / 3;
}

/** How far apart the middles of two names are that touch. */
function widthOf(one: Label, other: Label): number {
  return (LETTER * (one.name.length + other.name.length)) / 2;
}
