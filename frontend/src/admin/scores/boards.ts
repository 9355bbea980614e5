/** 红榜 and 黑榜: the units with the highest and the lowest composite. Pure. */
import type { UnitFigures } from "../../wire/scores";

export interface Boards {
  red: UnitFigures[];
  black: UnitFigures[];
}

/**
 * The `most` best and the `most` last; whoever has the same score as the last one named is named too. A unit without a
 * composite is on neither, and nobody is on both.
 */
export function boards(units: readonly UnitFigures[], most: number): Boards {
  const scored = units.filter(({ composite }) => composite !== null);
  const best = [...scored].sort((a, b) => score(b) - score(a));
  const edge = best[Math.min(most, best.length) - 1];
  const red = edge ? best.filter((each) => score(each) >= score(edge)) : [];
  const rest = best.filter((each) => !red.includes(each)).reverse();
  const last = rest[Math.min(most, rest.length) - 1];
  const black = last ? rest.filter((each) => score(each) <= score(last)) : [];
  return { red, black };
}

const score = (each: UnitFigures) => Number(each.composite);
