/** The words of when something is due, and how long that is, English. Part of `text`. */
import type { Words } from "..";
import type { zhTimes } from "../zh/times";

export const enTimes: Words<typeof zhTimes> = {
  due: {
    rests: "suspended, does not run",
    unannounced: "holidays not announced",
    left: (span) => `${span} left`,
    over: (span) => `${span} over`,
    none: "No limit",
    before: (when) => `by ${when}`,
    was: (what, when) => `${what} was due ${when}`,
  },
  span: {
    days: (n) => `${n} d`,
    hours: (n) => `${n} h`,
    minutes: (n) => `${n} min`,
    hoursLong: (n) => `${n} h`,
    now: "less than 1 min",
  },
  distance: (metres) =>
    metres < 950 ? `${Math.round(metres / 10) * 10} m` : `${(metres / 1000).toFixed(1)} km`,
  day: {
    today: "today",
    tomorrow: "tomorrow",
    afterTomorrow: "in two days",
    yesterday: "yesterday",
    monthDay: (month, day) => `${month}/${day}`,
  },
};
