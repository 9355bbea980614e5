/** A deadline in the words of the street: "明天 18:00 前". */
import { nextDue, type Severity, severityOf } from "../../state/clocks";
import { dayTime } from "../../state/format";
import { text } from "../../text";
import type { TicketRow } from "../../wire/types";

export interface Due {
  severity: Severity;
  words: string;
}

export function dueOf(row: TicketRow, now: number): Due {
  const due = nextDue(row);
  if (!due) return { severity: "on_time", words: text.due.none };
  const severity = severityOf(row, now);
  const when = dayTime(due, now);
  return { severity, words: Date.parse(due) > now ? text.due.before(when) : text.due.passed(when) };
}
