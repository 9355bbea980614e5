/** Names on the wall's map stand beside its marks and beside one another, each as near to its place as it can. Pure. */
import type { Point } from "./outline";

export interface Label extends Point {
  name: string;
}

/** Of the sheet's 1000: as the names are set in wall.css. */
const LETTER = 15;
const LINE = 18;
const ROUNDS = 24;
/** How far a name may move from its place to stand free. */
const FAR = { x: 30, y: 30, step: 6 };
/** What one step of the way weighs, where a covered point weighs one; and how far a mark reaches. */
const WAY = 0.12;
const MARK = 8;

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
 * The same labels in the same order, each moved to where it covers the fewest of the points that a mark may stand at,
 * marked now or not: so no name jumps when a mark comes or goes.
 */
export function beside<L extends Label>(labels: readonly L[], points: readonly Point[]): L[] {
  const placed: L[] = [];
  for (const label of labels) {
    const near = points.filter(
      ({ x, y }) =>
        Math.abs(x - label.x) < FAR.x + widthOf(label, label) && Math.abs(y - label.y) < FAR.y + 2 * LINE,
    );
    placed.push(freest(label, near, placed));
  }
  return apart(placed);
}

function freest<L extends Label>(label: L, points: readonly Point[], placed: readonly Label[]): L {
  let best = { label, weight: weightOf(label, points, placed) };
  for (let east = -FAR.x; east <= FAR.x; east += FAR.step)
    for (let south = -FAR.y; south <= FAR.y; south += FAR.step) {
      const moved = { ...label, x: label.x + east, y: label.y + south };
      const weight = weightOf(moved, points, placed) + (WAY * Math.hypot(east, south)) / FAR.step;
      if (weight < best.weight - 1e-9) best = { label: moved, weight };
    }
  return best.label;
}

/** How many marks a name would cover; another name weighs more than any of them. */
function weightOf(label: Label, points: readonly Point[], placed: readonly Label[]): number {
  const half = widthOf(label, label) / 2 + MARK;
  const covered = points.filter(
    ({ x, y }) => Math.abs(x - label.x) < half && Math.abs(y - middleOf(label)) < LINE / 2 + MARK,
  );
  const names = placed.filter(
    (other) => Math.abs(other.y - label.y) < LINE && Math.abs(other.x - label.x) < widthOf(other, label),
  );
  return covered.length + 100 * names.length;
}

/** A name stands on its line: its middle lies above it. */
function middleOf(label: Label): number {
  return label.y - LETTER / 3;
}

/** How far apart the middles of two names are that touch. */
function widthOf(one: Label, other: Label): number {
  return (LETTER * (one.name.length + other.name.length)) / 2;
}
