import { describe, expect, it } from "vitest";
import type { Preview } from "../../wire/administration";
import { isTypedRight, publishHindrance } from "./publishing";
import { sampleVersion } from "./samples";

const preview = (change: Partial<Preview> = {}): Preview => ({
  revision: 4,
  against: 1,
  blocking: [],
  tickets: {
    open: 1500,
    moved: 1210,
    other_center: 40,
    by_center: [],
    orphaned: [],
    orphaned_total: 0,
    unclear: [],
    unclear_total: 0,
  },
  cells: { added: 1, removed: 2, changed: 3, codes: [], by_police_grid: [] },
  people: [],
  units: [],
  police_grids_without_cells: [],
  towns: { added: [], removed: [] },
  at: "2026-11-25T08:00:00Z",
  ...change,
});

const checked = (blocking: number) => ({ revision: 4, blocking, warning: 0, at: "2026-11-25T08:00:00Z" });

describe("publishing", () => {
  it("wants the version to be checked and looked at as it is", () => {
    expect(publishHindrance(sampleVersion({ revision: 5, checked: checked(0) }), preview())).toBe("old");
    expect(publishHindrance(sampleVersion({ revision: 4, checked: null }), preview())).toBe("unchecked");
    expect(publishHindrance(sampleVersion({ revision: 4, checked: checked(1) }), preview())).toBe("blocked");
    const blocked = preview({ blocking: ["码头镇没有指挥中心"] });
    expect(publishHindrance(sampleVersion({ revision: 4, checked: checked(0) }), blocked)).toBe("blocked");
    expect(publishHindrance(sampleVersion({ revision: 4, checked: checked(0) }), preview())).toBeNull();
  });

  it("wants the counts typed, however people type figures", () => {
    expect(isTypedRight({ moved: "1210", other: "40" }, preview())).toBe(true);
    expect(isTypedRight({ moved: "1,210", other: "40" }, preview())).toBe(true);
    expect(isTypedRight({ moved: "121", other: "40" }, preview())).toBe(false);
    expect(isTypedRight({ moved: "", other: "" }, preview())).toBe(false);
  });
});
