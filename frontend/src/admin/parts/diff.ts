/** What differs between two runs of pieces (characters of a text, lines of a list), in order. Pure. */
export interface Part<T> {
  what: "same" | "gone" | "new";
  items: readonly T[];
}

/** Beyond so many comparisons the middle is told as gone and new, whole. */
const MOST = 4_000_000;

export function diff<T>(before: readonly T[], after: readonly T[]): Part<T>[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  const room = Math.min(before.length, after.length) - start;
  while (end < room && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const was = before.slice(start, before.length - end);
  const is = after.slice(start, after.length - end);
  const middle = was.length * is.length > MOST ? [gone(was), fresh(is)] : longest(was, is);
  return joined([same(before.slice(0, start)), ...middle, same(before.slice(before.length - end))]);
}

const same = <T>(items: readonly T[]): Part<T> => ({ what: "same", items });
const gone = <T>(items: readonly T[]): Part<T> => ({ what: "gone", items });
const fresh = <T>(items: readonly T[]): Part<T> => ({ what: "new", items });

/** By the longest run of pieces that both have in this order. */
function longest<T>(was: readonly T[], is: readonly T[]): Part<T>[] {
  const width = is.length + 1;
  const lengths = new Uint16Array((was.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = was.length - 1; row >= 0; row--)
    for (let column = is.length - 1; column >= 0; column--)
      lengths[row * width + column] =
        was[row] === is[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  const parts: Part<T>[] = [];
  let [row, column] = [0, 0];
  while (row < was.length || column < is.length) {
    if (row < was.length && column < is.length && was[row] === is[column]) {
      parts.push(same(was.slice(row, row + 1)));
      row++;
      column++;
    } else if (column >= is.length || (row < was.length && at(row + 1, column) >= at(row, column + 1)))
      parts.push(gone(was.slice(row, ++row)));
    else parts.push(fresh(is.slice(column, ++column)));
  }
  return parts;
}

/** Neighbours of one kind are one part; what is gone stands before what is new in its place. */
function joined<T>(parts: readonly Part<T>[]): Part<T>[] {
  const found: Part<T>[] = [];
  let lost: T[] = [];
  let come: T[] = [];
  const settle = () => {
    if (lost.length > 0) found.push(gone(lost));
    if (come.length > 0) found.push(fresh(come));
    [lost, come] = [[], []];
  };
  for (const { what, items } of parts) {
    if (items.length === 0) continue;
    if (what === "gone") lost.push(...items);
    else if (what === "new") come.push(...items);
    else {
      settle();
      const last = found.at(-1);
      if (last?.what === "same") found[found.length - 1] = same([...last.items, ...items]);
      else found.push(same(items));
    }
  }
  settle();
  return found;
}
