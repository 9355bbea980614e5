import { describe, expect, it } from "vitest";
import type { Version } from "../../wire/administration";
import { sampleVersion } from "./samples";
import { isChecked, nextStep, tabsOf } from "./steps";

const checkedAt = (revision: number, blocking: number): Version["checked"] => ({
  revision,
  blocking,
  warning: 3,
  at: "2026-11-25T08:00:00Z",
});

describe("a draft's way into force", () => {
  it("begins with a check, and again after every change", () => {
    expect(nextStep(sampleVersion({ checked: null }))).toBe("check");
    const changed = sampleVersion({ revision: 5, checked: checkedAt(4, 0) });
    expect(isChecked(changed)).toBe(false);
    expect(nextStep(changed)).toBe("check");
  });

  it("stops at what blocks, not at what only warns", () => {
    expect(nextStep(sampleVersion({ revision: 4, checked: checkedAt(4, 2) }))).toBe("mend");
    expect(nextStep(sampleVersion({ revision: 4, checked: checkedAt(4, 0) }))).toBe("publish");
  });

  it("is over once it is no draft", () => {
    expect(nextStep(sampleVersion({ state: "published" }))).toBeNull();
  });
});

describe("the parts of a version", () => {
  it("let only keepers import, and only into a draft", () => {
    expect(tabsOf(sampleVersion(), true)).toContain("import");
    expect(tabsOf(sampleVersion(), false)).not.toContain("import");
    expect(tabsOf(sampleVersion({ state: "scheduled" }), true)).not.toContain("import");
  });

  it("compare only what was in force", () => {
    expect(tabsOf(sampleVersion(), true)).not.toContain("crosswalk");
    expect(tabsOf(sampleVersion({ state: "retired" }), false)).toContain("crosswalk");
  });
});
