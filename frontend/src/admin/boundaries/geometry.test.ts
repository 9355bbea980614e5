import { describe, expect, it } from "vitest";
import type { Fault } from "../../wire/administration";
import { boxOfGeometry, faultMarks } from "./geometry";

const fault = (change: Partial<Fault>): Fault => ({
  id: 1,
  kind: "gap",
  severity: "blocking",
  layer: "cell",
  codes: ["320804001001001"],
  area_m2: 12,
  width_m: 0.4,
  says: "缝隙",
  repair: null,
  geometry: {
    type: "LineString",
    coordinates: [
      [119, 33],
      [119.2, 33.4],
    ],
  },
  ...change,
});

describe("faults on the map", () => {
  it("are found whatever they are made of", () => {
    expect(boxOfGeometry({ type: "Point", coordinates: [119, 33] })).toEqual([119, 33, 119, 33]);
    expect(
      boxOfGeometry({
        type: "GeometryCollection",
        geometries: [
          { type: "Point", coordinates: [119, 33] },
          {
            type: "MultiPolygon",
            coordinates: [
              [
                [
                  [118, 33],
                  [118.5, 34],
                  [118, 33],
                ],
              ],
            ],
          },
        ],
      }),
    ).toEqual([118, 33, 119, 34]);
    expect(boxOfGeometry({ type: "MultiPolygon", coordinates: [] })).toBeNull();
  });

  it("stand in the middle of their ground, blocking ones on top", () => {
    const [mark, other] = faultMarks([fault({}), fault({ id: 2, severity: "warning" })]).features;
    expect(mark?.geometry).toEqual({ type: "Point", coordinates: [119.1, 33.2] });
    expect(mark?.properties?.rank).toBeGreaterThan(other?.properties?.rank);
  });

  it("without a place have no mark", () => {
    const lost = fault({ geometry: { type: "GeometryCollection", geometries: [] } });
    expect(faultMarks([lost]).features).toEqual([]);
  });
});
