/** Which window somebody looks at, as a question of the service. Pure. */
import { fromInput } from "../../state/moment";
import type { WindowQuery } from "../../wire/scores";

export interface Chosen {
  kind: "day" | "month" | "span";
  /** `2026-11-25`; empty: the day under way. */
  day: string;
  /** `2026-11`. */
  month: string;
  since: string;
  until: string;
  by: "center" | "unit";
}

/** The question, or null while the choice is not whole. */
export function windowQuery(chosen: Chosen): WindowQuery | null {
  const { by } = chosen;
  if (chosen.kind === "day") return chosen.day ? { on: chosen.day, by } : { by };
  if (chosen.kind === "month") return /^\d{4}-\d{2}$/.test(chosen.month) ? { month: chosen.month, by } : null;
  const since = fromInput(chosen.since);
  const until = fromInput(chosen.until);
  return since && until && since < until ? { since, until, by } : null;
}

/** The month of an instant's date in Shanghai, as a month input writes it. */
export function monthOf(now: number): string {
  return new Date(now + 8 * 3_600_000).toISOString().slice(0, 7);
}
