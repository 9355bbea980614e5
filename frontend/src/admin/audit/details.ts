/** The details of an audit row in words: what each is called, and how it is read. Pure. */
import { text } from "../../text";
import { words } from "../../text/audit";
import { words as keeping } from "../../text/keeping";
import { moment } from "../parts/moments";
import { sayLine } from "../timetable/lines";

const NAMES: Readonly<Record<string, string>> = { ...keeping.fields, ...words.details };
const INSTANT = /^\d{4}-\d\d-\d\dT/;

export function detailsOf(detail: Readonly<Record<string, unknown>>): string[] {
  return Object.entries("day" in detail ? dayIn(detail) : detail)
    .filter(([, value]) => !isNothing(value))
    .map(([name, value]) => `${NAMES[name] ?? name} ${told(value)}`);
}

/** A day of the working calendar, and what it was before: its kind and its name in words. */
function dayIn(detail: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const said = Object.entries(detail).map(([name, value]): [string, unknown] =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? [name, dayIn({ ...value })]
      : [name, value === null ? null : (sayLine(name, value) ?? value)],
  );
  return Object.fromEntries(said);
}

function isNothing(value: unknown): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** A value as it is read: lists without their brackets, a thing by its own details. */
function told(value: unknown): string {
  if (typeof value === "string") return INSTANT.test(value) ? moment(value) : value;
  if (typeof value === "boolean") return value ? keeping.yes : keeping.no;
  if (Array.isArray(value)) return value.map(told).join(text.comma);
  if (typeof value === "object" && value !== null) return detailsOf({ ...value }).join(text.semicolon);
  return String(value);
}
