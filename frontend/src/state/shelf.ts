/**
 * The lists of a board in their order, kept up change by change: an event costs what it changes, not what there is.
 * Pure; the same as sorting the board's rows anew, and tested to be.
 */
import type { TicketRow } from "../wire/types";
import { type Board, emptyBoard } from "./apply";
import { type Changes, changesBetween } from "./changes";
import { turnsOf } from "./clocks";
import { DUTIES, type Duty, dutiesOf, orderOf } from "./duties";
import { rankOf, sortedWith } from "./sorted";

/** One duty's rows, and the instants at which they turn: how many are late at any time is two searches. */
export interface DutyList {
  readonly rows: readonly TicketRow[];
  readonly soon: readonly number[];
  readonly overdue: readonly number[];
}

export interface Shelf {
  readonly board: Board;
  /** The one stream that is looked at; null for all. */
  readonly stream: number | null;
  readonly lists: Readonly<Record<Duty, DutyList>>;
}

const NO_ROWS: DutyList = { rows: [], soon: [], overdue: [] };

export function emptyShelf(stream: number | null): Shelf {
  const lists = Object.fromEntries(DUTIES.map((duty) => [duty, NO_ROWS])) as Record<Duty, DutyList>;
  return { board: emptyBoard, stream, lists };
}

/** The shelf of a newer board; lists that nothing happened to stay the same objects. */
export function follow(shelf: Shelf, board: Board): Shelf {
  if (board === shelf.board) return shelf;
  const changes = changesBetween(shelf.board, board, shelf.stream);
  const lists = { ...shelf.lists };
  for (const duty of DUTIES) lists[duty] = followed(lists[duty], duty, changes);
  return { ...shelf, board, lists };
}

const earlier = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);

function followed(list: DutyList, duty: Duty, changes: Changes): DutyList {
  const gone = changes.gone.filter((row) => dutiesOf(row).includes(duty));
  const come = changes.come.filter((row) => dutiesOf(row).includes(duty));
  if (gone.length + come.length === 0) return list;
  const turned = (held: readonly number[], turn: "soon" | "overdue") =>
    sortedWith(held, turning(gone, turn), turning(come, turn), earlier);
  return {
    rows: sortedWith(list.rows, gone, come, orderOf(duty)),
    soon: turned(list.soon, "soon"),
    overdue: turned(list.overdue, "overdue"),
  };
}

function turning(rows: readonly TicketRow[], turn: "soon" | "overdue"): number[] {
  return rows.map((row) => turnsOf(row)[turn]);
}

/** How many rows of a list are due soon and overdue now. */
export function lateIn(list: DutyList, now: number): { soon: number; overdue: number } {
  const after = (turns: readonly number[]) => rankOf(turns, now, (turn, at) => (turn <= at ? -1 : 1));
  const overdue = after(list.overdue);
  return { soon: after(list.soon) - overdue, overdue };
}
