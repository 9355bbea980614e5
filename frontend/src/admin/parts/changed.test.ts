import { describe, expect, it } from "vitest";
import { changed } from "./changed";

describe("a change in words", () => {
  it("names what differs and nothing else", () => {
    expect(
      changed(
        { name: "甲站", phone: null, id: 4, kind: "station" },
        { name: "甲站", phone: "12", id: 4, kind: "station" },
      ),
    ).toEqual(["电话:空 → 12"]);
  });

  it("says of something new or gone what it is", () => {
    expect(changed(null, { duty: "网格员", full_time: true })).toEqual(["职责 网格员", "专职 是"]);
    expect(changed({ who: "张三" }, null)).toEqual(["人员 张三"]);
  });

  it("calls things by their names, and instants by the clock of here", () => {
    const say = (field: string, value: unknown) => (field === "parent" ? `单位${value}` : undefined);
    expect(changed({ parent: 1 }, { parent: 2 }, say)).toEqual(["上级单位:单位1 → 单位2"]);
    expect(changed(null, { ends_at: "2026-11-26T09:41:11.658552+00:00" })).toEqual([
      "停用时间 2026-11-26 17:41",
    ]);
  });
});
