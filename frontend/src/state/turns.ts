/** Instants in order, of which an instant may be several. Answers how many have passed. Pure; a shelf keeps them for each list. */
import { Sorted } from "./sorted";

const earlier = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
const notLater = (turn: number, at: number) => (turn <= at ? -1 : 1);

export class Turns {
  private readonly sorted: Sorted<number>;

  private constructor(sorted: Sorted<number>) {
    this.sorted = sorted;
  }

  static readonly none = new Turns(Sorted.by(earlier));

  /** Without some that have gone, with some that have come. */
  with(gone: readonly number[], come: readonly number[]): Turns {
    return new Turns(this.sorted.with(gone, [...Float64Array.from(come).sort()]));
  }

  /** How many are at this instant or before it. */
  passed(now: number): number {
    return this.sorted.rank(now, notLater);
  }
}
