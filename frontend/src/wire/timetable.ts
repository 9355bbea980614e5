/** When something falls due: the questions about rules, office hours, the calendar and why, and their shapes. */
import { ask } from "./api";
import type { components } from "./generated";

type Schemas = components["schemas"];

export type ExplainedClock = Schemas["ExplainedClock"];
type ClockRule = Schemas["ClockRuleInForce"];
type Season = Schemas["SeasonInForce"];
export type Timetable = Schemas["TimetableShape"];
export type TimetableVersion = Schemas["TimetableVersion"];
export type CalendarYear = Schemas["CalendarYear"];
export type NamedDay = Schemas["CalendarDay"];
export type NoticeDay = Schemas["NoticeDay"];
export type ReadNotice = Schemas["ReadNotice"];
export type TriedClock = Schemas["TriedClock"];
export type Tried = Schemas["TriedClocks"];
export type TryForm = Schemas["TryClockForm"];
export type RuledClock = ClockRule["clock"];
export type DayKind = NamedDay["kind"];

/** A rule without its number, as it is sent. */
export type RuleDraft = Omit<ClockRule, "ordinal">;
export type SeasonDraft = Omit<Season, "minutes">;

interface Saved {
  version: number;
}

export const timetableApi = {
  why: (ticket: number) => ask<ExplainedClock[]>("GET", `/api/tickets/${ticket}/clocks`),
  overview: () => ask<Timetable>("GET", "/api/timetable"),
  year: (year: number) => ask<CalendarYear>("GET", `/api/timetable/years/${year}`),
  saveRules: (based_on: number, note: string, rules: readonly RuleDraft[]) =>
    ask<Saved>("POST", "/api/timetable/rules", { based_on, note, rules }),
  saveHours: (based_on: number, note: string, seasons: readonly SeasonDraft[]) =>
    ask<Saved>("POST", "/api/timetable/hours", { based_on, note, seasons }),
  saveDay: (day: string, kind: DayKind, name: string, note: string) =>
    ask<Saved>("PUT", `/api/timetable/days/${day}`, { kind, name, note }),
  readNotice: (text: string, year: number | null, table: boolean) =>
    ask<ReadNotice>("POST", "/api/timetable/notice", { text, year, table }),
  saveNotice: (year: number, days: readonly NoticeDay[], source: string) =>
    ask<Saved>("POST", `/api/timetable/years/${year}/notice`, { days, source }),
  attempt: (form: TryForm) => ask<Tried>("POST", "/api/timetable/try", form),
};
