/** The questions about answering and closing, one function each. Called by desk and administration; knows no React. */
import { ask, queryOf } from "./api";
import type { components } from "./generated";

type Schemas = components["schemas"];

export type TicketClosing = Schemas["TicketClosing"];
export type ReplyFinding = Schemas["ReplyFinding"];
export type ReplyCheck = Schemas["ReplyCheck"];
export type CallList = Schemas["CallList"];
export type OpenPromise = Schemas["OpenPromise"];
export type ClosingRules = Schemas["ClosingRules"];
export type EvidenceRule = Schemas["EvidenceRule"];
export type SignoffRule = Schemas["SignoffRule"];
export type StandardText = Schemas["StandardText"];
export type SensitiveWord = Schemas["SensitiveWord"];
export type ReplySetting = Schemas["ReplySettingVersion"];
export type ReplySettingForm = Schemas["ReplySettingForm"];
export type Period = Schemas["LookBackPeriod"];
export type PeriodForm = Schemas["LookBackPeriodForm"];
export type LookBackTask = Schemas["LookBackTask"];
/** The kinds of rules as their addresses name them. */
export type RuleKind = "evidence" | "signoff" | "texts" | "words";

export const closingApi = {
  ticket: (id: number, signal?: AbortSignal) =>
    ask<TicketClosing>("GET", `/api/tickets/${id}/closing`, undefined, signal),
  check: (id: number, reply: string, signal?: AbortSignal) =>
    ask<ReplyCheck>("POST", `/api/tickets/${id}/reply-check`, { reply }, signal),
  calls: () => ask<CallList>("GET", "/api/calls"),

  rules: () => ask<ClosingRules>("GET", "/api/closing/rules"),
  saveRule: (kind: RuleKind, form: object) => ask<{ id: number }>("POST", `/api/closing/${kind}`, form),
  pasteWords: (text: string, reason: string) =>
    ask<{ added: number; known: number }>("POST", "/api/closing/words/list", { text, reason }),
  endRule: (kind: RuleKind, id: number) => ask<void>("POST", `/api/closing/${kind}/${id}/end`),
  saveReplies: (form: ReplySettingForm) => ask<{ id: number }>("PUT", "/api/closing/replies", form),

  periods: () => ask<Period[]>("GET", "/api/look-back/periods"),
  planPeriod: (form: PeriodForm) => ask<{ id: number }>("POST", "/api/look-back/periods", form),
  draw: (id: number) =>
    ask<{ population: number; drawn: number }>("POST", `/api/look-back/periods/${id}/draw`),
  proof: (id: number) => ask<Schemas["LookBackProof"]>("GET", `/api/look-back/periods/${id}/proof`),
  tasks: (done: boolean, period: number | null) =>
    ask<LookBackTask[]>("GET", `/api/look-back/tasks${queryOf({ done, period })}`),
  judge: (id: number, passed: boolean, reason: string) =>
    ask<void>("POST", `/api/look-back/tasks/${id}/verdict`, { passed, reason }),
};
