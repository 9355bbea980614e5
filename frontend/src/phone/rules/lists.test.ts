import { describe, expect, it } from "vitest";
import { sampleClock, sampleRow } from "../../state/samples";
import type { Membership } from "../../wire/types";
import { askedForCo, coHandled, groupOf, lookerOf, sectionsOf, taskCount, worthKeeping } from "./lists";
import { sampleAct } from "./samples";

function me(role: Membership["role"], unit = 5) {
  const membership = { role, unit, unit_name: "单位" };
  return { person: { id: 7, name: "张其昌", post: "" }, memberships: [membership] };
}

const WORKER = lookerOf(me("grid_worker"));
const CLERK = lookerOf(me("station_clerk"));
const assignedTo = (person: number | null, change = {}) =>
  sampleRow({ state: "assigned", lead_unit: 5, lead_person: person, ...change });

const NOBODY = coHandled([]);
const owed = (ticket: number, report_in_by: string | null = null) =>
  coHandled([{ ticket, kind: "whistle", note: null, report_in_by, reported_in_at: null }]);

describe("whose turn a ticket is", () => {
  it("a grid worker has what bears their name, never the whole unit's", () => {
    expect(groupOf(assignedTo(7), WORKER)).toBe("new");
    expect(groupOf(assignedTo(null), WORKER)).toBe("others");
    expect(groupOf(assignedTo(8), WORKER)).toBe("others");
  });

  it("a unit's people have what was given to the unit or is to be signed by it", () => {
    expect(groupOf(assignedTo(null), CLERK)).toBe("new");
    expect(groupOf(assignedTo(8), CLERK)).toBe("unit");
    expect(groupOf(sampleRow({ state: "dispatched", unit: 5 }), CLERK)).toBe("new");
    expect(groupOf(sampleRow({ state: "signed", unit: 5 }), CLERK)).toBe("working");
    expect(groupOf(sampleRow({ state: "dispatched", unit: 3 }), CLERK)).toBe("others");
  });

  it("a reviewed reply waits for the leader of its own center", () => {
    const leader = lookerOf(me("signing_leader"));
    const reviewed = sampleRow({ state: "reviewed", stream: 5, lead_unit: 9, lead_person: 8 });
    expect(groupOf(reviewed, leader)).toBe("signoff");
    expect(groupOf({ ...reviewed, stream: 6 }, leader)).toBe("others");
    expect(groupOf({ ...reviewed, state: "answered" }, leader)).toBe("others");
    expect(groupOf(reviewed, WORKER)).toBe("others");
    const sections = sectionsOf([sampleRow({ id: 2 }), reviewed], leader, [], NOBODY);
    expect(sections.map(({ group }) => group)).toEqual(["signoff", "others"]);
    expect(taskCount(sections)).toBe(1);
  });

  it("goes from new to working to submitted", () => {
    expect(groupOf(assignedTo(7, { state: "in_progress" }), WORKER)).toBe("working");
    for (const state of ["answered", "reviewed", "replied"]) {
      expect(groupOf(assignedTo(7, { state }), WORKER)).toBe("submitted");
    }
  });
});

describe("the lists", () => {
  const due = (at: string) => [sampleClock({ kind: "inner", started_at: at, due_at: at })];
  const rows = [
    assignedTo(7, { id: 1, clocks: due("2026-11-24T10:00:00Z") }),
    assignedTo(7, { id: 2, clocks: due("2026-11-23T10:00:00Z") }),
    assignedTo(7, { id: 3, state: "answered" }),
    assignedTo(8, { id: 4 }),
  ];

  it("stand in the order of work, each by due time, empty ones left out", () => {
    const sections = sectionsOf(rows, WORKER, [], owed(4));
    expect(sections.map(({ group, rows: held }) => [group, held.map((row) => row.id)])).toEqual([
      ["new", [2, 1]],
      ["co", [4]],
      ["submitted", [3]],
    ]);
    expect(taskCount(sections)).toBe(3);
    expect(worthKeeping(sections, 2)).toEqual([2, 1]);
  });

  it("show a ticket where its waiting acts will have taken it", () => {
    const sections = sectionsOf(rows, WORKER, [sampleAct({ ticket: 1 })], NOBODY);
    expect(sections.find(({ group }) => group === "working")?.rows.map((row) => row.id)).toEqual([1]);
  });

  it("do not foresee what was refused", () => {
    const refused = { status: 409, detail: "不能" };
    const sections = sectionsOf(rows, WORKER, [sampleAct({ ticket: 1, refused })], NOBODY);
    expect(sections.some(({ group }) => group === "working")).toBe(false);
  });

  it("put what calls to the spot before what is due earlier", () => {
    const others = [
      assignedTo(8, { id: 5, clocks: due("2026-11-23T10:00:00Z") }),
      assignedTo(8, { id: 6, state: "signed", clocks: due("2026-11-24T10:00:00Z") }),
    ];
    const co = new Map([...owed(5), ...owed(6, "2026-11-24T09:00:00Z")]);
    expect(sectionsOf(others, WORKER, [], co)[0]?.rows.map((row) => row.id)).toEqual([6, 5]);
    expect(askedForCo(others, WORKER)).toEqual([6, 5]);
  });

  it("keep tickets one only knows of apart from those that wait for one's reply", () => {
    const reply = [sampleAct({ ticket: 4, command: "co_reply" })];
    expect(askedForCo(rows, WORKER)).toEqual([4]);
    for (const [acts, co] of [
      [[], NOBODY],
      [reply, owed(4)],
    ] as const) {
      expect(sectionsOf(rows, WORKER, acts, co).find(({ group }) => group === "others")?.rows).toHaveLength(
        1,
      );
    }
  });
});
