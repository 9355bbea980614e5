/** Deadlines in the words of the street: "明天 18:00 前 首次联系", "逾期 2 时 10 分 首次联系应于今天 09:00". */
import { clockSeverity, type Severity } from "../../state/clocks";
import { dayTime, span } from "../../state/format";
import { text } from "../../text";
import type { RunningClock, TicketRow } from "../../wire/types";

export interface Due {
  severity: Severity;
  words: string;
  /** What is due, where a clock of ours says it; of what is late also when it was. */
  what: string;
}

/** When something has to be done; of what is late how late it is, and behind what it is when it was due. */
export function spokenDue(due: string, what: string, now: number): Pick<Due, "words" | "what"> {
  const when = dayTime(due, now);
  const left = Date.parse(due) - now;
  if (left > 0) return { words: text.due.before(when), what };
  return { words: text.due.over(span(left)), what: text.due.was(what, when) };
}

/** Every running deadline, the earliest first; without one the hotline's own limit. */
export function duesOf(row: TicketRow, now: number): Due[] {
  const clocks = [...row.clocks].sort((a, b) => (a.due_at < b.due_at ? -1 : 1));
  const dues = clocks.map((clock) => ({
    severity: clockSeverity(clock, now),
    ...spokenClock(clock, now),
  }));
  if (dues.length > 0 || !row.outer_due) return dues;
  const severity = Date.parse(row.outer_due) <= now ? "overdue" : "on_time";
  return [{ severity, ...spokenDue(row.outer_due, text.ticket.outer, now) }];
}

function spokenClock({ kind, due_at, paused_at, unannounced }: RunningClock, now: number) {
  const what = unannounced ? text.clock[kind] + text.aside(text.due.unannounced) : text.clock[kind];
  return paused_at === null ? spokenDue(due_at, what, now) : { words: text.due.rests, what };
}

export function dueOf(row: TicketRow, now: number): Due {
  return duesOf(row, now)[0] ?? { severity: "on_time", words: text.due.none, what: "" };
}
