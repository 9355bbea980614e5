import { describe, expect, it } from "vitest";
import { sampleClock, sampleRow } from "../state/samples";
import { boundsOf, circle, reachOf, shapeOf } from "./features";

const NOW = Date.parse("2026-11-24T03:00:00Z");
const late = sampleClock();

describe("what the map draws", () => {
  it("gives each clock its own shape, and a ticket to place a question mark", () => {
    expect(shapeOf(sampleRow(), NOW)).toBe("on_time");
    expect(shapeOf(sampleRow({ state: "unplaced" }), NOW)).toBe("unplaced");
    expect(shapeOf(sampleRow({ clocks: [{ ...late, warned: "overdue" }] }), NOW)).toBe("overdue");
  });

  it("shows the reach only of a ticket near an edge", () => {
    expect(reachOf(sampleRow()).features).toHaveLength(1);
    expect(reachOf(sampleRow({ near_edge: false })).features).toHaveLength(0);
    expect(reachOf(null).features).toHaveLength(0);
  });

  it("draws a circle that is as wide as it says", () => {
    const ring = circle(119, 33.6, 100).geometry.coordinates[0] ?? [];
    const heights = ring.map((point) => point[1] ?? 0);
    const metres = ((Math.max(...heights) - Math.min(...heights)) / 2) * 111_320;
    expect(metres).toBeCloseTo(100, 0);
  });
});

describe("the box around a town", () => {
  const piece = (west: number, east: number) => ({
    type: "Polygon" as const,
    coordinates: [
      [
        [west, 33],
        [east, 33],
        [east, 34],
        [west, 33],
      ],
    ],
  });

  it("joins the pieces that tiles cut", () => {
    expect(boundsOf([piece(118, 119), piece(119, 120)])).toEqual([118, 33, 120, 34]);
  });

  it("keeps what was known, and is nothing of nothing", () => {
    expect(boundsOf([piece(119, 120)], [118, 32, 119, 33])).toEqual([118, 32, 120, 34]);
    expect(boundsOf([])).toBeNull();
  });
});
