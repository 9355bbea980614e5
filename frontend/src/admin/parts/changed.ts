/** What a change was, field by field: from what to what, a text with what went and came, a list with its lines. Pure. */
import { text } from "../../text";
import { words } from "../../text/keeping";
import { diff, type Part } from "./diff";
import { moment } from "./moments";

type Values = Readonly<Record<string, unknown>> | null;
/** What a value of a field is called, where it has a name: a number of a unit, a code, a line of a list. */
export type Say = (field: string, value: unknown) => string | undefined;
/** What fields are called beside those that every page knows. */
export type Labels = Readonly<Record<string, string>>;
export type Difference = { field: string; label: string } & (
  | { kind: "value"; from: string | null; to: string | null }
  | { kind: "text"; parts: Part<string>[] }
  | { kind: "lines"; parts: Part<string>[] }
);
const INSTANT = /^\d{4}-\d\d-\d\dT/;
/** Texts longer than this are read beside one another. */
const SHORT = 20;
const MOST_IN_LINE = 60;

export function changed(
  before: Values,
  after: Values,
  say: Say = () => undefined,
  labels: Labels = {},
): Difference[] {
  const known: Labels = { ...words.fields, ...labels };
  return Object.keys(known).flatMap((field) => {
    const [was, is] = [before?.[field], after?.[field]];
    const named = (value: unknown) => say(field, value) ?? said(value, field, say);
    if (!before && isNothing(is)) return [];
    if (!after && isNothing(was)) return [];
    if (key(was) === key(is)) return [];
    return [{ field, label: known[field] ?? field, ...differing(was, is, named, { before, after }) }];
  });
}

function differing(
  was: unknown,
  is: unknown,
  named: (value: unknown) => string,
  { before, after }: { before: Values; after: Values },
):
  | { kind: "value"; from: string | null; to: string | null }
  | { kind: "text" | "lines"; parts: Part<string>[] } {
  if (isList(was) || isList(is)) {
    if (before && after) return { kind: "lines", parts: diff(listOf(was).map(named), listOf(is).map(named)) };
    const all = few(listOf(before ? was : is).map(named));
    return { kind: "value", from: before ? all : null, to: after ? all : null };
  }
  if (before && after && typeof was === "string" && typeof is === "string" && !INSTANT.test(is))
    if (Math.max(was.length, is.length) > SHORT) return { kind: "text", parts: diff([...was], [...is]) };
  return { kind: "value", from: before ? named(was) : null, to: after ? named(is) : null };
}

/** A list of something new or gone: its words, or how many where they are too many to read in a line. */
function few(lines: string[]): string {
  return lines.join("").length <= MOST_IN_LINE ? lines.join(text.comma) : words.items(lines.length);
}

/** Lists of things that have lines of their own, or of words. */
function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

function listOf(value: unknown): unknown[] {
  return isList(value) ? value : [];
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === "" || (isList(value) && value.length === 0);
}

function key(value: unknown): string {
  return isNothing(value) ? "" : JSON.stringify(value);
}

function said(value: unknown, field: string, say: Say): string {
  if (isNothing(value)) return words.nothing;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (isList(value)) return value.map((each) => say(field, each) ?? String(each)).join(text.comma);
  return typeof value === "string" && INSTANT.test(value) ? moment(value) : String(value);
}
