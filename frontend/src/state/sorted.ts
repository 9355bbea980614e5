/**
 * Things in order, in short pieces: what comes or goes copies one piece and not all. Pure: each change is another one.
 * Read as an array is.
 */

export type Order<T, I = T> = (a: T, b: I) => number;

/** How a list is read; an array is one. */
export interface Listing<T> {
  readonly length: number;
  slice(from?: number, to?: number): readonly T[];
  findIndex(is: (item: T) => boolean): number;
  [Symbol.iterator](): Iterator<T>;
}

/** A piece that grows beyond this is cut in two. */
const LONGEST = 512;
/** More changes than this at a time, and merging is cheaper than putting each in its place. */
const FEW = 64;

type Piece<T> = readonly T[];

export class Sorted<T> implements Listing<T> {
  readonly length: number;
  /** None of them is empty. */
  private readonly pieces: readonly Piece<T>[];
  private readonly order: Order<T>;

  private constructor(order: Order<T>, pieces: readonly Piece<T>[]) {
    this.order = order;
    this.pieces = pieces;
    this.length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  }

  static by<T>(order: Order<T>): Sorted<T> {
    return new Sorted(order, []);
  }

  /** Without what has gone, with what has come, which is in order already. */
  with(gone: readonly T[], come: readonly T[]): Sorted<T> {
    const { order } = this;
    if (gone.length + come.length === 0) return this;
    if (gone.length + come.length > FEW)
      return new Sorted(order, cut(merged(without(this.slice(), gone), come, order)));
    const pieces = this.pieces.slice();
    for (const item of gone) remove(pieces, item, order);
    for (const item of come) insert(pieces, item, order);
    return new Sorted(order, pieces);
  }

  /** How many stand before the first that does not come before `item`. */
  rank<I>(item: I, order: Order<T, I>): number {
    const at = pieceOf(this.pieces, item, order);
    const before = this.pieces.slice(0, at).reduce((sum, piece) => sum + piece.length, 0);
    return before + rankOf(this.pieces[at] ?? [], item, order);
  }

  slice(from = 0, to = this.length): readonly T[] {
    const found: Piece<T>[] = [];
    let start = 0;
    for (const piece of this.pieces) {
      if (start >= to) break;
      if (start + piece.length > from) found.push(piece.slice(Math.max(0, from - start), to - start));
      start += piece.length;
    }
    return found.flat() as T[];
  }

  findIndex(is: (item: T) => boolean): number {
    let start = 0;
    for (const piece of this.pieces) {
      const at = piece.findIndex(is);
      if (at >= 0) return start + at;
      start += piece.length;
    }
    return -1;
  }

  *[Symbol.iterator](): Iterator<T> {
    for (const piece of this.pieces) yield* piece;
  }
}

/** How many of an array stand before the first that does not come before `item`. */
function rankOf<T, I = T>(sorted: readonly T[], item: I, order: Order<T, I>): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(sorted[middle] as T, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first piece that does not end before `item`. */
function pieceOf<T, I>(pieces: readonly Piece<T>[], item: I, order: Order<T, I>): number {
  return rankOf(pieces, item, (piece, of) => order(piece[piece.length - 1] as T, of));
}

/** Takes an item itself out, from among those of its rank; nothing where it is not there. */
function remove<T>(pieces: Piece<T>[], item: T, order: Order<T>): void {
  for (let at = pieceOf(pieces, item, order); at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece<T>;
    for (let place = rankOf(piece, item, order); place < piece.length; place += 1) {
      if (piece[place] === item)
        return replace(pieces, at, [...piece.slice(0, place), ...piece.slice(place + 1)]);
      if (order(piece[place] as T, item) > 0) return;
    }
  }
}

function insert<T>(pieces: Piece<T>[], item: T, order: Order<T>): void {
  const at = Math.min(pieceOf(pieces, item, order), Math.max(0, pieces.length - 1));
  const copy = pieces[at]?.slice() ?? [];
  copy.splice(rankOf(copy, item, order), 0, item);
  replace(pieces, at, copy);
}

/** One piece by another: by two halves where it is too long, by none where nothing is left. */
function replace<T>(pieces: Piece<T>[], at: number, piece: Piece<T>): void {
  const half = piece.length > LONGEST ? piece.length >> 1 : piece.length;
  pieces.splice(at, 1, ...[piece.slice(0, half), piece.slice(half)].filter(({ length }) => length > 0));
}

function cut<T>(all: readonly T[]): Piece<T>[] {
  const pieces: Piece<T>[] = [];
  for (let at = 0; at < all.length; at += LONGEST >> 1) pieces.push(all.slice(at, at + (LONGEST >> 1)));
  return pieces;
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

/** Of several that are the same only as many go as are named. */
function without<T>(all: readonly T[], gone: readonly T[]): readonly T[] {
  if (gone.length === 0) return all;
  const going = new Map<T, number>();
  for (const item of gone) going.set(item, (going.get(item) ?? 0) + 1);
  return all.filter((item) => {
    const left = going.get(item) ?? 0;
    if (left > 0) going.set(item, left - 1);
    return left === 0;
  });
}
