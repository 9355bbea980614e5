/** Whose turn a ticket is, as the lists of the phone. Pure. */
import { byDue } from "../../state/duties";
import type { Me, OwedPart, TicketRow } from "../../wire/types";
import { type Act, isCommand } from "./acts";
import { foreseenRow } from "./foresee";
import { pendingOf } from "./outbox";

export type Group = "signoff" | "new" | "working" | "co" | "submitted" | "unit" | "others";

/** What this person, or their unit, owes beside the lead, by ticket: rows name only who leads. */
export type CoHandled = ReadonlyMap<number, OwedPart>;

export function coHandled(parts: readonly OwedPart[]): CoHandled {
  return new Map(parts.map((part) => [part.ticket, part]));
}

/** Roles that see their unit's tickets but handle none. */
const ONLY_SEE = new Set(["grid_worker", "supervisor", "signing_leader"]);

/** Who looks: the person, the units whose work is theirs where nobody is named, the centers they sign off for. */
export interface Looker {
  person: number;
  /** Whom they stand in for: work in these names is theirs for the time (AB岗). */
  absent: ReadonlySet<number>;
  units: ReadonlySet<number>;
  leads: ReadonlySet<number>;
}

export function lookerOf(me: Pick<Me, "person" | "memberships">): Looker {
  const held = me.memberships.filter((each) => !ONLY_SEE.has(each.role));
  const leading = me.memberships.filter((each) => each.role === "signing_leader");
  return {
    person: me.person.id,
    absent: new Set(me.memberships.flatMap((each) => each.of ?? [])),
    units: new Set(held.map((each) => each.unit)),
    leads: new Set(leading.map((each) => each.unit)),
  };
}

function isOurs(unit: number | null, looker: Looker): boolean {
  return unit !== null && looker.units.has(unit);
}

/** Theirs by name, or their unit's where nobody is named. */
function isMine(row: TicketRow, looker: Looker): boolean {
  if (row.lead_person === null) return isOurs(row.lead_unit, looker);
  return row.lead_person === looker.person || looker.absent.has(row.lead_person);
}

const BY_STATE: Partial<Record<TicketRow["state"], Group>> = {
  assigned: "new",
  in_progress: "working",
  answered: "submitted",
  reviewed: "submitted",
  replied: "submitted",
};

export function groupOf(row: TicketRow, looker: Looker): Group {
  if (row.state === "reviewed" && looker.leads.has(row.stream)) return "signoff";
  const handled = BY_STATE[row.state];
  if (handled && isMine(row, looker)) return handled;
  if (row.state === "dispatched" && isOurs(row.unit, looker)) return "new";
  if (row.state === "signed" && isOurs(row.unit, looker)) return "working";
  return isOurs(row.unit, looker) || isOurs(row.lead_unit, looker) ? "unit" : "others";
}

export interface Section {
  group: Group;
  rows: TicketRow[];
}

const ORDER: readonly Group[] = ["signoff", "new", "working", "co", "submitted", "unit", "others"];
/** What is theirs to do now. */
const TASKS: readonly Group[] = ["signoff", "new", "working", "co"];
/** Longest list whose co-handling is asked for. */
const MOST_ASKED = 500;

/** A whistle calls as soon as somebody has signed; a case goes on when the ticket is answered. */
const WORKED_ON: ReadonlySet<TicketRow["state"]> = new Set([
  ...(["signed", "assigned", "in_progress", "answered", "reviewed", "replied"] as const),
]);

/** Whose co-handling has to be asked for: tickets that others lead and that are being worked on, newest first. */
export function askedForCo(rows: readonly TicketRow[], looker: Looker): number[] {
  const open = rows.filter((row) => WORKED_ON.has(row.state));
  const led = open.filter((row) => !isMine(row, looker)).map((row) => row.id);
  return led.sort((a, b) => b - a).slice(0, MOST_ASKED);
}

/** What is over with a co-handler's part. */
const GIVEN = ["co_reply", "refuse_case", "close_case"];

/** Called to the spot first, by when they have to be there; then by due time. */
function byCall(co: CoHandled): (a: TicketRow, b: TicketRow) => number {
  const call = (row: TicketRow) => {
    const part = co.get(row.id);
    return part?.report_in_by && !part.reported_in_at ? Date.parse(part.report_in_by) : Infinity;
  };
  return (a, b) => (call(a) === call(b) ? byDue(a, b) : call(a) - call(b));
}

/** The lists, each by due time, as they will be once the waiting acts are taken. Empty ones are left out. */
export function sectionsOf(
  rows: readonly TicketRow[],
  looker: Looker,
  acts: readonly Act[],
  co: CoHandled,
): Section[] {
  const lists = new Map<Group, TicketRow[]>();
  for (const row of rows) {
    const pending = pendingOf(acts, looker.person, row.id);
    const seen = foreseenRow(row, pending);
    const owes = co.has(row.id) && !pending.some((act) => isCommand(act, ...GIVEN));
    const group = owes ? "co" : groupOf(seen, looker);
    const list = lists.get(group);
    if (list) list.push(seen);
    else lists.set(group, [seen]);
  }
  return ORDER.flatMap((group) => {
    const found = lists.get(group);
    return found ? [{ group, rows: found.sort(group === "co" ? byCall(co) : byDue) }] : [];
  });
}

/** The number in the title. */
export function taskCount(sections: readonly Section[]): number {
  return sections.reduce((sum, { group, rows }) => (TASKS.includes(group) ? sum + rows.length : sum), 0);
}

/** Tickets to keep on the phone before anybody opens them: those that may have to be read without network. */
export function worthKeeping(sections: readonly Section[], most: number): number[] {
  const work = sections.filter(({ group }) => TASKS.includes(group));
  return work.flatMap(({ rows }) => rows.map((row) => row.id)).slice(0, most);
}
