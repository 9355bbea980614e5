/** Details are read as words: names of fields, yes and no, what is in a thing; what says nothing is left out. */
import { expect, test } from "vitest";
import { detailsOf } from "./details";

test("names, lists, things and what is empty", () => {
  expect(
    detailsOf({
      answer_minutes: 2880,
      kinds: ["photo", "document"],
      full_time: true,
      ends_at: null,
      valid_from: "",
      before: { kind: "off", name: "停电检修" },
      unheard_of: 3,
    }),
  ).toEqual([
    "答复时限（分钟） 2880",
    "种类 photo、document",
    "专职 是",
    "原 类别 off；名称 停电检修",
    "unheard_of 3",
  ]);
});

test("a day of the calendar, by the names that its kinds have", () => {
  const before = { kind: "off", name: "春节" };
  expect(detailsOf({ day: "2026-02-20", kind: "usual", name: "平常", before })).toEqual([
    "日子 2026-02-20",
    "类别 平常",
    "名称 平常",
    "原 类别 放假；名称 春节",
  ]);
});
