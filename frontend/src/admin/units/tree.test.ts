import { describe, expect, it } from "vitest";
import type { UnitEntry } from "../../wire/keeping";
import { branches, fits, isOverdue } from "./tree";

function unit(id: number, kind: UnitEntry["kind"], more: Partial<UnitEntry> = {}): UnitEntry {
  return {
    ...{ id, kind, name: `单位${id}`, parent: null, center: 1, town: null, village: null, police_grid: null },
    ...{ station: null, phone: null, active: true, ends_at: null, people: 0, tickets: 0, liaisons: [] },
    ...more,
  };
}

describe("the tree of units", () => {
  it("begins with the district, then town by town, each center first and outposts below their station", () => {
    const shown = branches([
      unit(9, "outpost", { town: "b", station: 7 }),
      unit(8, "station", { town: "b" }),
      unit(7, "station", { town: "b" }),
      unit(3, "town_center", { town: "b" }),
      unit(2, "department"),
      unit(1, "district_center"),
      unit(4, "town_center", { town: "a" }),
    ]);
    expect(shown.map(({ town, lines }) => [town, lines.map((line) => [line.unit.id, line.depth])])).toEqual([
      [
        null,
        [
          [1, 0],
          [2, 1],
        ],
      ],
      ["a", [[4, 0]]],
      [
        "b",
        [
          [3, 0],
          [7, 1],
          [9, 2],
          [8, 1],
        ],
      ],
    ]);
  });

  it("shows an outpost whose station is not shown", () => {
    const [only] = branches([unit(9, "outpost", { town: "b", station: 7 })]);
    expect(only?.lines.map((line) => line.unit.id)).toEqual([9]);
  });
});

describe("a unit", () => {
  it("is found by name, phone, liaison and town", () => {
    const held = unit(2, "department", { phone: "0517-1", liaisons: [{ name: "李四", phone: "139" }] });
    expect(
      ["单位2", "0517", "李四", "139", "甲镇", "王五"].map((typed) => fits(held, "甲镇", typed)),
    ).toEqual([true, true, true, true, true, false]);
  });

  it("is overdue once its end has come and it is still in use", () => {
    const held = unit(2, "department", { ends_at: "2026-11-26T00:00:00Z" });
    const at = Date.parse("2026-11-26T00:00:00Z");
    expect([isOverdue(held, at - 1), isOverdue(held, at), isOverdue({ ...held, active: false }, at)]).toEqual(
      [false, true, false],
    );
  });
});
