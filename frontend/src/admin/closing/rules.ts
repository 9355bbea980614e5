/** The kinds of rules as their forms ask for them. Pure. */
import { text } from "../../text";
import { words } from "../../text/admin";
import type { EvidenceRule, RuleKind, SensitiveWord, SignoffRule, StandardText } from "../../wire/closing";

export type Rule = EvidenceRule | SignoffRule | StandardText | SensitiveWord;
export type Value = string | number | boolean | string[] | null;
export type RuleDraft = Readonly<Record<string, Value>>;

export interface Asked {
  name: string;
  kind: "text" | "long" | "whole" | "number" | "flag" | "category" | "unit" | "one" | "several";
  required?: boolean;
  choices?: Readonly<Record<string, string>>;
}

const HOW_CLOSED = { name: "how_closed", kind: "several", choices: text.howClosed } as const;
const ORDINAL = { name: "ordinal", kind: "whole", required: true } as const;
const CATEGORY = { name: "category", kind: "category" } as const;
const CATEGORY_ASKS = { name: "category_asks", kind: "flag" } as const;
const REASON = { name: "reason", kind: "text", required: true } as const;

export const ASKED: Readonly<Record<RuleKind, readonly Asked[]>> = {
  evidence: [
    ORDINAL,
    CATEGORY,
    CATEGORY_ASKS,
    HOW_CLOSED,
    { name: "kinds", kind: "several", choices: words.closing.kinds },
    { name: "least", kind: "whole", required: true },
    { name: "within_m", kind: "number" },
    { name: "within_hours", kind: "number" },
    REASON,
  ],
  signoff: [
    ORDINAL,
    CATEGORY,
    CATEGORY_ASKS,
    { name: "types", kind: "several", choices: text.type },
    { name: "urgencies", kind: "several", choices: text.urgency },
    HOW_CLOSED,
    { name: "least_rework", kind: "whole" },
    { name: "unhappy", kind: "flag" },
    { name: "confidential", kind: "flag" },
    { name: "signer", kind: "one", required: true, choices: words.closing.signers },
    REASON,
  ],
  texts: [
    ORDINAL,
    CATEGORY,
    { name: "unit", kind: "unit" },
    { name: "title", kind: "text", required: true },
    { name: "words", kind: "long", required: true },
  ],
  words: [{ name: "word", kind: "text", required: true }, { name: "instead", kind: "text" }, REASON],
};

/** What the history calls each kind. */
export const ABOUT: Readonly<Record<RuleKind, string>> = {
  evidence: "evidence_rule",
  signoff: "signoff_rule",
  texts: "standard_text",
  words: "sensitive_word",
};
export const LABELS = Object.fromEntries(
  Object.entries(ASKED).map(([kind, fields]) => [
    kind,
    Object.fromEntries(fields.map(({ name }) => [name, words.closing.fields[name] ?? name])),
  ]),
) as Readonly<Record<RuleKind, Readonly<Record<string, string>>>>;

/** A choice by its name, as the history shows it. */
export function sayOf(kind: RuleKind, field: string, value: unknown): string | undefined {
  const choices = ASKED[kind].find(({ name }) => name === field)?.choices;
  return choices && typeof value === "string" ? choices[value] : undefined;
}

const BEGIN: Readonly<Record<string, Value>> = { ordinal: 100, least: 1, category_asks: false };

/** What a form begins with: the rule that is changed, or nothing but the usual. */
export function draftOf(kind: RuleKind, rule: Readonly<Record<string, unknown>> | null): RuleDraft {
  const from = rule ?? BEGIN;
  return Object.fromEntries(ASKED[kind].map(({ name }) => [name, (from[name] as Value | undefined) ?? null]));
}

export function isComplete(kind: RuleKind, draft: RuleDraft): boolean {
  return ASKED[kind].every(({ name, required }) => {
    const value = draft[name];
    return (
      !required || (typeof value === "string" ? value.trim() !== "" : value !== null && value !== undefined)
    );
  });
}

/** What is sent: a condition that was not chosen is none, a list that was emptied too. */
export function formOf(kind: RuleKind, draft: RuleDraft, former: number | null): Record<string, unknown> {
  const form: Record<string, unknown> = { former };
  for (const { name, kind: input } of ASKED[kind]) {
    const value = draft[name] ?? null;
    if (input === "flag")
      form[name] = name === "category_asks" ? value === true : value === true ? true : null;
    else if (name === "kinds") form[name] = value ?? [];
    else if (Array.isArray(value)) form[name] = value.length > 0 ? value : null;
    else form[name] = typeof value === "string" ? value.trim() || null : value;
  }
  return form;
}

/** The conditions of a rule in words; empty where it holds for everything. */
export function conditionsOf(kind: RuleKind, rule: Readonly<Record<string, unknown>>): string[] {
  const told = words.closing.fields;
  return ASKED[kind]
    .filter(({ name }) => CONDITIONS.has(name))
    .flatMap(({ name, choices }) => {
      const value = rule[name];
      if (value === null || value === undefined || value === false) return [];
      if (value === true) return [told[name] ?? name];
      if (Array.isArray(value))
        return [value.map((each) => choices?.[String(each)] ?? String(each)).join(text.comma)];
      if (name === "least_rework") return [words.closing.reworked(Number(value))];
      return [name === "category" ? String(value) : `${told[name] ?? name} ${value}`];
    });
}

const CONDITIONS: ReadonlySet<string> = new Set([
  ...["category", "category_asks", "types", "urgencies", "how_closed"],
  ...["least_rework", "unhappy", "confidential"],
]);
