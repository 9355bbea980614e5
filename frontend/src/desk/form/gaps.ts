/** The gaps of a drafted reply, marked 【缺：…】 by the service; Tab walks from one to the next. Pure. */
const GAP = /【缺[:\uff1a][^】]*】/g;

export interface Gap {
  start: number;
  end: number;
}

function gapsOf(words: unknown): Gap[] {
  if (typeof words !== "string") return [];
  return [...words.matchAll(GAP)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
}

/** The first gap from a place on. */
export function firstGap(words: unknown, from: number): Gap | null {
  return gapsOf(words).find(({ start }) => start >= from) ?? null;
}

/** The last gap that ends before a place. */
export function lastGap(words: unknown, before: number): Gap | null {
  return gapsOf(words).findLast(({ end }) => end <= before) ?? null;
}
