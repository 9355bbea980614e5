/** What changed between two boards, ticket by ticket. Pure; what two boards share is not looked at. */
import type { TicketRow } from "../wire/types";
import { type Board, isShownHere } from "./apply";
import { Rows } from "./rows";

/** Rows that are shown no longer, and rows that are shown now; a row in a newer version is in both. */
export interface Changes {
  readonly gone: readonly TicketRow[];
  readonly come: readonly TicketRow[];
}

/** The rows by which a ticket is shown in the streams looked at: none, one, or two for the moment it changes hands. */
function rowsShown(board: Board, id: number, stream: number | null): TicketRow[] {
  const rows: TicketRow[] = [];
  for (const [at, { tickets }] of board) {
    if (stream !== null && at !== stream) continue;
    const row = tickets.get(id);
    if (row && (stream !== null || isShownHere(board, at, row))) rows.push(row);
  }
  return rows;
}

export function changesBetween(before: Board, after: Board, stream: number | null): Changes {
  const touched = new Set<number>();
  const streams = stream === null ? new Set([...before.keys(), ...after.keys()]) : [stream];
  for (const at of streams) {
    const former = before.get(at)?.tickets ?? Rows.none;
    const newer = after.get(at)?.tickets ?? Rows.none;
    if (former !== newer) for (const id of former.differing(newer)) touched.add(id);
  }
  const gone: TicketRow[] = [];
  const come: TicketRow[] = [];
  for (const id of touched) {
    const was = rowsShown(before, id, stream);
    const is = rowsShown(after, id, stream);
    for (const row of was) if (!is.includes(row)) gone.push(row);
    for (const row of is) if (!was.includes(row)) come.push(row);
  }
  return { gone, come };
}
