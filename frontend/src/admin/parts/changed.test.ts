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
    expect(changed({ who: "张三" }, null)).toEqual(["谁 张三"]);
  });
});
