import { describe, expect, it } from "vitest";
import type { Fault } from "../../wire/administration";
import { countKinds, inOrder } from "./faults";

const fault = (id: number, kind: string, severity: Fault["severity"], area_m2: number): Fault => ({
  id,
  kind,
  severity,
  area_m2,
  layer: "cell",
  codes: [],
  width_m: 0,
  says: "",
  geometry: { type: "Point", coordinates: [119, 33] },
  repair: null,
});

const FOUND = [
  fault(1, "mismatch", "warning", 900),
  fault(2, "gap", "blocking", 3),
  fault(3, "overlap", "blocking", 80),
  fault(4, "gap", "blocking", 40),
];

describe("faults", () => {
  it("that block come first, the largest of them first", () => {
    expect(inOrder(FOUND).map((each) => each.id)).toEqual([3, 4, 2, 1]);
  });

  it("are counted by kind in the same order", () => {
    expect(countKinds(FOUND)).toEqual([
      { kind: "overlap", count: 1, blocking: true },
      { kind: "gap", count: 2, blocking: true },
      { kind: "mismatch", count: 1, blocking: false },
    ]);
  });
});
