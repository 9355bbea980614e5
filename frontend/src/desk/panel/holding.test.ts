import { describe, expect, it } from "vitest";
import type { Assignment, Cell, TicketDetail } from "../../wire/types";
import { phoneOfLead } from "./holding";

const given = (change: Partial<Assignment>) =>
  ({ part: "lead", unit: 3, person: 7, phone: "13912345678", closed_at: null, ...change }) as Assignment;
const at = { lead_person: 7, lead_unit: 3 };
const nowhere = { cell: null } as Pick<TicketDetail, "cell">;

describe("the number of who holds a ticket", () => {
  it("is whole, of the assignment that is open", () => {
    const assignments = [given({ phone: "13900000000", closed_at: "2026-11-24T01:00:00Z" }), given({})];
    expect(phoneOfLead(at, { ...nowhere, assignments })).toBe("13912345678");
  });

  it("is never a co-handler's", () => {
    expect(phoneOfLead(at, { ...nowhere, assignments: [given({ part: "co" })] })).toBeNull();
  });

  it("is the cell's where no assignment tells one", () => {
    const cell = { people: [{ id: 7, phone: "13700000000" }] } as Cell;
    expect(phoneOfLead(at, { cell, assignments: [given({ phone: null })] })).toBe("13700000000");
    expect(phoneOfLead(at, undefined)).toBeNull();
  });
});
