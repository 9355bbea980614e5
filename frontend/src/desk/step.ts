/** Which ticket comes next in a list that changes while one walks it. Pure. */
import type { Listing } from "../state/sorted";
import type { TicketRow } from "../wire/types";

/** A list of fifty thousand changes by a few rows at a time. */
const NEAR = 32;

/** Where a ticket stands in a list; −1 where it does not, and for none. It is looked for first about where it stood before. */
export function placeOf(rows: Listing<TicketRow>, ticket: number | null, stood: number): number {
  if (ticket === null) return -1;
  const is = ({ id }: TicketRow) => id === ticket;
  const first = Math.max(0, stood - NEAR);
  const near = rows.slice(first, stood + NEAR).findIndex(is);
  return near >= 0 ? first + near : rows.findIndex(is);
}

function rowAt(rows: Listing<TicketRow>, place: number): TicketRow | undefined {
  return place < 0 ? undefined : rows.slice(place, place + 1)[0];
}

/**
 * The row before or after the open ticket. When that ticket has left the list, its place counts: the row that moved
 * up into it is the next one.
 */
export function neighbour(
  rows: Listing<TicketRow>,
  open: number | null,
  stood: number,
  by: 1 | -1,
): TicketRow | undefined {
  if (rows.length === 0) return undefined;
  const at = placeOf(rows, open, stood);
  if (at >= 0) return rowAt(rows, at + by);
  if (open === null) return rowAt(rows, by === 1 ? 0 : rows.length - 1);
  const place = Math.min(stood, rows.length);
  return rowAt(rows, by === 1 ? Math.min(place, rows.length - 1) : Math.max(0, place - 1));
}

/** After the open ticket the next row that the reader's own unit owes, from the top again at the end, so that signing does not stop at other units' tickets. */
export function nextOwed(
  rows: Listing<TicketRow>,
  open: number | null,
  stood: number,
  home: number | null,
): TicketRow | undefined {
  if (open === null) return undefined;
  const at = placeOf(rows, open, stood);
  const first = at >= 0 ? at + 1 : stood;
  const is = ({ id, owed_by: owedBy }: TicketRow) => id !== open && owedBy === home;
  return rows.slice(first).find(is) ?? rows.slice(0, first).find(is);
}

/** The next of a round, from one on, that holds something; none where no other does. */
export function nextFilled<T>(
  all: readonly T[],
  from: T,
  by: 1 | -1,
  isFilled: (each: T) => boolean,
): T | undefined {
  const at = all.indexOf(from);
  const others = [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))];
  return (by === 1 ? others : others.reverse()).find(isFilled);
}
