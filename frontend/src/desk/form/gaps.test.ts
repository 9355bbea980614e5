import { describe, expect, it } from "vitest";
import { firstGap, lastGap } from "./gaps";

const DRAFT = "您好，【缺：联系诉求人时间】与您联系。经核实，【缺：诉求是否属实】。";

describe("the gaps of a drafted reply", () => {
  it("are walked forth and back, and end", () => {
    const first = firstGap(DRAFT, 0);
    expect(first && DRAFT.slice(first.start, first.end)).toBe("【缺：联系诉求人时间】");
    const second = firstGap(DRAFT, first?.end ?? 0);
    expect(second && DRAFT.slice(second.start, second.end)).toBe("【缺：诉求是否属实】");
    expect(firstGap(DRAFT, second?.end ?? 0)).toBeNull();
    expect(lastGap(DRAFT, second?.start ?? 0)).toEqual(first);
    expect(lastGap(DRAFT, first?.start ?? 0)).toBeNull();
  });

  it("are none in what has none", () => {
    expect(firstGap("已清理。", 0)).toBeNull();
    expect(firstGap(null, 0)).toBeNull();
  });
});
