/** Instants as the administration writes them: to the minute, in Shanghai's time. */
import { civil, shortTime, span } from "../../state/format";
import { words } from "../../text/admin";

const two = (n: number) => String(n).padStart(2, "0");

/** `2026-11-25 18:00`. */
export function moment(instant: string): string {
  const at = civil(instant);
  return `${at.year}-${two(at.month)}-${two(at.day)} ${at.hour}:${at.minute}`;
}

/** `3 分前`; of an earlier day the date. */
export function sinceWhen(instant: string, now = Date.now()): string {
  const past = now - Date.parse(instant);
  return past < 12 * 3_600_000 ? words.ago(span(past)) : shortTime(instant, now);
}

export { forInput, fromInput } from "../../state/moment";
