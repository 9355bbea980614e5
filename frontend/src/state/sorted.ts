/** Arrays that stay in order while a few things come and go. Pure: each change is a copy. */

type Order<T> = (a: T, b: T) => number;

/** More changes than this at a time, and sorting anew is cheaper than putting each in its place. */
const FEW = 64;

/** How many stand before the first that does not come before `item`. */
export function rankOf<T>(sorted: readonly T[], item: T, order: Order<T>): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(sorted[middle] as T, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where an item itself stands among those of its rank; −1 where it does not. */
export function placeOf<T>(sorted: readonly T[], item: T, order: Order<T>): number {
  for (let at = rankOf(sorted, item, order); at < sorted.length; at += 1) {
    if (sorted[at] === item) return at;
    if (order(sorted[at] as T, item) > 0) break;
  }
  return -1;
}

/** Without what has gone, with what has come. */
export function sortedWith<T>(
  sorted: readonly T[],
  gone: readonly T[],
  come: readonly T[],
  order: Order<T>,
): readonly T[] {
  if (gone.length + come.length === 0) return sorted;
  if (gone.length + come.length > FEW) return anew(sorted, gone, come, order);
  const copy = sorted.slice();
  for (const item of gone) {
    const at = placeOf(copy, item, order);
    if (at >= 0) copy.splice(at, 1);
  }
  for (const item of come) copy.splice(rankOf(copy, item, order), 0, item);
  return copy;
}

function anew<T>(all: readonly T[], gone: readonly T[], come: readonly T[], order: Order<T>): T[] {
  return (gone.length === 0 ? all : without(all, gone)).concat(come).sort(order);
}

/** Equal ones (numbers) may stand there several times, and only as many go as are gone. */
function without<T>(all: readonly T[], gone: readonly T[]): T[] {
  const going = new Map<T, number>();
  for (const item of gone) going.set(item, (going.get(item) ?? 0) + 1);
  return all.filter((item) => {
    const left = going.get(item) ?? 0;
    if (left > 0) going.set(item, left - 1);
    return left === 0;
  });
}
