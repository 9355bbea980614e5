import { expect, test } from "vitest";
import { heededOf, signedWhy } from "./heeded";

test("an unhappy caller comes before what the review found", () => {
  const found = heededOf({
    pre_callback: { contacted: "yes", solved: "no", satisfied: "dissatisfied", text: "没人来过" },
    flags: ["答复只有 7 个字"],
    evidence_doubts: ["第 1 张没有拍摄位置"],
    evidence_reason: "地下室没有信号",
    released: "引用原话",
  });
  expect(found.map(({ kind }) => kind)).toEqual(["warning", "flag", "doubt", "released"]);
  expect(found[0]?.words).toContain("没人来过");
  expect(found[2]?.words).toContain("地下室没有信号");
});

test("a content caller and an answer without faults leave nothing to heed", () => {
  const heard = { contacted: "yes", solved: "yes", satisfied: "satisfied" };
  expect(heededOf({ pre_callback: heard, flags: [], signed_why: "举报件" })).toEqual([]);
  expect(heededOf(null)).toEqual([]);
  expect(signedWhy({ signed_why: "举报件" })).toBe("举报件");
});
