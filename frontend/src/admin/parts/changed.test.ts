import { describe, expect, it } from "vitest";
import { changed, type Difference } from "./changed";

function told(each: Difference): string {
  if (each.kind !== "value")
    return `${each.label}|${each.parts.map(({ what, items }) => `${what} ${items.join(each.kind === "text" ? "" : "/")}`).join("|")}`;
  return `${each.label}:${[each.from, each.to].filter((side) => side !== null).join(" → ")}`;
}

describe("a change in words", () => {
  it("names what differs and nothing else", () => {
    expect(
      changed(
        { name: "甲站", phone: null, id: 4, kind: "station" },
        { name: "甲站", phone: "12", id: 4, kind: "station" },
      ).map(told),
    ).toEqual(["电话:空 → 12"]);
  });

  it("says of something new or gone what it is", () => {
    expect(changed(null, { duty: "网格员", full_time: true, phone: null }).map(told)).toEqual([
      "职责:网格员",
      "专职:是",
    ]);
    expect(changed({ who: "张三" }, null).map(told)).toEqual(["人员:张三"]);
  });

  it("calls things by their names, and instants by the clock of here", () => {
    const say = (field: string, value: unknown) => (field === "parent" ? `单位${value}` : undefined);
    expect(changed({ parent: 1 }, { parent: 2 }, say).map(told)).toEqual(["上级单位:单位1 → 单位2"]);
    expect(changed(null, { ends_at: "2026-11-26T09:41:11.658552+00:00" }).map(told)).toEqual([
      "停用时间:2026-11-26 17:41",
    ]);
  });

  it("reads long words beside the former ones, and lists line by line", () => {
    const before = { words: "您反映的问题我们已经收到,将在三日内回复您。" };
    const after = { words: "您反映的问题我们已经收到,将在五日内回复您。谢谢" };
    expect(changed(before, after).map(told)).toEqual([
      "文字|same 您反映的问题我们已经收到,将在|gone 三|new 五|same 日内回复您。|new 谢谢",
    ]);
    expect(changed(null, { days: ["甲", "乙"] }).map(told)).toEqual(["天数:甲、乙"]);
    expect(changed(null, { days: Array.from({ length: 30 }, (_, at) => `第 ${at} 天`) }).map(told)).toEqual([
      "天数:30 项",
    ]);
    const say = (field: string, value: unknown) =>
      field === "rules" && typeof value === "object" ? `第 ${(value as { at: number }).at} 条` : undefined;
    expect(
      changed({ rules: [{ at: 1 }, { at: 2 }] }, { rules: [{ at: 1 }, { at: 3 }] }, say, {
        rules: "规则",
      }).map(told),
    ).toEqual(["规则|same 第 1 条|gone 第 2 条|new 第 3 条"]);
  });
});
