import { describe, expect, it } from "vitest";
import type { TicketDetail } from "../../wire/types";
import { lookerOf } from "./lists";
import { isCalled, partsOf } from "./part";

type Assignment = TicketDetail["assignments"][number];

const LIAISON = lookerOf({
  person: { id: 7, name: "", post: "" },
  memberships: [{ role: "department_liaison", unit: 5, unit_name: "" }],
});

function assignment(id: number, change: Partial<Assignment> = {}): Assignment {
  return {
    ...{ id, part: "co", unit: 5, unit_name: "", person: null, person_name: null, opened_at: "" },
    ...{ closed_at: null, ended: null, note: null, reply: null, kind: "assigned" },
    ...{ report_in_by: null, reported_in_at: null, phone: null },
    ...change,
  };
}

describe("what is asked of somebody beside the lead", () => {
  it("is what is open in their name or their unit's, what they are called to first", () => {
    const called = { kind: "whistle", report_in_by: "2026-11-24T10:30:00Z" } as const;
    const all = [
      assignment(1),
      assignment(2, called),
      assignment(3, { unit: 6 }),
      assignment(4, { person: 8 }),
      assignment(5, { reply: "已会商" }),
      assignment(6, { closed_at: "2026-11-24T10:30:00Z" }),
      assignment(7, { part: "lead" }),
    ];
    expect(partsOf(all, LIAISON).map(({ id }) => id)).toEqual([2, 1]);
  });

  it("calls until they have reported in", () => {
    const by = "2026-11-24T10:30:00Z";
    expect(isCalled(assignment(1, { report_in_by: by }))).toBe(true);
    expect(isCalled(assignment(1, { report_in_by: by, reported_in_at: by }))).toBe(false);
  });
});
