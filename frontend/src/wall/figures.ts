/** Figures of the wall in words. Pure. */
import type { Severity } from "../state/clocks";
import { words } from "../text/wall";
import type { WallPicture } from "../wire/wall";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });

export function count(value: number): string {
  return whole.format(value);
}

/** How long something is overdue, in the largest unit that it fills: 12 分, 2 小时, 1 天. */
export function overdueSpan(since: string, now: number): string {
  const span = Math.max(0, now - Date.parse(since));
  if (span >= DAY) return words.days(Math.floor(span / DAY));
  if (span >= HOUR) return words.hours(Math.floor(span / HOUR));
  return words.minutes(Math.floor(span / MINUTE));
}

/** The change between two percentages as they are printed, with its sign; null where one of them is none. */
export function change(now: string | null, before: string | null): string | null {
  if (now === null || before === null) return null;
  const points = Number.parseFloat(now) - Number.parseFloat(before);
  const shown = Math.abs(points).toFixed(2);
  if (shown === "0.00") return "±0";
  return `${points > 0 ? "+" : "−"}${shown}`;
}

export function worst([open, soon, overdue]: readonly number[]): Severity | null {
  if (overdue) return "overdue";
  if (soon) return "soon";
  return open ? "on_time" : null;
}

type Place = WallPicture["places"][number];

interface Rest {
  places: number;
  open: number;
  overdue: number;
}

/** The places worst first, as many as there is room for, and what the rest of them come to. */
export function worstPlaces(
  places: readonly Place[],
  most: number,
): { shown: readonly Place[]; rest: Rest | null } {
  const lines = [...places].sort((a, b) => b.overdue - a.overdue || b.open - a.open);
  if (lines.length <= most) return { shown: lines, rest: null };
  const left = lines.slice(most - 1);
  const rest = { places: left.length, open: total(left, "open"), overdue: total(left, "overdue") };
  return { shown: lines.slice(0, most - 1), rest };
}

export function total(places: readonly Place[], figure: "open" | "overdue"): number {
  return places.reduce((sum, place) => sum + place[figure], 0);
}
