import { describe, expect, it } from "vitest";
import { sampleRow } from "../state/samples";
import { text } from "../text";
import { holderOf, holdingUnit, namesOf } from "./names";

const names = namesOf(undefined);

describe("who holds a ticket", () => {
  it("is the reader's own center while that owes the next step", () => {
    expect(holderOf(sampleRow({ state: "answered", owed_by: 5 }), names, 5)).toBe(text.list.ours);
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
