import { describe, expect, it } from "vitest";
import { changed } from "../parts/changed";
import { SETTING_LABELS, saySetting } from "./said";

describe("what was changed about locating", () => {
  it("says shares in a hundred and what is the program's own", () => {
    expect(saySetting("least_precision", 0.985)).toBe("98.5 %");
    expect(saySetting("weights", "own")).toBe("程序自带");
    expect(saySetting("cell", 0.9)).toBeUndefined();
  });

  it("names a weight with its figures", () => {
    expect(saySetting("weights", ["agree_town", 2.5])).toBe("镇街相符 2.5");
    expect(saySetting("weights", ["name", { full: 5, old: 4.4 }])).toBe("名称的说法: 标准名称 5、曾用名 4.4");
  });

  it("reads a curve between its knots, and beyond them", () => {
    const line = [
      [0.6, 0.8],
      [0.4, 0.6],
    ];
    expect(saySetting("calibration", ["cell", "point", line])).toBe(
      "网格 · 点位: 50 % → 40 %、70 % → 50 %、80 % → 60 %、90 % → 60 %、95 % → 60 %、99 % → 60 %",
    );
    expect(saySetting("calibration", ["town", "area", [[], []]])).toContain("90 % → 90 %");
  });

  it("sets versions beside one another", () => {
    const before = { cell: 0.9, town: 0.8, region: ["淮阴"], weights: ["own"] };
    const after = { cell: 0.95, town: 0.8, region: ["淮阴", "淮安"], weights: ["own"] };
    const found = changed(before, after, saySetting, SETTING_LABELS);
    expect(found.map(({ label }) => label)).toEqual(["网格门槛", "本区地名前缀"]);
    expect(found[0]).toMatchObject({ from: "0.9", to: "0.95" });
  });
});
