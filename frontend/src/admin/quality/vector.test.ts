import { describe, expect, it } from "vitest";
import { vectorWords } from "./vector";

describe("an offset in words", () => {
  it("names the sides of the sky", () => {
    expect(vectorWords(501.3, -161.2)).toBe("偏东 501 米 · 偏南 161 米");
    expect(vectorWords(-1106, 497)).toBe("偏西 1.1 公里 · 偏北 497 米");
  });

  it("is none where coordinates are not better than that", () => {
    expect(vectorWords(2, -4)).toBe("与文字一致");
    expect(vectorWords(null, null)).toBe("还看不出");
  });
});
