import { describe, expect, it } from "vitest";
import type { Area } from "../../wire/administration";
import { cellsLike, cellTowns } from "./cellsLike";

const area = (properties: Area["properties"]): Area => ({
  type: "Feature",
  id: properties.code,
  geometry: { type: "Point", coordinates: [119, 33] },
  properties,
});

const GRIDS = [
  area({ code: "g1", name: "渔沟03警格", town: "320804110" }),
  area({ code: "g2", name: "丁集01警格", town: "320804107" }),
];
const CELLS = [
  area({
    code: "320804110201001",
    name: "第一网格",
    village_name: "小桥村",
    town: "320804110",
    police_grid: "g1",
  }),
  area({
    code: "320804107201001",
    name: "第一网格",
    village_name: "刘洼村",
    town: "320804107",
    police_grid: null,
  }),
];
const found = (typed: string) => cellsLike(CELLS, GRIDS, typed).map((cell) => cell.properties.village_name);

describe("cells by what is typed", () => {
  it("are told apart by their village", () => {
    expect(found("第一网格 小桥")).toEqual(["小桥村"]);
  });

  it("are found by the beginning of their code, and by their police grid", () => {
    expect(found("320804107")).toEqual(["刘洼村"]);
    expect(found("201001")).toEqual([]);
    expect(found("渔沟03")).toEqual(["小桥村"]);
  });

  it("are all there while nothing is typed", () => {
    expect(found("  ")).toEqual(["小桥村", "刘洼村"]);
  });
});

describe("the police grids of a cell", () => {
  it("lie in its town", () => {
    expect(cellTowns(GRIDS, CELLS[0] as Area).map((grid) => grid.properties.code)).toEqual(["g1"]);
  });
});
