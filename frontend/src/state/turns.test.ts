import fc from "fast-check";
import { expect, it } from "vitest";
import { Turns } from "./turns";

const turn = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(-Infinity, Infinity));
const few = fc.array(turn, { maxLength: 4 });
const many = fc.array(turn, { minLength: 500, maxLength: 1_200 });

it("counts what has passed as one would by hand, however much comes and goes at a time", () => {
  const change = fc.record({ going: fc.nat(), come: fc.oneof({ weight: 3, arbitrary: few }, many) });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
      let plain: number[] = [];
      let turns = Turns.none;
      for (const { going, come } of changes) {
        const gone = plain.slice(0, going % (plain.length + 1));
        plain = [...plain.slice(gone.length), ...come];
        turns = turns.with(gone, come);
        for (const now of [-4, -3, 0, 3, 4])
          expect(turns.passed(now)).toBe(plain.filter((each) => each <= now).length);
      }
    }),
  );
});

it("takes one of several that are the same", () => {
  const turns = Turns.none.with([], [5, 5, 5]).with([5], []);
  expect(turns.passed(5)).toBe(2);
});

it("leaves alone what is not there", () => {
  expect(Turns.none.with([1], [2]).with([1, 3], []).passed(9)).toBe(1);
});

it("keeps what it was before", () => {
  const before = Turns.none.with([], [1, 2]);
  before.with([1], [7]);
  expect(before.passed(9)).toBe(2);
});
