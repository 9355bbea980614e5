/** What changed between two boards, ticket by ticket. Pure; streams that are the same object are not looked at. */
import type { TicketRow } from "../wire/types";
import { type Board, isShownHere, type StreamBoard } from "./apply";

type Tickets = StreamBoard["tickets"];

const NO_TICKETS: Tickets = new Map();

/** Rows that are shown no longer, and rows that are shown now; a row in a newer version is in both. */
export interface Changes {
  readonly gone: readonly TicketRow[];
  readonly come: readonly TicketRow[];
}

function noteTouched(before: Tickets, after: Tickets, touched: Set<number>): void {
  let kept = 0;
  for (const [id, row] of after) {
    const held = before.get(id);
    if (held !== undefined) kept += 1;
    if (held !== row) touched.add(id);
  }
  if (kept === before.size) return;
  for (const id of before.keys()) if (!after.has(id)) touched.add(id);
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
    const former = before.get(at)?.tickets ?? NO_TICKETS;
    const newer = after.get(at)?.tickets ?? NO_TICKETS;
    if (former !== newer) noteTouched(former, newer, touched);
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
