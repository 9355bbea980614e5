/** Which ticket comes next in a list that changes while one walks it. Pure. */
import type { TicketRow } from "../wire/types";

/**
 * Where a ticket stands in a list; −1 where it does not, and for none. It is looked for from where it stood before: a list
 * of fifty thousand changes by a few rows at a time.
 */
export function placeOf(rows: readonly TicketRow[], ticket: number | null, stood: number): number {
  if (ticket === null) return -1;
  const farthest = Math.max(stood, rows.length - stood);
  for (let away = 0; away <= farthest; away += 1) {
    if (rows[stood + away]?.id === ticket) return stood + away;
    if (rows[stood - away]?.id === ticket) return stood - away;
  }
  return -1;
}

/**
 * The row before or after the open ticket. When that ticket has left the list, its place counts: the row that moved
 * up into it is the next one.
 */
export function neighbour(
  rows: readonly TicketRow[],
  open: number | null,
  stood: number,
  by: 1 | -1,
): TicketRow | undefined {
  if (rows.length === 0) return undefined;
  const at = placeOf(rows, open, stood);
  if (at >= 0) return rows[at + by];
  if (open === null) return by === 1 ? rows[0] : rows[rows.length - 1];
  const place = Math.min(stood, rows.length);
  return rows[by === 1 ? Math.min(place, rows.length - 1) : Math.max(0, place - 1)];
}

/** After the open ticket the next row that the reader's own unit owes, from the top again at the end, so that signing does not stop at other units' tickets. */
export function nextOwed(
  rows: readonly TicketRow[],
  open: number | null,
  stood: number,
  home: number | null,
): TicketRow | undefined {
  if (open === null) return undefined;
  const at = placeOf(rows, open, stood);
  const first = at >= 0 ? at + 1 : stood;
  for (let passed = 0; passed < rows.length; passed += 1) {
    const row = rows[(first + passed) % rows.length];
    if (row && row.id !== open && row.owed_by === home) return row;
  }
  return undefined;
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
