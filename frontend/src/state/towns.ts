/** All towns side by side: of each center how long its lists are, and how many of them burn. Pure. */
import type { Severity } from "./clocks";
import { LISTS, type ListName, lateIn, type Shelf } from "./shelf";

export interface Count {
  readonly total: number;
  readonly soon: number;
  readonly overdue: number;
}

type Counts = Readonly<Record<ListName, Count>>;

/** One line of the board; `stream` is null for all centers together, where a ticket that two hold for a moment counts once. */
export interface CenterCounts {
  readonly stream: number | null;
  readonly counts: Counts;
}

export function countCenter({ stream, lists }: Shelf, now: number): CenterCounts {
  const counts = LISTS.map((name) => [name, { total: lists[name].rows.length, ...lateIn(lists[name], now) }]);
  return { stream, counts: Object.fromEntries(counts) as Counts };
}

/** The lines of a page: a number that stays is the same object, and so is a line in which all stay. */
export class Lines {
  private readonly held = new Map<number | null, CenterCounts>();

  at(shelf: Shelf, now: number): CenterCounts {
    const held = this.held.get(shelf.stream);
    const line = held ? kept(held, countCenter(shelf, now)) : countCenter(shelf, now);
    this.held.set(shelf.stream, line);
    return line;
  }
}

function kept(held: CenterCounts, fresh: CenterCounts): CenterCounts {
  const counts = LISTS.map((name) => [name, keptCount(held.counts[name], fresh.counts[name])] as const);
  if (counts.every(([name, count]) => count === held.counts[name])) return held;
  return { ...fresh, counts: Object.fromEntries(counts) as Counts };
}

function keptCount(held: Count, fresh: Count): Count {
  const isSame = held.total === fresh.total && held.soon === fresh.soon && held.overdue === fresh.overdue;
  return isSame ? held : fresh;
}

/** How lines are ordered: what burns first, as the district lists its towns, or the most of one list first. */
export type Order = "burning" | "listed" | ListName;

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
