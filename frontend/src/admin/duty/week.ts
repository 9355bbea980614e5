/** Weeks as the duty table shows them: Monday to Sunday in Shanghai's time. Pure. */

const DAY_MS = 86_400_000;
const OFFSET_MS = 8 * 3_600_000;

export interface Day {
  /** `2026-11-23`. */
  date: string;
  since: number;
  until: number;
}

/** The date in Shanghai of an instant. */
function dateOf(instant: number): string {
  return new Date(instant + OFFSET_MS).toISOString().slice(0, 10);
}

/** The seven days of the week an instant lies in. */
export function weekOf(instant: number): Day[] {
  const midnight = Math.floor((instant + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS;
  const weekday = (new Date(midnight + OFFSET_MS).getUTCDay() + 6) % 7;
  const monday = midnight - weekday * DAY_MS;
  return Array.from({ length: 7 }, (_, place) => {
    const since = monday + place * DAY_MS;
    return { date: dateOf(since), since, until: since + DAY_MS };
  });
}

/** Those of some spans that begin on a day. */
export function beginningOn<T extends { starts_at: string }>(shifts: readonly T[], day: Day): T[] {
  return shifts.filter(({ starts_at }) => {
    const at = Date.parse(starts_at);
    return day.since <= at && at < day.until;
  });
}
