/** Whose tickets are: the questions about rules, powers, lists, precedents and rulings, and their shapes. Knows no React. */
import type { Started } from "./administration";
import { ask, queryOf } from "./api";
import type { components } from "./generated";

type Schemas = components["schemas"];

export type Rule = Schemas["RoutingRuleForm"];
export type NumberedRule = Schemas["RoutingRuleShape"];
export type RuleVersion = Schemas["RuleVersion"];
export type RuleVersionDetail = Schemas["RuleVersionDetail"];
export type RulesOverview = Schemas["RulesOverview"];
export type Trial = Schemas["Trial"];
export type Power = Schemas["PowerShape"];
export type PowerInput = Schemas["PowerInput"];
export type Matter = Schemas["MatterShape"];
export type MatterInput = Schemas["MatterInput"];
export type OwningChange = Schemas["OwningChange"];
export type OwningOffers = Schemas["OwningOffers"];
export type LikeCase = Schemas["LikeCase"];
export type WaitingForRuling = Schemas["WaitingForRuling"];
export type PingPong = Schemas["PingPong"];
export type Precedent = Schemas["Precedent"];
export type PrecedentInput = Schemas["PrecedentInput"];
export type PrecedentChange = Schemas["PrecedentChange"];
export type DrawnShape = Schemas["DrawnArea"] | Schemas["DrawnLine"];
export type RuleProposal = Schemas["RuleProposal"];
export type OwningSetting = Schemas["OwningSetting"];
export type OwningSettingForm = Schemas["OwningSettingForm"];
export type Features = Schemas["Features"];
export type ChangeSubject = "rule_set" | "power" | "police_list" | "owning_setting" | "precedent";

interface Numbered {
  version: number;
}

export const rulesApi = {
  overview: () => ask<RulesOverview>("GET", "/api/rules"),
  version: (version: number) => ask<RuleVersionDetail>("GET", `/api/rules/versions/${version}`),
  begin: (note: string, based_on: number | null) =>
    ask<Numbered>("POST", "/api/rules/drafts", { note, based_on }),
  save: (version: number, revision: number, note: string, rules: readonly Rule[]) =>
    ask<Schemas["SavedDraft"]>("PUT", `/api/rules/drafts/${version}`, { revision, note, rules }),
  discard: (version: number, revision: number) =>
    ask<void>("POST", `/api/rules/drafts/${version}/discard`, { revision }),
  tryOut: (version: number, tickets: number) =>
    ask<Started>("POST", `/api/rules/drafts/${version}/try`, { tickets }),
  activate: (version: number, revision: number, moment: string | null) =>
    ask<Schemas["Activated"]>("POST", `/api/rules/drafts/${version}/activate`, { revision, at: moment }),
  unschedule: (version: number, revision: number) =>
    ask<void>("POST", `/api/rules/drafts/${version}/unschedule`, { revision }),
  bringBack: (version: number, note: string) =>
    ask<Numbered>("POST", `/api/rules/versions/${version}/bring-back`, { note }),
  powers: () => ask<Power[]>("GET", "/api/rules/powers"),
  keepPower: (id: number | null, power: PowerInput) =>
    id === null
      ? ask<void>("POST", "/api/rules/powers", power)
      : ask<void>("PUT", `/api/rules/powers/${id}`, power),
  matters: () => ask<Matter[]>("GET", "/api/rules/police-lists"),
  keepMatter: (id: number | null, matter: MatterInput) =>
    id === null
      ? ask<void>("POST", "/api/rules/police-lists", matter)
      : ask<void>("PUT", `/api/rules/police-lists/${id}`, matter),
  changes: (subject: ChangeSubject) => ask<OwningChange[]>("GET", `/api/rules/changes/${subject}`),
};

export const owningApi = {
  offers: (ticket: number) => ask<OwningOffers>("GET", `/api/tickets/${ticket}/precedents`),
  queue: () => ask<WaitingForRuling[]>("GET", "/api/owning/queue"),
  alarms: () => ask<PingPong[]>("GET", "/api/owning/alarms"),
  settle: (ticket: number, reason: string) =>
    ask<void>("POST", `/api/owning/alarms/${ticket}/settle`, { reason }),
  precedents: (ended: boolean, words: string) =>
    ask<Precedent[]>("GET", `/api/precedents${queryOf({ ended: ended ? "true" : "", words })}`),
  drawn: () => ask<Features>("GET", "/api/precedents/map"),
  add: (precedent: PrecedentInput) => ask<{ id: number }>("POST", "/api/precedents", precedent),
  change: (id: number, change: PrecedentChange) =>
    ask<{ id: number }>("PUT", `/api/precedents/${id}`, change),
  end: (id: number, reason: string) => ask<void>("POST", `/api/precedents/${id}/end`, { reason }),
  proposals: () => ask<RuleProposal[]>("GET", "/api/precedents/proposals"),
  adopt: ({ path, unit, towns }: RuleProposal) =>
    ask<Numbered>("POST", "/api/precedents/proposals/adopt", { path, unit, towns }),
  settings: () => ask<OwningSetting[]>("GET", "/api/owning/settings"),
  saveSetting: (setting: OwningSettingForm) => ask<Numbered>("POST", "/api/owning/settings", setting),
};
