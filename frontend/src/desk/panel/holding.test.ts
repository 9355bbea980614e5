import { describe, expect, it } from "vitest";
import { text } from "../../text";
import type { OnDuty } from "../../wire/telling";
import type { Assignment, Cell, TicketDetail, TicketRow } from "../../wire/types";
import type { Names } from "../names";
import { holdingOf, phoneOfLead } from "./holding";

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

const names = {
  units: new Map([[3, { id: 3, name: "渔沟镇综合执法局", phone: "0517-80000003" }]]),
  people: new Map([[7, { id: 7, name: "韩海", phone_masked: "139****5678" }]]),
} as unknown as Names;
const duty = [
  { person: 9, person_name: "周敏", unit: 3, role: "operator", phone: "13900000009" },
  { person: 8, person_name: "吴刚", unit: 4, role: "operator", phone: "13900000008" },
] as OnDuty[];
const ticket = (change: Partial<TicketRow>) =>
  ({ state: "in_progress", unit: 1, owed_by: null, ...at, ...change }) as TicketRow;

describe("who holds a ticket", () => {
  it("is the person, with one number and nobody besides", () => {
    const detail = { ...nowhere, assignments: [given({})] } as TicketDetail;
    expect(holdingOf(ticket({}), detail, names, duty, 1)).toEqual({
      name: "韩海",
      phone: "13912345678",
      onDuty: [],
    });
    expect(holdingOf(ticket({}), undefined, names, duty, 1).phone).toBe("139****5678");
  });

  it("is the unit where no person does, with who is on duty there", () => {
    const held = holdingOf(ticket({ lead_person: null }), undefined, names, duty, 1);
    expect(held.name).toBe("渔沟镇综合执法局");
    expect(held.phone).toBe("0517-80000003");
    expect(held.onDuty.map((each) => each.person_name)).toEqual(["周敏"]);
  });

  it("is the reader's own unit without a number", () => {
    expect(holdingOf(ticket({ state: "signed", owed_by: 3 }), undefined, names, duty, 3)).toEqual({
      name: text.list.ourUnit,
      phone: null,
      onDuty: [],
    });
  });
});
