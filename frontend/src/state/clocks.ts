/** How late a ticket is: its severity and what its deadlines say. Pure; time comes in as an argument. */
import type { RunningClock, TicketRow, TicketState } from "../wire/types";

/** The only thing colour may mean on these screens. */
export type Severity = "on_time" | "soon" | "overdue";

const RANK: Record<Severity, number> = { on_time: 0, soon: 1, overdue: 2 };

/** A clock that rests (挂账) is on time. What warned before its instant moved does not count any more. */
export function clockSeverity(clock: RunningClock, now: number): Severity {
  if (clock.paused_at !== null) return "on_time";
  if (clock.warned === "overdue" || Date.parse(clock.due_at) <= now) return "overdue";
  const isSoon = clock.soon_at !== null && Date.parse(clock.soon_at) <= now;
  return isSoon || clock.warned === "soon" ? "soon" : "on_time";
}

export function worse(a: Severity, b: Severity): Severity {
  return RANK[a] >= RANK[b] ? a : b;
}

/** When a row falls due first, and the instants at which it becomes due soon and overdue: −∞ where it is so already. */
interface Turns {
  due: number;
  soon: number;
  overdue: number;
}

const turns = new WeakMap<TicketRow, Turns>();

/** Worked out once for each row: a district asks this of fifty thousand rows at a time. */
export function turnsOf(row: TicketRow): Turns {
  const known = turns.get(row);
  if (known) return known;
  const due = nextDue(row);
  const made: Turns = { due: due === null ? Infinity : Date.parse(due), soon: Infinity, overdue: Infinity };
  for (const { paused_at, warned, due_at, soon_at } of row.clocks) {
    if (paused_at !== null) continue;
    made.overdue = Math.min(made.overdue, warned === "overdue" ? -Infinity : Date.parse(due_at));
    if (warned === "soon") made.soon = -Infinity;
    else if (soon_at !== null) made.soon = Math.min(made.soon, Date.parse(soon_at));
  }
  made.soon = Math.min(made.soon, made.overdue);
  turns.set(row, made);
  return made;
}

export function severityOf(row: TicketRow, now: number): Severity {
  const { soon, overdue } = turnsOf(row);
  if (now >= overdue) return "overdue";
  return now >= soon ? "soon" : "on_time";
}

const OWES_NO_REPLY: ReadonlySet<TicketState> = new Set([
  "replied",
  "closed",
  "cancelled",
  "rejected",
  "handed_back",
]);

/** Whether the hotline's own limit still runs: not once it has its reply, or the ticket has ended. */
export function owesReply({ state }: Pick<TicketRow, "state">): boolean {
  return !OWES_NO_REPLY.has(state);
}

/**
 * The running clock that falls due first, if it does not rest; a ticket without one falls due with the hotline's own
 * limit, while a reply is owed. Of a suspended ticket that rests too: it is put off by as long once the work goes on.
 */
export function nextDue(row: TicketRow): string | null {
  const running = row.clocks.filter((clock) => clock.paused_at === null);
  const due = running.map((clock) => clock.due_at).sort()[0];
  return due ?? (row.state === "suspended" || !owesReply(row) ? null : row.outer_due);
}

/** The instant a clock shows: now, or when it was suspended. */
export function standsAt(clock: { paused_at: string | null }, now: number): number {
  return clock.paused_at === null ? now : Date.parse(clock.paused_at);
}

/** Share of a clock's time that is used up, 0–1. */
export function usedShare(clock: { started_at: string; due_at: string }, now: number): number {
  const start = Date.parse(clock.started_at);
  const due = Date.parse(clock.due_at);
  if (due <= start) return 1;
  return Math.min(1, Math.max(0, (now - start) / (due - start)));
}
