import { describe, expect, it } from "vitest";
import { sayLine } from "./lines";

describe("a line of the history of limits", () => {
  it("says a limit with its conditions", () => {
    const rule = {
      clock: "reply",
      limit_text: "3工作日",
      reason: "省里规定",
      types: ["inquiry"],
      units: ["区住建局"],
    };
    expect(sayLine("clock_rules", { ...rule, share: 0.5, counts_first_day: true, categories: null })).toBe(
      "办结 · 3工作日 · 省里规定 · 咨询 · 区住建局 · 占上级时限 50 % · 收到当日计入",
    );
  });

  it("says office hours and days, and leaves anything else", () => {
    const season = { name: "夏令", first_day: "06-01", last_day: "09-30", hours: "08:30-12:00" };
    expect(sayLine("office_hours", season)).toBe("夏令 · 06-01 至 09-30 · 08:30-12:00");
    expect(sayLine("kind", "off")).toBe("放假");
    expect(sayLine("kind", null)).toBe("平常");
    expect(sayLine("name", "元旦")).toBe("元旦");
    expect(sayLine("source", "元旦")).toBeUndefined();
  });
});
