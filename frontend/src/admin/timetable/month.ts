/** A year of the working calendar as weeks to draw. Pure: days are texts like `2026-10-01`. */
import type { NamedDay } from "../../wire/timetable";

export interface DrawnDay {
  day: string;
  number: number;
  isWeekend: boolean;
  named: NamedDay | null;
}

const two = (n: number) => String(n).padStart(2, "0");

/** The days of a month in weeks from Monday; null where the week belongs to another month. */
export function weeksOf(
  year: number,
  month: number,
  named: ReadonlyMap<string, NamedDay>,
): (DrawnDay | null)[][] {
  const first = new Date(Date.UTC(year, month - 1, 1));
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const before = (first.getUTCDay() + 6) % 7;
  const days: (DrawnDay | null)[] = Array.from({ length: before }, () => null);
  for (let number = 1; number <= length; number += 1) {
    const day = `${year}-${two(month)}-${two(number)}`;
    const known = named.get(day);
    days.push({
      day,
      number,
      isWeekend: (before + number - 1) % 7 >= 5,
      named: known && known.kind !== "usual" ? known : null,
    });
  }
  const weeks: (DrawnDay | null)[][] = [];
  for (let at = 0; at < days.length; at += 7) {
    const week = days.slice(at, at + 7);
    weeks.push([...week, ...Array.from({ length: 7 - week.length }, () => null)]);
  }
  return weeks;
}

/** Whether the offices are open. */
export function isWorked({ isWeekend, named }: DrawnDay): boolean {
  return named ? named.kind === "work" : !isWeekend;
}
