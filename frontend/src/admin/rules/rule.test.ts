import { describe, expect, it } from "vitest";
import { words } from "../../text/owning";
import type { Rule, RulesOverview } from "../../wire/owning";
import { choicesOf, conditions, moved, targetWords, validWords } from "./rule";

const KNOWN: RulesOverview = {
  units: [{ id: 6, name: "区住建局", kind: "department" }],
  versions: [],
  categories: [{ code: "0101", path: "市政设施/路灯", place_need: "point" }],
  sources: [{ id: "huaian-12345", name: "12345 热线" }],
  channels: ["电话"],
  towns: [{ code: "320804001", name: "王家营街道" }],
};
const RULE: Rule = { name: "路灯", reason: "职责", enabled: true, target_kind: "unit", target_unit: 6 };

describe("a rule in words", () => {
  it("names its conditions and its target", () => {
    const rule: Rule = { ...RULE, categories: ["市政设施"], towns: ["320804001"], time_from: "17:30" };
    expect(conditions(rule, KNOWN)).toEqual(["市政设施", "王家营街道", "17:30–24:00"]);
    expect(targetWords(rule, KNOWN)).toBe("区住建局");
    expect(conditions(RULE, KNOWN)).toEqual([]);
  });

  it("says from when until when", () => {
    expect(validWords({ ...RULE, valid_from: "2026-01-01" })).toBe(words.rules.from("2026-01-01"));
    expect(validWords(RULE)).toBe("");
  });

  it("offers themes and what lies below them", () => {
    expect(choicesOf("categories", KNOWN).map(({ value }) => value)).toEqual(["市政设施", "市政设施/路灯"]);
  });
});

describe("moving a rule", () => {
  it("changes places with its neighbour and stops at the ends", () => {
    expect(moved(["a", "b", "c"], 1, -1)).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b", "c"], 1, 1)).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
    expect(moved(["a", "b"], 1, 1)).toEqual(["a", "b"]);
  });
});
