/** Duties: what is owed, as lists of tickets. Pure; a count is always the length of its list. */
import type { RunningClock, TicketRow, TicketState } from "../wire/types";
import { type Board, isShownHere, type StreamBoard } from "./apply";
import { type Severity, severityOf, turnsOf } from "./clocks";
import type { Listing } from "./sorted";

export const DUTIES = [
  "unplaced",
  "undecided",
  "dispatched",
  "signed",
  "in_progress",
  "answered",
  "reviewed",
  "replied",
  "returned",
  "suspended",
  "supervised",
  "unsorted",
  "flagged",
] as const;

export type Duty = (typeof DUTIES)[number];

/** Lists that go across the states: what rests, what is watched, and what somebody has to look at besides. */
export const ACROSS: ReadonlySet<Duty> = new Set(["suspended", "supervised", "unsorted", "flagged"]);

const DUTY_OF_STATE: Partial<Record<TicketState, Duty>> = {
  unplaced: "unplaced",
  undecided: "undecided",
  dispatched: "dispatched",
  signed: "signed",
  assigned: "in_progress",
  in_progress: "in_progress",
  answered: "answered",
  reviewed: "reviewed",
  replied: "replied",
  returned: "returned",
  suspended: "suspended",
};

/** What asks for nothing needs no category. */
const ASKS_NOTHING: ReadonlySet<string> = new Set(["withdrawal", "nuisance", "invalid"]);

/** Nobody knows what it is about: whoever answers for it is asked for its category. */
export function isUnsorted(row: TicketRow): boolean {
  return row.category === null && !ASKS_NOTHING.has(row.type);
}

/** The duty of a ticket's state. */
export function dutyOf(row: TicketRow): Duty | undefined {
  return DUTY_OF_STATE[row.state];
}

/** The lists that a ticket stands on: that of its state, and besides those of 督办, 未分类 and 标注. */
export function dutiesOf(row: TicketRow): Duty[] {
  const duty = dutyOf(row);
  const duties: Duty[] = duty ? [duty] : [];
  if (row.supervised > 0) duties.push("supervised");
  if (isUnsorted(row)) duties.push("unsorted");
  if (row.flags.length > 0) duties.push("flagged");
  return duties;
}

type DutyLists = ReadonlyMap<Duty, readonly TicketRow[]>;

const perStream = new WeakMap<StreamBoard["tickets"], DutyLists>();

/** The lists of one stream, computed once for each state of that stream. */
function listsOfStream(tickets: StreamBoard["tickets"]): DutyLists {
  const known = perStream.get(tickets);
  if (known) return known;
  const lists = new Map<Duty, TicketRow[]>();
  const put = (duty: Duty, row: TicketRow) => {
    const list = lists.get(duty);
    if (list) list.push(row);
    else lists.set(duty, [row]);
  };
  for (const row of tickets.values()) for (const duty of dutiesOf(row)) put(duty, row);
  perStream.set(tickets, lists);
  return lists;
}

/** Tickets of one duty in the streams looked at (all, or one), in no particular order. */
export function rowsOfDuty(board: Board, duty: Duty, stream: number | null): TicketRow[] {
  return shownRows(board, stream, (held) => listsOfStream(held.tickets).get(duty) ?? []);
}

export function rowsOnBoard(board: Board, stream: number | null): TicketRow[] {
  return shownRows(board, stream, (held) => held.tickets.values());
}

function shownRows(
  board: Board,
  stream: number | null,
  pick: (held: StreamBoard) => Iterable<TicketRow>,
): TicketRow[] {
  const rows: TicketRow[] = [];
  for (const [id, held] of board) {
    if (stream !== null && id !== stream) continue;
    for (const row of pick(held)) if (stream !== null || isShownHere(board, id, row)) rows.push(row);
  }
  return rows;
}

/** Earliest deadline first; without a deadline last; then the older ticket. */
export function byDue(a: TicketRow, b: TicketRow): number {
  const { due: dueA } = turnsOf(a);
  const { due: dueB } = turnsOf(b);
  if (dueA !== dueB) return dueA < dueB ? -1 : 1;
  return a.id - b.id;
}

/** On the list of 督办 the answer that falls due first comes first; what is answered and not lifted yet comes last. */
export function byAnswerDue(a: TicketRow, b: TicketRow): number {
  const dueA = answerClock(a)?.due_at ?? "~";
  const dueB = answerClock(b)?.due_at ?? "~";
  if (dueA !== dueB) return dueA < dueB ? -1 : 1;
  return byDue(a, b);
}

/** The clock of 督办, while an answer is owed. */
export function answerClock(row: TicketRow): RunningClock | undefined {
  return row.clocks.find(({ kind }) => kind === "supervision");
}

/** On the list of what is suspended the first to come back comes first. */
function byReturn(a: TicketRow, b: TicketRow): number {
  const endA = a.suspended_until ?? "~";
  const endB = b.suspended_until ?? "~";
  if (endA !== endB) return endA < endB ? -1 : 1;
  return a.id - b.id;
}

const ORDERS: Partial<Record<Duty, (a: TicketRow, b: TicketRow) => number>> = {
  supervised: byAnswerDue,
  suspended: byReturn,
};

/** The order of a duty's list. */
export function orderOf(duty: Duty): (a: TicketRow, b: TicketRow) => number {
  return ORDERS[duty] ?? byDue;
}

export type ClockFilter = "soon" | "overdue" | null;

export function filterByClock(rows: Listing<TicketRow>, clock: ClockFilter, now: number): Listing<TicketRow> {
  return clock === null ? rows : rows.slice().filter((row) => severityOf(row, now) === clock);
}

export function severityCounts(rows: readonly TicketRow[], now: number): Record<Severity, number> {
  const counts: Record<Severity, number> = { on_time: 0, soon: 0, overdue: 0 };
  for (const row of rows) counts[severityOf(row, now)] += 1;
  return counts;
}
