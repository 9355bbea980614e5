import { describe, expect, it } from "vitest";
import type { FileLayer } from "../../wire/administration";
import { datumsOf, mappingOf, missingFields } from "./mapping";

const layer = (change: Partial<FileLayer>): FileLayer => ({
  name: "网格",
  features: 12,
  geometry: { Polygon: 12 },
  bounds: null,
  datum: null,
  declared_as: "",
  datum_guess: "wgs84",
  refused: null,
  swapped: false,
  columns: [],
  holds: "cell",
  mapping: {},
  mappings: {},
  remarks: [],
  outlines: {},
  ...change,
});

describe("the columns of a layer", () => {
  it("that are needed have to be named", () => {
    expect(missingFields("cell", { code: "WGDM", name: "WGMC" })).toEqual(["village"]);
    expect(missingFields("town", { code: "XZDM", name: "XZMC" })).toEqual([]);
  });

  it("may leave open what a district keeps by hand", () => {
    expect(missingFields("cell", { code: "a", name: "b", village: "c" })).toEqual([]);
  });
});

describe("the columns of a layer that is read as another level", () => {
  const known = layer({
    mappings: {
      cell: { code: "WGDM", name: "WGMC", village: "CUN", kind: "LX" },
      village: { code: "CUN", name: "CUNMC", town: "ZHEN" },
    },
  });

  it("are guessed for that level", () => {
    expect(mappingOf(known, "cell", {})).toEqual({ code: "WGDM", name: "WGMC", village: "CUN", kind: "LX" });
    expect(mappingOf(known, "village", {})).toEqual({ code: "CUN", name: "CUNMC", town: "ZHEN" });
  });

  it("stay what a person chose, also that there is none", () => {
    expect(mappingOf(known, "village", { name: "MC", kind: "LX", town: null })).toEqual({
      code: "CUN",
      name: "MC",
      town: null,
    });
  });

  it("are not guessed where a person took the column for something else", () => {
    expect(mappingOf(known, "cell", { name: "CUN" })).toEqual({ code: "WGDM", name: "CUN", kind: "LX" });
  });
});

describe("the datums a file may be in", () => {
  const point = { type: "Point" as const, coordinates: [119, 33] };

  it("begin with what it declares and what is guessed", () => {
    const outlines = { bd09: point, gcj02: point, wgs84: point };
    expect(datumsOf(layer({ datum: "gcj02", datum_guess: "gcj02", outlines }))).toEqual([
      "gcj02",
      "bd09",
      "wgs84",
    ]);
  });

  it("are at least the guess", () => {
    expect(datumsOf(layer({ datum_guess: "cgcs2000" }))).toEqual(["cgcs2000"]);
  });
});
