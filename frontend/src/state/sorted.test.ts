import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Sorted } from "./sorted";

/** Things to be told apart, in the order of their ranks; each comparison is counted. */
interface Thing {
  readonly rank: number;
}

function counting() {
  const counter = {
    comparisons: 0,
    order: (a: Thing, b: Thing) => {
      counter.comparisons += 1;
      return a.rank - b.rank;
    },
  };
  return counter;
}

const ranks = (most: number) => fc.array(fc.integer({ min: 0, max: 9_999 }), { maxLength: most });
const listed = (all: readonly Thing[], order: (a: Thing, b: Thing) => number) =>
  Sorted.by(order).with([], all);
const things = (of: readonly number[]): Thing[] => [...of].sort((a, b) => a - b).map((rank) => ({ rank }));

describe("a list in order, of which some go and to which some come", () => {
  it("is what sorting it anew gives", () => {
    fc.assert(
      fc.property(ranks(200), ranks(200), fc.integer({ min: 1, max: 5 }), (there, coming, every) => {
        const held = things(there);
        const come = things(coming);
        const gone = held.filter((_, at) => at % every === 0);
        const left = held.filter((_, at) => at % every !== 0);
        const found = listed(held, counting().order).with(gone, come);
        const ranked = [...left, ...come].map(({ rank }) => rank).sort((a, b) => a - b);
        expect(found.slice().map(({ rank }) => rank)).toEqual(ranked);
        expect(new Set(found)).toEqual(new Set([...left, ...come]));
        expect(found).toHaveLength(ranked.length);
      }),
    );
  });

  it("is compared a few times for one that comes, however many there are", () => {
    const held = things(Array.from({ length: 50_000 }, (_, at) => at));
    const counter = counting();
    listed(held, counter.order).with([held[17] as Thing], [{ rank: 30_000.5 }]);
    expect(counter.comparisons).toBeLessThan(60);
  });

  it("is walked once for many that come: a whole town's rows are no reason to sort the district's", () => {
    const held = things(Array.from({ length: 40_000 }, (_, at) => at));
    const come = things(Array.from({ length: 3_000 }, (_, at) => at * 13 + 0.5));
    const counter = counting();
    expect(listed(held, counter.order).with([], come)).toHaveLength(43_000);
    expect(counter.comparisons).toBeLessThanOrEqual(43_000);
  });

  it("is read in pieces as an array is", () => {
    const all = things(Array.from({ length: 3_000 }, (_, at) => at));
    let list = Sorted.by(counting().order);
    // One by one, from the middle outwards: pieces grow and are cut.
    for (const thing of [...all].sort((a, b) => Math.abs(a.rank - 1_500) - Math.abs(b.rank - 1_500)))
      list = list.with([], [thing]);
    const edges = fc.tuple(fc.nat(3_100), fc.nat(3_100));
    fc.assert(
      fc.property(edges, fc.integer({ min: -1, max: 3_001 }), ([from, to], rank) => {
        expect(list.slice(from, to)).toEqual(all.slice(from, to));
        expect(list.findIndex((thing) => thing.rank === rank)).toBe(rank >= 0 && rank < 3_000 ? rank : -1);
        expect(list.rank(rank, (thing, of) => thing.rank - of)).toBe(Math.min(3_000, Math.max(0, rank)));
      }),
    );
    expect([...list]).toEqual(all);
  });

  it("gives up the very thing, from among many of its rank, and leaves alone what it does not hold", () => {
    const same = Array.from({ length: 1_300 }, () => ({ rank: 7 }));
    const list = listed(same, counting().order);
    const without = list.with([same[900] as Thing, { rank: 7 }], []);
    expect(without.slice()).toEqual([...same.slice(0, 900), ...same.slice(901)]);
    expect(list).toHaveLength(1_300);
  });
});
