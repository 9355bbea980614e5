/**
 * All towns side by side: of each center how many tickets each duty holds, and how many of them burn. Pure; each number
 * is the length of the list that `rowsOfList` gives.
 */
import type { TicketRow } from "../wire/types";
import { type Board, isShownHere, type StreamBoard } from "./apply";
import { type Severity, severityOf } from "./clocks";
import { type ClockFilter, DUTIES, dutiesOf, filterByClock, rowsOfDuty, rowsOnBoard } from "./duties";
import { Rows } from "./rows";

/** A list of a center: all that is open there, or one duty's. */
export const TOWN_LISTS = ["open", ...DUTIES] as const;
export type TownList = (typeof TOWN_LISTS)[number];

export interface Count {
  readonly total: number;
  readonly soon: number;
  readonly overdue: number;
}

export type Counts = Readonly<Record<TownList, Count>>;

/** One line of the board; `stream` is null for all centers together. */
export interface CenterCounts {
  readonly stream: number | null;
  readonly counts: Counts;
}

type Tally = Record<TownList, { total: number; soon: number; overdue: number }>;

function blank(): Tally {
  return Object.fromEntries(
    TOWN_LISTS.map((list) => [list, { total: 0, soon: 0, overdue: 0 }]),
  ) as unknown as Tally;
}

function add(tally: Tally, lists: readonly TownList[], severity: Severity, by: 1 | -1): void {
  for (const list of lists) {
    const count = tally[list];
    count.total += by;
    if (severity !== "on_time") count[severity] += by;
  }
}

function listsOf(row: TicketRow): TownList[] {
  return ["open", ...dutiesOf(row)];
}

interface Known {
  readonly now: number;
  readonly counts: Counts;
  /** Tickets that were handed on and stand here until their new unit has signed: another center may show them too. */
  readonly elsewhere: readonly TicketRow[];
}

const known = new WeakMap<StreamBoard["tickets"], Known>();

/** Counted once for each state of a stream and each tick of time: an event costs one center, not all. */
function countStream(stream: number, tickets: StreamBoard["tickets"], now: number): Known {
  const held = known.get(tickets);
  if (held?.now === now) return held;
  const counts = blank();
  const elsewhere: TicketRow[] = [];
  for (const row of tickets.values()) {
    add(counts, listsOf(row), severityOf(row, now), 1);
    if (row.stream !== stream) elsewhere.push(row);
  }
  const made: Known = { now, counts, elsewhere };
  known.set(tickets, made);
  return made;
}

const NOBODY = Rows.none;

/** A line for each of these streams, in their order. */
export function countCenters(board: Board, streams: readonly number[], now: number): CenterCounts[] {
  return streams.map((stream) => {
    const tickets = board.get(stream)?.tickets ?? NOBODY;
    return { stream, counts: countStream(stream, tickets, now).counts };
  });
}

/** The whole: a ticket that two centers hold for a moment counts once. */
export function countAll(board: Board, now: number): CenterCounts {
  const total = blank();
  for (const [stream, { tickets }] of board) {
    const { counts, elsewhere } = countStream(stream, tickets, now);
    for (const list of TOWN_LISTS) {
      total[list].total += counts[list].total;
      total[list].soon += counts[list].soon;
      total[list].overdue += counts[list].overdue;
    }
    for (const row of elsewhere) {
      if (!isShownHere(board, stream, row)) add(total, listsOf(row), severityOf(row, now), -1);
    }
  }
  return { stream: null, counts: total };
}

/** The list behind a number. */
export function rowsOfList(
  board: Board,
  list: TownList,
  stream: number | null,
  clock: ClockFilter,
  now: number,
): TicketRow[] {
  const rows = list === "open" ? rowsOnBoard(board, stream) : rowsOfDuty(board, list, stream);
  return filterByClock(rows, clock, now);
}

/** How lines are ordered: what burns first, as the district lists its towns, or the most of one list first. */
export type Order = "burning" | "listed" | TownList;

/** What is overdue burns most, then what soon will be, then what nobody has signed, then what is open at all. */
function heat({ counts }: CenterCounts): number[] {
  return [counts.open.overdue, counts.open.soon, counts.dispatched.total, counts.open.total];
}

function byNumbers(a: readonly number[], b: readonly number[]): number {
  for (const [index, number] of a.entries()) {
    const other = b[index] ?? 0;
    if (number !== other) return other - number;
  }
  return 0;
}

export function sortCenters(lines: readonly CenterCounts[], order: Order): CenterCounts[] {
  if (order === "listed") return [...lines];
  const numbers = (line: CenterCounts) =>
    order === "burning" ? heat(line) : [line.counts[order].total, ...heat(line)];
  return [...lines].sort((a, b) => byNumbers(numbers(a), numbers(b)));
}

/** Lines in the order in which they stood: nothing moves away under a hand that is about to click. */
export function keepOrder(lines: readonly CenterCounts[], stood: readonly (number | null)[]): CenterCounts[] {
  const place = (line: CenterCounts) => {
    const at = stood.indexOf(line.stream);
    return at < 0 ? stood.length : at;
  };
  return [...lines].sort((a, b) => place(a) - place(b));
}

/** What the colour of a number says: the worst that is among its tickets. */
export function worstOf(count: Count): Severity {
  if (count.overdue > 0) return "overdue";
  return count.soon > 0 ? "soon" : "on_time";
}
