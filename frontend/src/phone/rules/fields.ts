/** A form's values: what is still missing, and what goes to the service. Pure. */
import type { FieldDescription, FieldValue } from "../../wire/types";

export type Values = Record<string, FieldValue>;

const LONGEST: Partial<Record<FieldDescription["kind"], number>> = {
  text: 200,
  long_text: 5_000,
  reply: 5_000,
};

function isEmpty(value: FieldValue | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return value.trim() === "";
  return Array.isArray(value) && value.length === 0;
}

/** Chosen on the map of a desk, or from its long list; where it need not be given, the phone leaves it out. */
export const DESK_FIELDS: ReadonlySet<string> = new Set(["point", "category"]);

/** The fields asked for beside what the others say now. */
export function askedFields(fields: readonly FieldDescription[], values: Values): FieldDescription[] {
  return fields.filter(
    ({ kind, when }) =>
      !DESK_FIELDS.has(kind) && (!when || when.values.includes(String(values[when.field] ?? ""))),
  );
}

/** What stands there already: what the service knows, and where one thing only can be meant, that. */
export function onlyChoices(fields: readonly FieldDescription[]): Values {
  const sure = fields.map((field): [string, FieldValue] => [
    field.name,
    (field.value as FieldValue | undefined) ?? onlyChoice(field),
  ]);
  return Object.fromEntries(sure.filter(([, value]) => value !== null));
}

function onlyChoice({ kind, required, choices }: FieldDescription): FieldValue {
  return kind === "pick" && required && choices?.length === 1 ? (choices[0]?.value ?? null) : null;
}

export function missingFields(fields: readonly FieldDescription[], values: Values): FieldDescription[] {
  return askedFields(fields, values).filter((field) => field.required && isEmpty(values[field.name]));
}

export function longestOf(field: FieldDescription): number | undefined {
  return LONGEST[field.kind];
}

export function tooLong(fields: readonly FieldDescription[], values: Values): FieldDescription | undefined {
  return fields.find((field) => {
    const value = values[field.name];
    return typeof value === "string" && value.length > (longestOf(field) ?? Number.POSITIVE_INFINITY);
  });
}

/** Only filled fields of this form, words trimmed, numbers as numbers. */
export function filled(fields: readonly FieldDescription[], values: Values): Values {
  const entries = askedFields(fields, values).flatMap((field): [string, FieldValue][] => {
    const value = values[field.name];
    if (value === undefined || isEmpty(value)) return [];
    return [[field.name, plain(field, value)]];
  });
  return Object.fromEntries(entries);
}

function plain(field: FieldDescription, value: FieldValue): FieldValue {
  if (typeof value !== "string") return value;
  return field.kind === "number" ? Number(value) : value.trim();
}

/** A phrase joined to what is written; tapped twice it is taken out again. */
export function withPhrase(text: string, phrase: string): string {
  const parts = text.split(/[,\uff0c;\uff1b。]/).map((part) => part.trim());
  if (parts.includes(phrase)) {
    return parts.filter((part) => part !== phrase && part !== "").join("，");
  }
  const written = text.trim();
  if (!written) return phrase;
  return /[,\uff0c;\uff1b。!?\uff01\uff1f]$/.test(written) ? `${written}${phrase}` : `${written}，${phrase}`;
}

/** The service knows these words: who said instead of writing. They are no translation's business. */
export const SPOKEN = "见语音";

/** What was done may be said instead of written. */
export function withSpoken(command: string, values: Values, isSpoken: boolean): Values {
  return command === "answer" && isSpoken && isEmpty(values.done) ? { ...values, done: SPOKEN } : values;
}
