import { describe, expect, it } from "vitest";
import { sampleRow } from "../state/samples";
import { heap, toSign } from "./signing";

const rows = [
  sampleRow({ id: 1, unit: 5 }),
  sampleRow({ id: 2, unit: 5, urgency: "urgent" }),
  sampleRow({ id: 3, unit: 8 }),
  sampleRow({ id: 4, unit: 5, state: "signed" }),
];
const ids = (all: readonly { id: number }[]) => all.map(({ id }) => id);

describe("what may be signed at once", () => {
  it("is what was sent to a unit whose work is the reader's", () => {
    expect(ids(toSign(rows, [5]))).toEqual([1, 2]);
    expect(ids(toSign(rows, [5, 8]))).toEqual([1, 2, 3]);
  });

  it("is nothing for a leader who signs replies, not tickets", () => {
    expect(toSign(rows, [])).toEqual([]);
  });

  it("sets the urgent ones apart", () => {
    const { normal, urgent } = heap(rows, [5]);
    expect([ids(normal), ids(urgent)]).toEqual([[1], [2]]);
  });
});
