/** Instants and spans in words, Asia/Shanghai. Pure; the screens pass the service's time. */
import { text } from "../text";

/** Shanghai has had no summer time since 1991. */
const AHEAD_MS = 8 * 3_600_000;

interface Civil {
  year: number;
  month: number;
  day: number;
  hour: string;
  minute: string;
  second: string;
}

const two = (n: number) => String(n).padStart(2, "0");

export function civil(instant: number | string): Civil {
  const there = new Date(new Date(instant).getTime() + AHEAD_MS);
  return {
    year: there.getUTCFullYear(),
    month: there.getUTCMonth() + 1,
    day: there.getUTCDate(),
    hour: two(there.getUTCHours()),
    minute: two(there.getUTCMinutes()),
    second: two(there.getUTCSeconds()),
  };
}

export function clockTime(instant: number | string, seconds = false): string {
  const at = civil(instant);
  return seconds ? `${at.hour}:${at.minute}:${at.second}` : `${at.hour}:${at.minute}`;
}

function dayNumber(at: Civil): number {
  return Math.round(Date.UTC(at.year, at.month - 1, at.day) / 86_400_000);
}

/** `今天 18:00`, `明天 09:00`, `11月30日 18:00`. */
export function dayTime(instant: number | string, now: number): string {
  const at = civil(instant);
  const days = dayNumber(at) - dayNumber(civil(now));
  const named: Record<number, string> = {
    [-1]: text.day.yesterday,
    0: text.day.today,
    1: text.day.tomorrow,
    2: text.day.afterTomorrow,
  };
  return `${named[days] ?? text.day.monthDay(at.month, at.day)} ${at.hour}:${at.minute}`;
}

/** `10:41` today, else `11-30 18:00`: for dense places. */
export function shortTime(instant: number | string, now: number): string {
  const at = civil(instant);
  if (dayNumber(at) === dayNumber(civil(now))) return `${at.hour}:${at.minute}`;
  return `${two(at.month)}-${two(at.day)} ${at.hour}:${at.minute}`;
}

/** `10:41` today, else `11-30`: where the day is enough. */
export function timeOrDay(instant: number | string, now: number): string {
  return shortTime(instant, now).replace(/ .*$/, "");
}

/** `2027-01-06 18:00`: where the year matters. */
export function fullTime(instant: number | string): string {
  const at = civil(instant);
  return `${at.year}-${two(at.month)}-${two(at.day)} ${at.hour}:${at.minute}`;
}

/** `2027-01-06`: of what is months away. */
export function dateOf(instant: number | string): string {
  const at = civil(instant);
  return `${at.year}-${two(at.month)}-${two(at.day)}`;
}

/** `2 小时 10 分`, `3 天 4 时`, `18 分`. */
export function span(milliseconds: number): string {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  if (minutes < 1) return text.span.now;
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  if (days > 0) return hours > 0 ? `${text.span.days(days)} ${text.span.hours(hours)}` : text.span.days(days);
  if (hours === 0) return text.span.minutes(rest);
  return rest > 0 ? `${text.span.hours(hours)} ${text.span.minutes(rest)}` : text.span.hoursLong(hours);
}

export function duePhrase(dueAt: string, now: number): string {
  const left = Date.parse(dueAt) - now;
  return left > 0 ? text.due.left(span(left)) : text.due.over(span(left));
}

export function percent(share: number | null): string {
  return share === null ? "–" : `${Math.round(share * 100)} %`;
}
