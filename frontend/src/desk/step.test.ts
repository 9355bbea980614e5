import { describe, expect, it } from "vitest";
import { sampleRow } from "../state/samples";
import { neighbour } from "./step";

const rows = [1, 2, 3].map((id) => sampleRow({ id }));

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
