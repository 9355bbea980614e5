/** Arrays that stay in order while things come and go. Pure: each change is a copy. */

type Order<T, I = T> = (a: T, b: I) => number;

/** More changes than this at a time, and merging is cheaper than putting each in its place. */
const FEW = 64;

/** How many stand before the first that does not come before `item`. */
export function rankOf<T, I = T>(sorted: readonly T[], item: I, order: Order<T, I>): number {
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
function placeOf<T>(sorted: readonly T[], item: T, order: Order<T>): number {
  for (let at = rankOf(sorted, item, order); at < sorted.length; at += 1) {
    if (sorted[at] === item) return at;
    if (order(sorted[at] as T, item) > 0) break;
  }
  return -1;
}

/** Without what has gone, with what has come, which is in order already. */
export function sortedWith<T>(
  sorted: readonly T[],
  gone: readonly T[],
  come: readonly T[],
  order: Order<T>,
): readonly T[] {
  if (gone.length + come.length === 0) return sorted;
  if (gone.length + come.length > FEW) return merged(without(sorted, gone), come, order);
  const copy = sorted.slice();
  for (const item of gone) {
    const at = placeOf(copy, item, order);
    if (at >= 0) copy.splice(at, 1);
  }
  for (const item of come) copy.splice(rankOf(copy, item, order), 0, item);
  return copy;
}

/** Two arrays in order as one: each thing is compared about once, so a whole town's rows come in one walk. */
function merged<T>(a: readonly T[], b: readonly T[], order: Order<T>): readonly T[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const all: T[] = [];
  let at = 0;
  for (const item of b) {
    for (; at < a.length && order(a[at] as T, item) <= 0; at += 1) all.push(a[at] as T);
    all.push(item);
  }
  for (; at < a.length; at += 1) all.push(a[at] as T);
  return all;
}

function without<T>(all: readonly T[], gone: readonly T[]): readonly T[] {
  if (gone.length === 0) return all;
  const going = new Set(gone);
  return all.filter((item) => !going.has(item));
}
