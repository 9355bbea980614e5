/** Which ticket comes next in a list that changes while one walks it. Pure. */
import type { TicketRow } from "../wire/types";

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
  const at = rows.findIndex((row) => row.id === open);
  if (at >= 0) return rows[at + by];
  if (open === null) return by === 1 ? rows[0] : rows[rows.length - 1];
  const place = Math.min(stood, rows.length);
  return rows[by === 1 ? Math.min(place, rows.length - 1) : Math.max(0, place - 1)];
}

/** The next row that the reader's own unit owes, so that signing does not stop at other units' tickets. */
export function nextOwed(
  rows: readonly TicketRow[],
  open: number | null,
  stood: number,
  home: number | null,
): TicketRow | undefined {
  const at = rows.findIndex((row) => row.id === open);
  const after = rows.slice(at >= 0 ? at + 1 : stood);
  const before = rows.slice(0, at >= 0 ? at : stood);
  return [...after, ...before].find((row) => row.owed_by === home);
}
