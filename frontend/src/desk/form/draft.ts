/** What stands in a command's form: started, checked, and turned into the fields that are sent. Pure. */
import type { FieldDescription, FieldValue } from "../../wire/types";

export type Draft = Readonly<Record<string, FieldValue>>;

/** Values to begin with: what the caller presets, else what the service proposes. */
export function startDraft(fields: readonly FieldDescription[], preset: Draft = {}): Draft {
  const draft: Record<string, FieldValue> = {};
  for (const field of fields) {
    const value = preset[field.name] ?? (field.value as FieldValue | undefined) ?? onlyChoice(field);
    draft[field.name] = value;
  }
  return draft;
}

/** Where one thing only can be meant, it stands there already. */
function onlyChoice({ kind, required, when, choices }: FieldDescription): FieldValue {
  return kind === "pick" && required && !when && choices?.length === 1 ? (choices[0]?.value ?? null) : null;
}

function isEmpty(value: FieldValue | undefined): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === "string") return value.trim() === "";
  if (typeof value === "number") return !Number.isFinite(value);
  return Array.isArray(value) && value.length === 0;
}

/** The fields asked for beside what the others say now. */
export function askedFields(fields: readonly FieldDescription[], draft: Draft): FieldDescription[] {
  return fields.filter(({ when }) => !when || when.values.includes(String(draft[when.field] ?? "")));
}

export function missingFields(fields: readonly FieldDescription[], draft: Draft): FieldDescription[] {
  return askedFields(fields, draft).filter((field) => field.required && isEmpty(draft[field.name]));
}

/** Only what was filled in, without outer blanks: the service takes an absent field as not given. */
export function filledFields(fields: readonly FieldDescription[], draft: Draft): Record<string, FieldValue> {
  const filled: Record<string, FieldValue> = {};
  for (const field of askedFields(fields, draft)) {
    const value = draft[field.name];
    if (value === undefined || isEmpty(value)) continue;
    filled[field.name] = typeof value === "string" ? value.trim() : value;
  }
  return filled;
}
