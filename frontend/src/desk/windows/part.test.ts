import { describe, expect, it } from "vitest";
import { type Away, follows, heard, partOf, partsAway, withPart } from "./part";

describe("parts of the desk in windows of their own", () => {
  it("stand in the address, and stay there while its filters change", () => {
    expect([partOf("?window=map&ticket=7"), partOf("?window=x"), partOf("")]).toEqual(["map", null, null]);
    expect(withPart("?ticket=7", "map")).toBe("?window=map&ticket=7");
    expect(withPart("", "ticket")).toBe("?window=ticket");
    expect(withPart("?ticket=7", null)).toBe("?ticket=7");
  });

  it("follow what is chosen, but two whole desks do not follow each other", () => {
    expect([follows("map", null), follows(null, "ticket"), follows("map", "ticket")]).toEqual([
      true,
      true,
      true,
    ]);
    expect(follows(null, null)).toBe(false);
  });

  it("are away from when they say so until they say so, or are silent for long", () => {
    let away: Away = new Map();
    away = heard(away, { kind: "here", part: "map", id: "a" }, 1_000);
    away = heard(away, { kind: "here", part: "ticket", id: "b" }, 2_000);
    expect(partsAway(away, 3_000)).toEqual(["map", "ticket"]);
    away = heard(away, { kind: "gone", id: "b" }, 3_000);
    expect(partsAway(away, 60_000)).toEqual(["map"]);
    expect(partsAway(away, 92_000)).toEqual([]);
  });
});
