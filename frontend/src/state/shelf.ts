/**
 * The lists of a board in their order, kept up change by change: an event costs what it changes, not what there is.
 * Every number on the screens is the length of such a list. Pure; the same as sorting the board's rows anew, and tested
 * to be.
 */
import type { TicketRow } from "../wire/types";
import { type Board, emptyBoard } from "./apply";
import { changesBetween } from "./changes";
import { turnsOf } from "./clocks";
import { byDue, DUTIES, dutiesOf, orderOf } from "./duties";
import { Sorted } from "./sorted";
import { Turns } from "./turns";

/** What a shelf holds: all that is open, and each duty's. */
export const LISTS = ["open", ...DUTIES] as const;
export type ListName = (typeof LISTS)[number];

function listsOf(row: TicketRow): ListName[] {
  return ["open", ...dutiesOf(row)];
}

/** One list's rows, and the instants at which they turn: how many are late at any time is two searches. */
export interface ShelfList {
  readonly rows: Sorted<TicketRow>;
  readonly soon: Turns;
  readonly overdue: Turns;
}

export interface Shelf {
  readonly board: Board;
  /** The one stream that is looked at; null for all. */
  readonly stream: number | null;
  readonly lists: Readonly<Record<ListName, ShelfList>>;
}

function orderIn(name: ListName) {
  return name === "open" ? byDue : orderOf(name);
}

function empty(name: ListName): ShelfList {
  return { rows: Sorted.by(orderIn(name)), soon: Turns.none, overdue: Turns.none };
}

export function emptyShelf(stream: number | null): Shelf {
  const lists = Object.fromEntries(LISTS.map((name) => [name, empty(name)])) as Record<ListName, ShelfList>;
  return { board: emptyBoard, stream, lists };
}

/** The shelf of a newer board; lists that nothing happened to stay the same objects. */
export function follow(shelf: Shelf, board: Board): Shelf {
  if (board === shelf.board) return shelf;
  const changes = changesBetween(shelf.board, board, shelf.stream);
  const gone = byList(changes.gone);
  const come = byList(inOrder(changes.come));
  const lists = { ...shelf.lists };
  for (const name of new Set([...gone.keys(), ...come.keys()]))
    lists[name] = followed(lists[name], name, gone.get(name) ?? [], come.get(name) ?? []);
  return { ...shelf, board, lists };
}

type ByList = ReadonlyMap<ListName, readonly TicketRow[]>;

/** Rows by the lists that they stand on, in the order in which they came. */
function byList(rows: readonly TicketRow[]): ByList {
  const lists = new Map<ListName, TicketRow[]>();
  for (const row of rows)
    for (const name of listsOf(row)) {
      const list = lists.get(name);
      if (list) list.push(row);
      else lists.set(name, [row]);
    }
  return lists;
}

/** Rows as `byDue` puts them: of a whole town's, each is asked once when it is due. */
function inOrder(rows: readonly TicketRow[]): TicketRow[] {
  const due = rows.map((row) => ({ row, at: turnsOf(row).due }));
  due.sort((a, b) => (a.at === b.at ? a.row.id - b.row.id : a.at < b.at ? -1 : 1));
  return due.map(({ row }) => row);
}

function followed(
  list: ShelfList,
  name: ListName,
  gone: readonly TicketRow[],
  come: readonly TicketRow[],
): ShelfList {
  const order = orderIn(name);
  const turned = (turn: "soon" | "overdue") => list[turn].with(turning(gone, turn), turning(come, turn));
  return {
    rows: list.rows.with(gone, order === byDue ? come : [...come].sort(order)),
    soon: turned("soon"),
    overdue: turned("overdue"),
  };
}

function turning(rows: readonly TicketRow[], turn: "soon" | "overdue"): number[] {
  return rows.map((row) => turnsOf(row)[turn]);
}

/** How many rows of a list are due soon and overdue now. */
export function lateIn(list: ShelfList, now: number): { soon: number; overdue: number } {
  const overdue = list.overdue.passed(now);
  return { soon: list.soon.passed(now) - overdue, overdue };
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
