import { describe, expect, it } from "vitest";
import { readAddress, writeAddress } from "./address";

describe("the administration's address", () => {
  it("is read as it was written", () => {
    const address = {
      at: "places",
      tab: "proposals",
      version: null,
      place: 42,
      profile: "huaian-12345",
    } as const;
    expect(readAddress(writeAddress(address))).toEqual(address);
  });

  it("leads to the boundaries where it says nothing, or nonsense", () => {
    const start = { at: "boundaries", tab: null, version: null, place: null, profile: null };
    expect(readAddress("")).toEqual(start);
    expect(readAddress("?at=elsewhere&version=-1&place=1e9&tab=<b>")).toEqual(start);
  });
});
