import { expect, test } from "vitest";
import type { JourneyStep } from "../../wire/types";
import { assignedWords, sentBackWords, spokenOf } from "./spoken";

function step(command: string, detail: Record<string, unknown> = {}): JourneyStep {
  return { command, detail, actor_name: "何春梅", unit_name: "王家营街道" } as unknown as JourneyStep;
}

test("codes are not words; a return's reason is one", () => {
  expect(spokenOf(step("return", { reason: "wrong_place", basis: "在隔壁镇" }))).toBe("在隔壁镇");
  expect(spokenOf(step("recall", { reason: "另派" }))).toBe("另派");
});

test("what was written with the work is that of the last assignment", () => {
  const journey = [step("assign", { note: "看看灯" }), step("accept"), step("reassign", {})];
  expect(assignedWords({ journey: journey.slice(0, 2) })).toContain("看看灯");
  expect(assignedWords({ journey })).not.toContain("看看灯");
  expect(assignedWords({ journey: [] })).toBeNull();
});

test("why an answer came back stands until there is another answer", () => {
  const journey = [step("answer", { done: "已修" }), step("send_back", { reason: "缺照片" }), step("note")];
  expect(sentBackWords({ journey })).toContain("缺照片");
  expect(sentBackWords({ journey: [...journey, step("answer", { done: "已补" })] })).toBeNull();
  expect(sentBackWords({ journey: [] })).toBeNull();
});
