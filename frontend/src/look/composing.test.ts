import { describe, expect, it } from "vitest";
import { isComposing } from "./composing";

describe("the Enter that confirms pinyin", () => {
  it("is known by isComposing", () => {
    expect(isComposing({ isComposing: true, keyCode: 13 })).toBe(true);
    expect(isComposing({ nativeEvent: { isComposing: true } })).toBe(true);
  });

  it("is known by key code 229", () => {
    expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true);
  });

  it("is told from a plain Enter", () => {
    expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false);
    expect(isComposing({ nativeEvent: { isComposing: false, keyCode: 13 } })).toBe(false);
  });
});
