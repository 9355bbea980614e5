import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sortedWith } from "./sorted";

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
const things = (of: readonly number[]): Thing[] => [...of].sort((a, b) => a - b).map((rank) => ({ rank }));

describe("an array in order, of which some go and to which some come", () => {
  it("is what sorting it anew gives", () => {
    fc.assert(
      fc.property(ranks(200), ranks(200), fc.integer({ min: 1, max: 5 }), (there, coming, every) => {
        const held = things(there);
        const come = things(coming);
        const gone = held.filter((_, at) => at % every === 0);
        const left = held.filter((_, at) => at % every !== 0);
        const found = sortedWith(held, gone, come, counting().order);
        const ranked = [...left, ...come].map(({ rank }) => rank).sort((a, b) => a - b);
        expect(found.map(({ rank }) => rank)).toEqual(ranked);
        expect(new Set(found)).toEqual(new Set([...left, ...come]));
      }),
    );
  });

  it("is compared a few times for one that comes, however many there are", () => {
    const held = things(Array.from({ length: 50_000 }, (_, at) => at));
    const counter = counting();
    sortedWith(held, [held[17] as Thing], [{ rank: 30_000.5 }], counter.order);
    expect(counter.comparisons).toBeLessThan(60);
  });

  it("is walked once for many that come: a whole town's rows are no reason to sort the district's", () => {
    const held = things(Array.from({ length: 40_000 }, (_, at) => at));
    const come = things(Array.from({ length: 3_000 }, (_, at) => at * 13 + 0.5));
    const counter = counting();
    expect(sortedWith(held, [], come, counter.order)).toHaveLength(43_000);
    expect(counter.comparisons).toBeLessThanOrEqual(43_000);
  });
});
