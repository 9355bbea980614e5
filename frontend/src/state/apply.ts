/**
 * The board: what a connected page knows, as a pure fold of snapshots and frames.
 * Called by wire/stream; the service's own client folds by the same rule.
 */
import type { Entry, Frame, Position, Snapshot, TicketRow, TicketState } from "../wire/types";
import { Rows } from "./rows";

export interface StreamBoard {
  readonly position: Position;
  readonly tickets: Rows;
}

export type Board = ReadonlyMap<number, StreamBoard>;

/** `applied`: taken in. `known`: nothing new. `gap`: something is missing before it. `epoch`: of another life. */
export type FrameOutcome = "applied" | "known" | "gap" | "epoch" | "no_snapshot";

export const emptyBoard: Board = new Map();

const OFF_BOARD: ReadonlySet<TicketState> = new Set([
  "merged",
  "closed",
  "cancelled",
  "rejected",
  "handed_back",
]);

/** Whether nobody has to do anything about it any more: it is on no board. */
export function isOver({ state }: Pick<TicketRow, "state">): boolean {
  return OFF_BOARD.has(state);
}

/** What some entries make of a stream's rows, one after another: a row, or null for a ticket that is there no more. */
function changesOf(tickets: Rows, entries: readonly Entry[]): ReadonlyMap<number, TicketRow | null> {
  const changes = new Map<number, TicketRow | null>();
  for (const { ticket, leave, row } of entries) {
    const isHere = !leave && row && !isOver(row);
    const held = changes.has(ticket) ? changes.get(ticket) : tickets.get(ticket);
    if (!isHere) changes.set(ticket, null);
    else if (!held || held.version <= row.version) changes.set(ticket, row);
  }
  return changes;
}

function withStream(board: Board, stream: number, next: StreamBoard): Board {
  const copy = new Map(board);
  copy.set(stream, next);
  return copy;
}

/** A snapshot replaces the stream it names, whatever was held before. */
export function applySnapshot(board: Board, snapshot: Snapshot): Board {
  const tickets = Rows.of(snapshot.tickets.filter((row) => !isOver(row)));
  const { epoch, seq, rights } = snapshot;
  return withStream(board, snapshot.stream, { position: { epoch, seq, rights }, tickets });
}

/** Forget streams that the person may no longer hear. */
export function keepStreams(board: Board, streams: readonly number[]): Board {
  return new Map([...board].filter(([stream]) => streams.includes(stream)));
}

function isHeartbeat(frame: Frame): boolean {
  return frame.to < frame.from;
}

function outcomeOf(held: StreamBoard | undefined, frame: Frame): FrameOutcome {
  if (!held) return "no_snapshot";
  if (held.position.epoch !== frame.epoch) return "epoch";
  const last = held.position.seq;
  if (isHeartbeat(frame)) return frame.to > last ? "gap" : "known";
  if (frame.from > last + 1) return "gap";
  return frame.to <= last ? "known" : "applied";
}

/** Take in one frame. Accepted when `from ≤ last + 1 ≤ to`; entries already known are skipped. */
export function applyFrame(board: Board, frame: Frame): { board: Board; outcome: FrameOutcome } {
  const held = board.get(frame.stream);
  const outcome = outcomeOf(held, frame);
  if (!held || outcome !== "applied") return { board, outcome };
  const last = held.position.seq;
  const fresh = frame.entries.filter((entry) => entry.seq > last);
  const tickets = held.tickets.with(changesOf(held.tickets, fresh));
  const position = { ...held.position, seq: frame.to };
  return { board: withStream(board, frame.stream, { position, tickets }), outcome };
}

/** A ticket wherever it stands on the board; two streams may hold it, the newer row counts. */
export function ticketOnBoard(board: Board, id: number): TicketRow | undefined {
  let newest: TicketRow | undefined;
  for (const stream of board.values()) {
    const row = stream.tickets.get(id);
    if (row && (!newest || row.version > newest.version)) newest = row;
  }
  return newest;
}

/**
 * Whether a stream's row is the one to show when all streams are looked at: a ticket that was handed on stands in
 * two streams until its new unit has signed, and is shown once.
 */
export function isShownHere(board: Board, stream: number, row: TicketRow): boolean {
  return row.stream === stream || !board.get(row.stream)?.tickets.has(row.id);
}
