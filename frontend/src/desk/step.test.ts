import { describe, expect, it } from "vitest";
import { sampleRow } from "../state/samples";
import { neighbour, nextFilled, nextOwed, placeOf } from "./step";

const rows = [1, 2, 3].map((id) => sampleRow({ id }));

describe("where a ticket stands", () => {
  it("is found wherever it was looked for first", () => {
    for (const stood of [0, 1, 2, 7])
      expect([1, 2, 3].map((id) => placeOf(rows, id, stood))).toEqual([0, 1, 2]);
  });

  it("is nowhere for none, and for one that has left", () => {
    expect([placeOf(rows, null, 1), placeOf(rows, 9, 1), placeOf([], 1, 4)]).toEqual([-1, -1, -1]);
  });
});

describe("walking a list that changes", () => {
  it("goes to the neighbours and stops at the ends", () => {
    expect(neighbour(rows, 2, 1, 1)?.id).toBe(3);
    expect(neighbour(rows, 2, 1, -1)?.id).toBe(1);
    expect(neighbour(rows, 3, 2, 1)).toBeUndefined();
  });

  it("starts at the end the arrow points from", () => {
    expect(neighbour(rows, null, 0, 1)?.id).toBe(1);
    expect(neighbour(rows, null, 0, -1)?.id).toBe(3);
  });

  it("goes on from where a ticket stood that has left the list", () => {
    expect(neighbour(rows, 9, 1, 1)?.id).toBe(2);
    expect(neighbour(rows, 9, 1, -1)?.id).toBe(1);
    expect(neighbour(rows, 9, 3, 1)?.id).toBe(3);
  });

  it("finds nothing in an empty list", () => {
    expect(neighbour([], 1, 0, 1)).toBeUndefined();
  });
});

describe("signing one after the other", () => {
  const mixed = [
    sampleRow({ id: 1, owed_by: 5 }),
    sampleRow({ id: 2, owed_by: 9 }),
    sampleRow({ id: 3, owed_by: 5 }),
  ];

  it("passes by what other units owe", () => {
    expect(nextOwed(mixed, 1, 0, 5)?.id).toBe(3);
  });

  it("comes back to what was left above, and ends", () => {
    expect(nextOwed(mixed, 3, 2, 5)?.id).toBe(1);
    expect(nextOwed(mixed.slice(0, 2), 1, 0, 5)).toBeUndefined();
  });
});

describe("walking the duties", () => {
  const all = ["a", "b", "c", "d"];
  const filled = (each: string) => each !== "b";

  it("passes by what holds nothing, in a round", () => {
    expect(nextFilled(all, "a", 1, filled)).toBe("c");
    expect(nextFilled(all, "d", 1, filled)).toBe("a");
    expect(nextFilled(all, "c", -1, filled)).toBe("a");
    expect(nextFilled(all, "a", -1, filled)).toBe("d");
  });

  it("stays where no other holds anything", () => {
    expect(nextFilled(all, "a", 1, (each) => each === "a")).toBeUndefined();
  });
});
