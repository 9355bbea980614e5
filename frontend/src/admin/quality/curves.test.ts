import { describe, expect, it } from "vitest";
import type { Rung } from "../../wire/administration";
import { curve, HIGH, path, rangeOf, reliability, WIDE } from "./curves";

const rung = (threshold: number, cell_precision: number | null): Rung => ({
  threshold,
  placed: 10,
  coverage: 0.5,
  cell_right: 9,
  town_right: 10,
  cell_precision,
  town_precision: 1,
});

describe("the charts of quality", () => {
  it("run from the left edge to the right, from bottom to top", () => {
    const rows = [rung(0.5, 0.9), rung(1, 1)];
    const dots = curve(rows, (row) => row.cell_precision, { low: 0.9, high: 1 });
    expect(dots).toEqual([
      { x: 0, y: HIGH },
      { x: WIDE, y: 0 },
    ]);
    expect(path(dots)).toBe(`M0.0 ${HIGH}.0L${WIDE}.0 0.0`);
  });

  it("leave out a share of nothing", () => {
    expect(curve([rung(0.99, null)], (row) => row.cell_precision, { low: 0, high: 1 })).toEqual([]);
  });

  it("begin low enough to show everything", () => {
    expect(rangeOf([0.973, 0.99])).toEqual({ low: 0.9, high: 1 });
    expect(rangeOf([0.87, 0.99])).toEqual({ low: 0.85, high: 1 });
    expect(rangeOf([null])).toEqual({ low: 0, high: 1 });
  });

  it("put what was said against what came true", () => {
    const bins = [
      { bin: [0.9, 1] as [number, number], count: 100, mean_p: 0.95, right: 90 },
      { bin: [0.1, 0.2] as [number, number], count: 0, mean_p: 0, right: 0 },
    ];
    const [dot, ...others] = reliability(bins);
    expect(others).toEqual([]);
    expect(dot?.x).toBeCloseTo(0.95 * HIGH);
    expect(dot?.y).toBeCloseTo(0.1 * HIGH);
    expect(dot?.radius).toBe(8);
  });
});
