import { describe, expect, it } from "vitest";
import type { Allowed } from "../wire/types";
import { arrange, commandOfKey, findOpen, keyOf } from "./commands";

function offer(command: string, more: Partial<Allowed> = {}): Allowed {
  return { command, label: command, primary: false, danger: false, fields: [], why: null, ...more };
}

describe("the service's buttons on the desk", () => {
  it("fill the one next step and leave the rest quiet", () => {
    const sign = offer("sign", { primary: true });
    const given = [sign, offer("return", { danger: true }), offer("whistle"), offer("note")];
    const { first, others, rare, shut } = arrange(given);
    expect(first).toBe(sign);
    expect(others.map((each) => each.command)).toEqual(["return", "note"]);
    expect(rare.map((each) => each.command)).toEqual(["whistle"]);
    expect(shut).toBeNull();
  });

  it("say at once why the next step is shut, but not why a side step is", () => {
    const review = offer("review", { why: "答复是您本人写的，须由另一人审核。" });
    const cancel = offer("cancel", { why: "热线工单由 12345 回访后结案或撤单。" });
    expect(arrange([review, cancel]).shut).toBe(review.why);
    expect(arrange([cancel]).shut).toBeNull();
  });

  it("answer to their letters only while open", () => {
    const allowed = [offer("return", { why: "不得再退" }), offer("urge")];
    expect(commandOfKey(allowed, "r")).toBeUndefined();
    expect(commandOfKey(allowed, "u")?.command).toBe("urge");
    expect(findOpen(allowed, "return", "urge")?.command).toBe("urge");
  });

  it("never share the letters that the page itself uses", () => {
    const page = new Set(["c", "g", "i", "j", "m", "v", "w", ".", "/", "]", "?", "*"]);
    for (const command of ["sign", "assign", "review", "return", "place", "contact", "classify"]) {
      expect(page.has(keyOf(command) ?? "")).toBe(false);
    }
  });
});
