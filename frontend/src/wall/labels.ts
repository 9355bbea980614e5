/** Names on the wall's map that would lie on one another stand apart, each as near to its place as it can. Pure. */
import type { Point } from "./outline";

export interface Label extends Point {
  name: string;
}

/** Of the sheet's 1000: as the names are set in wall.css. */
const LETTER = 15;
const LINE = 18;
const ROUNDS = 24;

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
  const between = (LETTER * (upper.name.length + lower.name.length)) / 2;
  const short = LINE - (lower.y - upper.y);
  if (short <= 0.1 || Math.abs(lower.x - upper.x) >= between) return false;
  upper.y -= short / 2;
  lower.y += short / 2;
  return true;
}
