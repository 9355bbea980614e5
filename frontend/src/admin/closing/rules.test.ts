import { describe, expect, it } from "vitest";
import { conditionsOf, draftOf, formOf, isComplete } from "./rules";

describe("a rule of closing", () => {
  it("begins with the usual, or with the rule that is changed", () => {
    expect(draftOf("words", null)).toEqual({ word: null, instead: null, reason: null });
    expect(draftOf("evidence", null)).toMatchObject({ ordinal: 100, least: 1, category_asks: false });
    expect(draftOf("words", { word: "刁民", reason: "不尊重", id: 3 })).toMatchObject({
      word: "刁民",
      instead: null,
    });
  });

  it("is complete once everything needed is said", () => {
    const draft = { ...draftOf("signoff", null), signer: "duty_leader", reason: " " };
    expect(isComplete("signoff", draft)).toBe(false);
    expect(isComplete("signoff", { ...draft, reason: "重办" })).toBe(true);
  });

  it("sends what was not chosen as no condition", () => {
    const draft = {
      ...draftOf("signoff", null),
      how_closed: [],
      unhappy: false,
      reason: " 重办 ",
      least_rework: 2,
    };
    const form = formOf("signoff", draft, 7);
    expect(form).toMatchObject({
      former: 7,
      how_closed: null,
      unhappy: null,
      category_asks: false,
      reason: "重办",
    });
    expect(form.least_rework).toBe(2);
    expect(formOf("evidence", draftOf("evidence", null), null).kinds).toEqual([]);
  });

  it("tells its conditions in words", () => {
    const rule = {
      category: "市容环境",
      how_closed: ["solved", "partly"],
      unhappy: null,
      least_rework: null,
    };
    expect(conditionsOf("signoff", rule)).toEqual(["市容环境", "已解决、部分解决"]);
    expect(conditionsOf("signoff", { least_rework: 2 })).toEqual(["重办 2 次及以上"]);
  });
});
