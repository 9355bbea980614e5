import { describe, expect, it } from "vitest";
import { sampleRow } from "../state/samples";
import { text } from "../text";
import { holderOf, holdingUnit, isOurs, namesOf } from "./names";

const unit = {
  id: 5,
  kind: "town_center",
  name: "王家营街道社会治理指挥中心",
  center: 1,
  town: null,
  village: null,
} as const;
const names = namesOf({
  units: [
    { ...unit, phone: null },
    { ...unit, id: 9, kind: "enforcement", name: "王家营街道综合执法局", center: 5, phone: null },
  ],
  people: [],
  towns: [],
  villages: [],
  categories: [],
});

describe("who holds a ticket", () => {
  it("is the reader's own center while that owes the next step", () => {
    expect(holderOf(sampleRow({ state: "answered", owed_by: 5 }), names, 5)).toBe(text.list.ours);
  });

  it("is the reader's own unit by a word of its own where that is no center", () => {
    expect(holderOf(sampleRow({ owed_by: 9 }), names, 9)).toBe(text.list.ourUnit);
    expect(isOurs(sampleRow({ owed_by: 9 }), names, 9)).toBe(true);
    expect(isOurs(sampleRow({ owed_by: 5 }), names, 9)).toBe(false);
  });

  it("is the hotline once it has the reply, the center where there is no order", () => {
    expect(holderOf(sampleRow({ state: "replied", owed_by: 5 }), names, 5)).toBe(text.list.hotline);
    const own = sampleRow({ state: "replied", owed_by: 5, order_no: null });
    expect(holderOf(own, names, 5)).toBe(text.list.ours);
  });

  it("is nobody once it is over", () => {
    for (const state of ["closed", "cancelled", "rejected", "handed_back", "merged"] as const) {
      const row = sampleRow({ state, owed_by: 5 });
      expect([holderOf(row, names, 5), holdingUnit(row)]).toEqual(["", null]);
    }
  });
});
