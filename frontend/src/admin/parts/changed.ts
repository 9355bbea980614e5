/** What a change was, in words: field by field from what to what. Pure. */
import { words } from "../../text/keeping";
import { moment } from "./moments";

type Values = Record<string, unknown> | null;
/** What a value of a field is called, where it has a name: a number of a unit, a code. */
export type Say = (field: string, value: unknown) => string | undefined;
const INSTANT = /^\d{4}-\d\d-\d\dT/;

/** The fields that differ, as `电话:1 → 2`; of something new or gone what is said of it. */
export function changed(before: Values, after: Values, say: Say = () => undefined): string[] {
  const fields = Object.keys(words.fields) as (keyof typeof words.fields)[];
  return fields.flatMap((field) => {
    const [was, is] = [before?.[field], after?.[field]];
    if (said(was) === said(is)) return [];
    const named = (value: unknown) => say(field, value) ?? said(value);
    if (before && after) return [words.fromTo(words.fields[field], named(was), named(is))];
    return [`${words.fields[field]} ${named(after ? is : was)}`];
  });
}

function said(value: unknown): string {
  if (value === null || value === undefined || value === "") return words.nothing;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  return typeof value === "string" && INSTANT.test(value) ? moment(value) : String(value);
}
