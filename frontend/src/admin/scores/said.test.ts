import { expect, it } from "vitest";
import { sayRates } from "./said";

it("says our own name of an opinion as people read it, and a hotline's word as it writes it", () => {
  expect(sayRates("partly_words", "mostly_satisfied")).toBe("基本满意（本系统）");
  expect(sayRates("satisfied_words", "非常满意")).toBe("非常满意");
  expect(sayRates("board", "mostly_satisfied")).toBeUndefined();
});
