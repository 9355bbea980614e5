import { describe, expect, it } from "vitest";
import type { StaffedCell, StaffedPerson } from "../../wire/keeping";
import { DUTIES, fits, lacking, villages } from "./staff";

const NOW = Date.parse("2026-11-26T00:00:00Z");

function person(duty: StaffedPerson["duty"], more: Partial<StaffedPerson> = {}): StaffedPerson {
  return { person: 1, name: "张三", phone: "1", duty, full_time: true, since: null, until: null, ...more };
}

function cell(code: string, people: StaffedPerson[]): StaffedCell {
  const village = code.slice(0, 2);
  return { code, name: `第${code}网格`, kind: "general", village, village_name: village, town: "t", people };
}

const whole = DUTIES.map((duty) => person(duty));

describe("the cells of a town", () => {
  it("stand by village, those that lack somebody first", () => {
    const shown = villages(
      [cell("aa1", whole), cell("bb1", whole), cell("bb2", []), cell("cc1", whole)],
      NOW,
    );
    expect(shown.map((each) => [each.code, each.lacking, each.cells.map(({ code }) => code)])).toEqual([
      ["bb", 3, ["bb2", "bb1"]],
      ["aa", 0, ["aa1"]],
      ["cc", 0, ["cc1"]],
    ]);
  });

  it("lack whoever begins only later", () => {
    const later = person("worker", { since: "2026-12-01T00:00:00Z" });
    expect(lacking(cell("a1", [later, person("head")]), NOW)).toEqual(["worker", "officer"]);
  });

  it("are found by village, cell and name", () => {
    const held = cell("a1", whole);
    expect(["a1", "张三", "第a1", "李四"].map((typed) => fits(held, typed))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
