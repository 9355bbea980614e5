/** A heat map's steps in words, and the way from one to the next. Pure; the screens pass the service's time. */
import { text } from "../text";
import { words } from "../text/heat";
import type { HeatPicture, Span } from "../wire/heat";
import { civil, clockTime } from "./format";

/** One step; none means the whole while. */
export type Step = number | null;
type While = Pick<HeatPicture, "since" | "until" | "seconds" | "steps">;

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Which while a picture is of: also while another was asked for and is on its way. */
export function spanOf({ since, until, seconds, steps }: While): Span {
  const whole = (Date.parse(until) - Date.parse(since)) / 1000;
  if (whole > seconds * steps.length) return "clock";
  if (seconds === HOUR) return "day";
  return steps.length > 7 ? "month" : "week";
}

function startOf({ since, seconds }: While, step: number): number {
  return Date.parse(since) + step * seconds * 1000;
}

/** 今天 14:00–15:00 · 11月26日 周四 · 每天 14:00–15:00 · 7 天合计. */
export function stepWords(shown: While, step: Step, now: number): string {
  const span = spanOf(shown);
  if (step === null) return words.everything[span];
  const from = startOf(shown, step);
  const to = from + shown.seconds * 1000;
  if (span === "clock") return words.clockHour(clockTime(from), endTime(to));
  if (span === "day") {
    const day = dayName(from, now);
    return to > now ? words.hourRunning(day, clockTime(from)) : words.hour(day, clockTime(from), endTime(to));
  }
  const { year, month, day } = civil(from);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  const named = words.dayOf(month, day, weekday);
  return to > now ? `${named} ${words.running}` : named;
}

/** A day ends at 24:00. */
function endTime(at: number): string {
  const said = clockTime(at);
  return said === "00:00" ? "24:00" : said;
}

function dayName(at: number, now: number): string {
  const days =
    Math.floor((now + 8 * HOUR * 1000) / (DAY * 1000)) - Math.floor((at + 8 * HOUR * 1000) / (DAY * 1000));
  if (days === 0) return text.day.today;
  if (days === 1) return text.day.yesterday;
  const { month, day } = civil(at);
  return text.day.monthDay(month, day);
}

/** What stands under the histogram: at every so many steps, and at the last, which no other comes too near to. */
export function tickWords(shown: While, step: number): string {
  const last = shown.steps.length - 1;
  const { month, day, hour } = civil(startOf(shown, step));
  const isHours = shown.seconds === HOUR;
  const isNamed = isHours ? Number(hour) % 3 === 0 : shown.steps.length <= 7 || step % 5 === 0;
  const isNear = step < last && last - step < (isHours || shown.steps.length > 7 ? 2 : 1);
  if (step !== last && (!isNamed || isNear)) return "";
  return isHours ? words.shortHour(Number(hour)) : words.shortDay(month, day);
}

/** The shortest name of a step, for the head of its column: 14, 11/26. */
export function shortStep(shown: While, step: number): string {
  const at = civil(startOf(shown, step));
  return shown.seconds === HOUR ? String(Number(at.hour)) : words.shortDay(at.month, at.day);
}

/** A step by its own name, which is the same an hour later: 2026-11-26T14, 2026-11-26, of hours of the day 14. */
export function stepName(shown: While, step: number): string {
  const { year, month, day, hour } = civil(startOf(shown, step));
  const span = spanOf(shown);
  if (span === "clock") return hour;
  const date = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  return span === "day" ? `${date}T${hour}` : date;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

/** The step of a name; the whole while where it is in it no longer. */
export function stepNamed(shown: While, name: string | null): Step {
  if (name === null) return null;
  const found = shown.steps.findIndex((_, step) => stepName(shown, step) === name);
  return found < 0 ? null : found;
}

/** One step on or back; from the whole while to its first or last step. */
export function stepBy(step: Step, by: 1 | -1, count: number): Step {
  if (step === null) return by === 1 ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, step + by));
}

/** Playing goes from the whole while to the first step, on to the last, and ends with the whole. */
export function played(step: Step, count: number): Step {
  if (step === null) return 0;
  return step + 1 < count ? step + 1 : null;
}

const grouped = new Intl.NumberFormat("en-US");

export function figure(value: number): string {
  return grouped.format(value);
}
