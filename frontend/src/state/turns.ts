/**
 * Instants in order, in short pieces: an event copies one piece and not all. Answers how many have passed at any time.
 * An instant may stand there several times. Pure; kept by a shelf for each of its lists.
 */
import { rankOf } from "./sorted";

/** A piece that grows beyond this is cut in two; more changes than this at a time, and all are put in order anew. */
const LONGEST = 512;

type Piece = readonly number[];

const earlier = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
const notLater = (turn: number, at: number) => (turn <= at ? -1 : 1);
const endsEarlier = (piece: Piece, at: number) => earlier(lastOf(piece), at);

function lastOf(piece: Piece): number {
  return piece[piece.length - 1] as number;
}

export class Turns {
  /** None of them is empty. */
  private readonly pieces: readonly Piece[];

  private constructor(pieces: readonly Piece[]) {
    this.pieces = pieces;
  }

  static readonly none = new Turns([]);

  /** Without some that have gone, with some that have come. */
  with(gone: readonly number[], come: readonly number[]): Turns {
    const pieces = this.pieces.slice();
    for (const turn of gone) remove(pieces, turn);
    if (come.length > LONGEST) return new Turns(cut([...pieces.flat(), ...come]));
    for (const turn of come) insert(pieces, turn);
    return new Turns(pieces);
  }

  /** How many are at this instant or before it. */
  passed(now: number): number {
    let count = 0;
    for (const piece of this.pieces) {
      if (lastOf(piece) > now) return count + rankOf(piece, now, notLater);
      count += piece.length;
    }
    return count;
  }
}

function remove(pieces: Piece[], turn: number): void {
  const at = rankOf(pieces, turn, endsEarlier);
  const copy = pieces[at]?.slice() ?? [];
  const place = rankOf(copy, turn, earlier);
  if (copy[place] !== turn) return;
  copy.splice(place, 1);
  if (copy.length > 0) pieces[at] = copy;
  else pieces.splice(at, 1);
}

function insert(pieces: Piece[], turn: number): void {
  const at = Math.min(rankOf(pieces, turn, endsEarlier), Math.max(0, pieces.length - 1));
  const copy = pieces[at]?.slice() ?? [];
  copy.splice(rankOf(copy, turn, earlier), 0, turn);
  const half = copy.length > LONGEST ? copy.length >> 1 : copy.length;
  pieces.splice(at, 1, copy.slice(0, half), ...(half < copy.length ? [copy.slice(half)] : []));
}

function cut(turns: readonly number[]): Piece[] {
  const all = Float64Array.from(turns).sort();
  const pieces: Piece[] = [];
  for (let at = 0; at < all.length; at += LONGEST >> 1)
    pieces.push([...all.subarray(at, at + (LONGEST >> 1))]);
  return pieces;
}
