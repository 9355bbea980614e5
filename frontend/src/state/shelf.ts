/**
 * The lists of a board in their order, kept up change by change: an event costs what it changes, not what there is.
 * Every number on the screens is the length of such a list. Pure; the same as sorting the board's rows anew, and tested
 * to be.
 */
import type { TicketRow } from "../wire/types";
import { type Board, emptyBoard } from "./apply";
import { type Changes, changesBetween } from "./changes";
import { turnsOf } from "./clocks";
import { byDue, DUTIES, dutiesOf, orderOf } from "./duties";
import { rankOf, sortedWith } from "./sorted";

/** What a shelf holds: all that is open, and each duty's. */
export const LISTS = ["open", ...DUTIES] as const;
export type ListName = (typeof LISTS)[number];

function listsOf(row: TicketRow): ListName[] {
  return ["open", ...dutiesOf(row)];
}

/** One list's rows, and the instants at which they turn: how many are late at any time is two searches. */
export interface ShelfList {
  readonly rows: readonly TicketRow[];
  readonly soon: readonly number[];
  readonly overdue: readonly number[];
}

export interface Shelf {
  readonly board: Board;
  /** The one stream that is looked at; null for all. */
  readonly stream: number | null;
  readonly lists: Readonly<Record<ListName, ShelfList>>;
}

const NO_ROWS: ShelfList = { rows: [], soon: [], overdue: [] };

export function emptyShelf(stream: number | null): Shelf {
  const lists = Object.fromEntries(LISTS.map((name) => [name, NO_ROWS])) as Record<ListName, ShelfList>;
  return { board: emptyBoard, stream, lists };
}

/** The shelf of a newer board; lists that nothing happened to stay the same objects. */
export function follow(shelf: Shelf, board: Board): Shelf {
  if (board === shelf.board) return shelf;
  const changes = changesBetween(shelf.board, board, shelf.stream);
  const lists = { ...shelf.lists };
  for (const name of LISTS) lists[name] = followed(lists[name], name, changes);
  return { ...shelf, board, lists };
}

const earlier = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);

function followed(list: ShelfList, name: ListName, changes: Changes): ShelfList {
  const gone = changes.gone.filter((row) => listsOf(row).includes(name));
  const come = changes.come.filter((row) => listsOf(row).includes(name));
  if (gone.length + come.length === 0) return list;
  const turned = (held: readonly number[], turn: "soon" | "overdue") =>
    sortedWith(held, turning(gone, turn), turning(come, turn), earlier);
  return {
    rows: sortedWith(list.rows, gone, come, name === "open" ? byDue : orderOf(name)),
    soon: turned(list.soon, "soon"),
    overdue: turned(list.overdue, "overdue"),
  };
}

function turning(rows: readonly TicketRow[], turn: "soon" | "overdue"): number[] {
  return rows.map((row) => turnsOf(row)[turn]);
}

/** How many rows of a list are due soon and overdue now. */
export function lateIn(list: ShelfList, now: number): { soon: number; overdue: number } {
  const after = (turns: readonly number[]) => rankOf(turns, now, (turn, at) => (turn <= at ? -1 : 1));
  const overdue = after(list.overdue);
  return { soon: after(list.soon) - overdue, overdue };
}

/** The shelves of a page, one for each stream that something on it looks at: each follows the board when it is asked for. */
export class Shelves {
  private readonly held = new Map<number | null, Shelf>();

  at(board: Board, stream: number | null): Shelf {
    const shelf = follow(this.held.get(stream) ?? emptyShelf(stream), board);
    this.held.set(stream, shelf);
    return shelf;
  }
}
