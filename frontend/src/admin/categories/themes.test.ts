import { describe, expect, it } from "vitest";
import type { CategoryEntry } from "../../wire/categories";
import { counted, fits, nameOf, shown, standing, themes } from "./themes";

function category(path: string, more: Partial<CategoryEntry> = {}): CategoryEntry {
  return {
    ...{ code: path, path, place_need: "cell", evidence_required: false, signoff_required: false },
    ...{ aliases: [], valid_from: null, valid_until: null, standing: "in_use", tickets: 0, uses: {} },
    ...more,
  };
}

const LAMP = category("市政设施/路灯", { aliases: ["照明/灯不亮"], code: "0101", tickets: 3 });
const DEEP = category("市政设施/排水/窨井", { place_need: "point", tickets: 2 });
const ALONE = category("噪音", { standing: "over", valid_until: "2026-01-01" });

describe("the tree of categories", () => {
  it("goes theme by theme and counts each theme's tickets", () => {
    expect(
      themes([LAMP, DEEP, ALONE]).map(({ name, lines, tickets }) => [name, lines.length, tickets]),
    ).toEqual([
      ["市政设施", 2, 5],
      ["噪音", 1, 0],
    ]);
    expect([LAMP, DEEP, ALONE].map(({ path }) => nameOf(path))).toEqual(["路灯", "排水 › 窨井", "噪音"]);
  });

  it("finds a category by path, other name, code and pinyin initials", () => {
    const typed = ["路灯", "市政设施 › 路", "灯不亮", "0101", "ld", "SZSS", "zmdbl", "", "井", "xx"];
    expect(typed.map((each) => fits(LAMP, each))).toEqual([
      ...[true, true, true, true, true, true, true, true, false, false],
    ]);
  });

  it("counts the rules that name it, kind by kind", () => {
    expect(counted({ precedent: 12, routing: 2 })).toBe("派单规则 2 · 先例 12");
    expect(counted(LAMP.uses)).toBe("");
  });

  it("keeps what is over out of sight and of every choice", () => {
    const all = [LAMP, DEEP, ALONE, category("a", { valid_until: "2099-01-01" })];
    const paths = (found: CategoryEntry[]) => found.map(({ path }) => path);
    expect(paths(shown(all, { typed: "", need: "", withOver: false }))).toHaveLength(3);
    expect(paths(shown(all, { typed: "", need: "point", withOver: true }))).toEqual([DEEP.path]);
    expect(paths(standing(all))).toEqual([LAMP.path, DEEP.path]);
  });
});
