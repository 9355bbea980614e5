import { describe, expect, it } from "vitest";
import { chosen, missingOf, optionsOf } from "./list";

describe("a list of places", () => {
  it("needs no column of kinds where all rows are of one", () => {
    expect(missingOf({ name: "名称" }, "", ["kind", "lon"])).toEqual(["kind", "lon"]);
    expect(missingOf({ name: "名称", lon: "X" }, "estate", ["kind", "lon"])).toEqual([]);
  });

  it("needs no point where lines are drawn", () => {
    expect(missingOf({}, "", ["name", "lon", "lat"])).toEqual(["name", "lon", "lat"]);
    expect(missingOf({ line: "坐标串" }, "", ["name", "lon", "lat"])).toEqual(["name"]);
  });

  it("has each column for one field", () => {
    expect(chosen({ name: "甲", kind: "乙" }, "lon", "甲")).toEqual({ kind: "乙", lon: "甲" });
    expect(chosen({ name: "甲", kind: "乙" }, "kind", "")).toEqual({ name: "甲" });
  });

  it("is sent as it was looked into", () => {
    const options = optionsOf({
      source: " 民政局 ",
      datum: "gcj02",
      mapping: { name: "名称" },
      kind: "",
      isGoodOnly: false,
      file: { name: "地名.csv" },
      found: { encoding: "gb18030", fields: ["name", "kind"].map((field) => ({ field, label: field })) },
    });
    expect(options).toEqual({
      source: "民政局",
      datum: "gcj02",
      mapping: { name: "名称", kind: "" },
      encoding: "gb18030",
      kind: null,
      mode: "all",
      dry_run: false,
      name: "地名.csv",
    });
  });
});
