/** Questions about telling people, duty and posts: the desk's and the administration's. Knows no React. */
import { ask, at, queryOf } from "./api";
import type { components } from "./generated";

type Schemas = components["schemas"];

export type Call = Schemas["Call"];
export type CallResult = Schemas["CalledForm"]["result"];
export type Notice = Schemas["Notice"];
export type Telling = Schemas["Telling"];
export type TellingLimits = Schemas["TellingLimits"];
export type MessageTemplate = Schemas["MessageTemplate"];
export type Sent = Schemas["Sent"];
export type OnDuty = Schemas["OnDuty"];
export type CenterDesk = Schemas["CenterDesk"];
export type DutyRole = OnDuty["role"];
export type Shift = Schemas["Shift"];
export type DutyWeek = Schemas["DutyWeek"];
export type DutyPerson = Schemas["DutyPerson"];
export type PatternForm = Schemas["PatternForm"];
export type ShiftsLoaded = Schemas["ShiftsLoaded"];
export type HandoverItems = Schemas["HandoverItems"];
export type Handover = Schemas["Handover"];
export type StandIn = Schemas["StandIn"];
export type StandInForm = Schemas["StandInForm"];
export type PersonEntry = Schemas["PersonEntry"];
export type PersonMade = Schemas["PersonMade"];
export type KeptChange = Schemas["KeptChange"];
export type NewPerson = Schemas["NewPerson"];
export type Posts = Schemas["Posts"];
export type PostForm = Schemas["PostForm"];
export type Leaves = Schemas["Leaves"];
export type EndForm = Schemas["EndForm"];

export interface HandoverForm {
  unit: number;
  to_person: number;
  sound_heard: boolean;
  notes: string;
}

export const tellingApi = {
  alarm: () => ask<Schemas["AlarmState"]>("GET", "/api/alarm"),
  calls: () => ask<Call[]>("GET", "/api/call-list"),
  called: (id: string, result: CallResult) => ask<void>("POST", `/api/call-list/${at(id)}`, { result }),
  notices: (ticket: number) => ask<Notice[]>("GET", `/api/tickets/${ticket}/notices`),
  setting: () => ask<Telling>("GET", "/api/telling"),
  setLimits: (limits: TellingLimits, note: string) =>
    ask<Telling>("PUT", "/api/telling/limits", { ...limits, note }),
  setTemplate: (code: string, gateway_template: string, words: string) =>
    ask<Telling>("PUT", `/api/telling/templates/${at(code)}`, { gateway_template, words }),
  outbox: () => ask<Sent[]>("GET", "/api/outbox"),
};

export const dutyApi = {
  now: () => ask<OnDuty[]>("GET", "/api/duty/now"),
  /** Whether somebody sits at the centers' desks. */
  desks: () => ask<CenterDesk[]>("GET", "/api/duty/desks"),
  week: (unit: number, since: string, until: string) =>
    ask<DutyWeek>("GET", `/api/duty/shifts${queryOf({ unit, since, until })}`),
  lay: (form: PatternForm) => ask<{ made: number }>("POST", "/api/duty/shifts", form),
  load: (unit: number, text: string) => ask<ShiftsLoaded>("POST", "/api/duty/shifts/table", { unit, text }),
  remove: (shift: number) => ask<void>("DELETE", `/api/duty/shifts/${shift}`),
  items: (unit: number) => ask<HandoverItems>("GET", `/api/duty/handover${queryOf({ unit })}`),
  handovers: (unit: number) => ask<Handover[]>("GET", `/api/duty/handovers${queryOf({ unit })}`),
  handOver: (form: HandoverForm) => ask<Handover>("POST", "/api/duty/handovers", form),
  takeOver: (id: number, password: string) =>
    ask<Handover>("POST", `/api/duty/handovers/${id}/confirm`, { password }),
  standIns: () => ask<StandIn[]>("GET", "/api/duty/stand-ins"),
  standIn: (form: StandInForm) => ask<{ id: number }>("POST", "/api/duty/stand-ins", form),
  endStandIn: (id: number) => ask<void>("POST", `/api/duty/stand-ins/${id}/end`),
};

export type SlipPerson = Schemas["SlipPerson"];
export type Slip = Schemas["Slip"];

export const peopleApi = {
  people: (q: string, unit: number | null) => ask<PersonEntry[]>("GET", `/api/people${queryOf({ q, unit })}`),
  posts: () => ask<Posts>("GET", "/api/people/posts"),
  slipsFor: (unit: number | null) => ask<SlipPerson[]>("GET", `/api/people/slips${queryOf({ unit })}`),
  makeSlips: (persons: readonly number[]) => ask<Slip[]>("POST", "/api/people/slips", { persons }),
  changes: (person: number | null) => ask<KeptChange[]>("GET", `/api/people/changes${queryOf({ person })}`),
  add: (form: NewPerson) => ask<PersonMade>("POST", "/api/people", form),
  password: (id: number, username: string | null) =>
    ask<{ password: string }>("POST", `/api/people/${id}/password`, { username }),
  disable: (id: number, disabled: boolean) => ask<void>("POST", `/api/people/${id}/disabled`, { disabled }),
  give: (id: number, form: PostForm) => ask<PersonEntry>("POST", `/api/people/${id}/posts`, form),
  leaving: (id: number, unit: number) => ask<Leaves>("GET", `/api/people/${id}/leaving${queryOf({ unit })}`),
  leave: (id: number, form: EndForm) => ask<PersonEntry>("POST", `/api/people/${id}/leave`, form),
};
