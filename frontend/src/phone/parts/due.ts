/** Deadlines in the words of the street: "明天 18:00 前 首次联系". */
import { clockSeverity, type Severity } from "../../state/clocks";
import { dayTime } from "../../state/format";
import { text } from "../../text";
import type { TicketRow } from "../../wire/types";

export interface Due {
  severity: Severity;
  words: string;
  /** What is due, where a clock of ours says it. */
  what: string;
}

function words(due: string, now: number): string {
  const when = dayTime(due, now);
  return Date.parse(due) > now ? text.due.before(when) : text.due.passed(when);
}

/** Every running deadline, the earliest first; without one the hotline's own limit. */
export function duesOf(row: TicketRow, now: number): Due[] {
  const clocks = [...row.clocks].sort((a, b) => (a.due_at < b.due_at ? -1 : 1));
  const dues = clocks.map((clock) => ({
    severity: clockSeverity(clock, now),
    words: clock.paused_at === null ? words(clock.due_at, now) : text.due.rests,
    what: clock.unannounced ? `${text.clock[clock.kind]} (${text.due.unannounced})` : text.clock[clock.kind],
  }));
  if (dues.length > 0 || !row.outer_due) return dues;
  const severity = Date.parse(row.outer_due) <= now ? "overdue" : "on_time";
  return [{ severity, words: words(row.outer_due, now), what: text.ticket.outer }];
}

export function dueOf(row: TicketRow, now: number): Due {
  return duesOf(row, now)[0] ?? { severity: "on_time", words: text.due.none, what: "" };
}
