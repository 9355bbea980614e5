/** A profile's mapping as it is edited: their names in one line, their codes row by row. Pure. */
import { text } from "../../text";
import { words } from "../../text/intake";
import type { Mapping } from "../../wire/intake";

export type Field = Exclude<keyof typeof words.fields, "unknown">;
export type Meant = string | boolean;
export interface Code {
  code: string;
  meant: Meant;
}
export interface Edited {
  names: Partial<Record<Field, string>>;
  codes: Partial<Record<Field, readonly Code[]>>;
}

/** Our fields under headings, in the order in which somebody fills them in. */
export const PARTS: Readonly<Record<keyof typeof words.parts, readonly Field[]>> = {
  order: [
    "order_no",
    "repeat_of",
    "content",
    "kind",
    "type",
    "urgency",
    "category",
    "title",
    "channel",
    "confidential",
  ],
  caller: ["caller_name", "caller_phone", "caller_sex"],
  place: ["address", "village", "lon", "lat", "datum"],
  times: ["called_at", "dispatched_at", "due_at", "said_at"],
  after: ["text", "reason", "contacted", "solved", "satisfied", "request", "level", "status"],
};
export const REQUIRED: ReadonlySet<Field> = new Set(["order_no", "content"]);
const FLAGS: ReadonlySet<Field> = new Set(["confidential", "contacted", "solved"]);
const FREE: ReadonlySet<Field> = new Set(["channel", "category", "village", "request", "status"]);

export interface Meaning {
  value: string;
  label: string;
}

const listed = (names: Readonly<Record<string, string>>): Meaning[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** What a code of a field may mean: some of ours, anything, or nothing where the field has no codes. */
export function meanings(field: Field): readonly Meaning[] | "free" | null {
  if (FREE.has(field)) return "free";
  if (FLAGS.has(field)) return listed({ true: words.yes, false: words.no });
  switch (field) {
    case "kind":
      return listed(words.kinds);
    case "type":
      return listed(text.type);
    case "urgency":
      return listed(text.urgency);
    case "level":
      return listed(words.levels);
    case "satisfied":
      return listed(words.satisfactions);
    case "caller_sex":
      return listed(words.sexes);
    case "datum":
      return listed(words.datums);
    default:
      return null;
  }
}

/** A value of a choice as the service keeps it: of a flag true or false. */
export function meantBy(field: Field, value: string): Meant {
  return FLAGS.has(field) ? value === "true" : value;
}

/** What a code means, in words. */
export function said(field: Field, meant: Meant): string {
  const known = meanings(field);
  const found = Array.isArray(known) ? known.find(({ value }) => value === String(meant)) : undefined;
  return found?.label ?? String(meant);
}

/** A code as a line says it: what it means stands beside it where that is not the same word. */
export function codeSaid(field: Field, { code, meant }: Code): string {
  const meaning = said(field, meant);
  return meaning === code ? code : words.codeMeans(code, meaning);
}

export function edited(mapping: Mapping): Edited {
  const names: Edited["names"] = {};
  const codes: Edited["codes"] = {};
  for (const field of Object.values(PARTS).flat()) {
    const theirs = mapping.fields[field];
    if (theirs?.length) names[field] = theirs.join(words.separator);
    const given = mapping.values[field];
    if (given) codes[field] = inOrder(field, given);
  }
  return { names, codes };
}

/** The service keeps codes in no order: here by what they mean, as it is offered. */
function inOrder(field: Field, given: Readonly<Record<string, Meant>>): Code[] {
  const known = meanings(field);
  const offered = Array.isArray(known) ? known.map(({ value }) => value) : [];
  return Object.entries(given)
    .map(([code, meant]) => ({ code, meant }))
    .sort((a, b) => offered.indexOf(String(a.meant)) - offered.indexOf(String(b.meant)));
}

/** A line of the record of changes (`投诉=complaint`), as the table says it. */
export function recorded(part: string, line: unknown): string | undefined {
  const field = part.replace("values.", "") as Field;
  if (field === part || typeof line !== "string") return undefined;
  const at = line.lastIndexOf("=");
  return codeSaid(field, { code: line.slice(0, at), meant: line.slice(at + 1) });
}

export function namesIn(line: string): string[] {
  return line
    .split(/[、,\uff0c;\uff1b]/)
    .map((name) => name.trim())
    .filter(Boolean);
}

/** As the service takes it; rows without a code, and fields without a name, are left out. */
export function mappingOf({ names, codes }: Edited): Mapping {
  const fields: Mapping["fields"] = {};
  const values: Mapping["values"] = {};
  for (const field of Object.values(PARTS).flat()) {
    const theirs = namesIn(names[field] ?? "");
    if (theirs.length > 0) fields[field] = theirs;
    const rows = (codes[field] ?? []).filter(({ code }) => code.trim());
    if (rows.length > 0)
      values[field] = Object.fromEntries(rows.map(({ code, meant }) => [code.trim(), meant]));
  }
  return { fields, values };
}

/** Labels of a mapping's parts, as the history of changes names them. */
export const LABELS: Readonly<Record<string, string>> = {
  version: words.profile,
  ...Object.fromEntries(
    Object.values(PARTS)
      .flat()
      .flatMap((field) => [
        [`fields.${field}`, words.fieldLabel(words.fields[field])],
        [`values.${field}`, words.codeLabel(words.fields[field])],
      ]),
  ),
};
