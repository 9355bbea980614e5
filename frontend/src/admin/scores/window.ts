/** Which window somebody looks at, as a question of the service. Pure. */
import { fromInput } from "../../state/moment";
import { words } from "../../text/scores";
import type { WindowQuery } from "../../wire/scores";

export interface Chosen {
  kind: "day" | "month" | "span";
  /** `2026-11-25`; empty: the day under way. */
  day: string;
  /** `2026-11`; empty: the month under way. */
  month: string;
  since: string;
  until: string;
  by: "center" | "unit";
}

/** The question, or null while the choice is not whole. */
export function windowQuery(chosen: Chosen): WindowQuery | null {
  const { by } = chosen;
  if (chosen.kind === "day") return chosen.day ? { on: chosen.day, by } : { by };
  if (chosen.kind === "month") return { month: chosen.month || "now", by };
  const since = fromInput(chosen.since);
  const until = fromInput(chosen.until);
  return since && until && since < until ? { since, until, by } : null;
}

/** `12:00` of the minutes since midnight, and the minutes of it. */
export const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
export const minutesOf = (typed: string): number =>
  Number(typed.slice(0, 2)) * 60 + Number(typed.slice(3, 5));

/** The month that a window which ends then is called by, as a month input writes it. */
export function monthOf(until: string): string {
  return new Date(Date.parse(until) - 1 + 8 * 3_600_000).toISOString().slice(0, 7);
}

/** The month before the one whose window ends then, as a month input writes it: the last one that is over. */
export function monthBefore(until: string): string {
  const month = monthOf(until);
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 2, 1))
    .toISOString()
    .slice(0, 7);
}

/** `2026年11月`. */
export function monthName(month: string): string {
  return words.monthName(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
}
