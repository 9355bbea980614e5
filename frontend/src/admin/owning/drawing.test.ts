import { describe, expect, it } from "vitest";
import { blankDrawing, corridor, type Drawing, drawnFeatures, drawnShape, measure } from "./drawing";

const CORNERS = [
  { lon: 119, lat: 33 },
  { lon: 119.01, lat: 33 },
  { lon: 119.01, lat: 33.01 },
];

function drawing(change: Partial<Drawing>): Drawing {
  return { ...blankDrawing("area"), ...change };
}

describe("a drawing", () => {
  it("is nothing to send until it has its corners and its width", () => {
    expect(drawnShape(drawing({ points: CORNERS.slice(0, 2) }))).toBeNull();
    expect(drawnShape(drawing({ kind: "line", points: CORNERS.slice(0, 1) }))).toBeNull();
    expect(drawnShape(drawing({ kind: "line", points: CORNERS, width: 4 }))).toBeNull();
    expect(drawnShape(drawing({ kind: "line", points: CORNERS, width: Number.NaN }))).toBeNull();
  });

  it("closes an area and gives a line its width", () => {
    expect(drawnShape(drawing({ points: CORNERS }))).toEqual({
      shape: {
        type: "Polygon",
        coordinates: [
          [
            [119, 33],
            [119.01, 33],
            [119.01, 33.01],
            [119, 33],
          ],
        ],
      },
      width_m: null,
    });
    const line = drawnShape(drawing({ kind: "line", points: CORNERS.slice(0, 2), width: 40 }));
    expect(line?.width_m).toBe(40);
    expect(line?.shape.type).toBe("LineString");
  });

  it("shows corners at once, the ground as soon as there is one", () => {
    const types = (made: Drawing) => drawnFeatures(made).features.map(({ geometry }) => geometry.type);
    expect(types(drawing({ points: CORNERS.slice(0, 1) }))).toEqual(["Point"]);
    expect(types(drawing({ points: CORNERS }))).toEqual(["Polygon", "Point", "Point", "Point"]);
    const line = drawing({ kind: "line", points: CORNERS.slice(0, 2) });
    expect(types(line)).toEqual(["Polygon", "LineString", "Point", "Point"]);
  });

  it("measures what was drawn", () => {
    const side = 111_320 * 0.01;
    const wide = side * Math.cos((33 * Math.PI) / 180);
    expect(measure(drawing({ kind: "line", points: CORNERS.slice(1) }))).toBeCloseTo(side, 0);
    expect(measure(drawing({ points: CORNERS })) / ((side * wide) / 2)).toBeCloseTo(1, 3);
  });
});

describe("the ground along a line", () => {
  it("lies so many metres to either side", () => {
    const ring = corridor(
      [
        [119, 33],
        [119, 33.01],
      ],
      50,
    );
    const metres = ring.map(([lon = 0]) => (lon - 119) * 111_320 * Math.cos((33 * Math.PI) / 180));
    expect(metres.map(Math.round)).toEqual([-50, -50, 50, 50, -50]);
    expect(ring.at(-1)).toEqual(ring[0]);
  });
});
