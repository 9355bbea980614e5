/** What a change was, in words: field by field from what to what. Pure. */
import { words } from "../../text/keeping";

type Values = Record<string, unknown> | null;

/** The fields that differ, as `电话:1 → 2`; of something new or gone what is said of it. */
export function changed(before: Values, after: Values): string[] {
  const fields = Object.keys(words.fields) as (keyof typeof words.fields)[];
  return fields.flatMap((field) => {
    const [was, is] = [before?.[field], after?.[field]];
    if (said(was) === said(is)) return [];
    if (before && after) return [words.fromTo(words.fields[field], said(was), said(is))];
    return [`${words.fields[field]} ${said(after ? is : was)}`];
  });
}

function said(value: unknown): string {
  if (value === null || value === undefined || value === "") return words.nothing;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  return String(value);
}
