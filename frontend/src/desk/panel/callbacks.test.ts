import { expect, test } from "vitest";
import { text } from "../../text";
import { heardWords } from "./CallBacks";

test("the city's call-back is told in the same words as the town's, and never in codes", () => {
  const city = { contacted: true, solved: true, satisfied: "mostly_satisfied", text: null };
  const ours = { contacted: "yes", solved: "yes", satisfied: "mostly_satisfied", at: "2026-11-25T00:00:00Z" };
  expect(heardWords(city)).toBe(["已解决", "基本满意"].join(text.dot));
  expect(heardWords(ours)).toBe(heardWords(city));
});

test("who was not reached has no opinion; a word of the hotline's own stays as it is", () => {
  expect(heardWords({ contacted: false, solved: null, satisfied: null })).toBe("未联系上");
  expect(heardWords({ contacted: true, solved: false, satisfied: "一般" })).toContain("未解决");
  expect(heardWords({ contacted: true, solved: false, satisfied: "一般" })).toContain("一般");
});
