import { describe, expect, it } from "vitest";
import { listed, same } from "./listed";

describe("danger words as typed", () => {
  it("are each kept once, without blanks, in order", () => {
    expect(listed(" 起火\n\n漏 气、起火,持刀 \n")).toEqual(["起火", "漏气", "持刀"]);
    expect(listed(" \n ")).toEqual([]);
  });

  it("are the same in the same order only", () => {
    expect(same(["起火", "漏气"], ["起火", "漏气"])).toBe(true);
    expect(same(["起火", "漏气"], ["漏气", "起火"])).toBe(false);
    expect(same(["起火"], [])).toBe(false);
  });
});
