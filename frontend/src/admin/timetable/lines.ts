/** A limit, a season of office hours, or a day as one line of the history. Pure. */
import { text, word } from "../../text";
import { words } from "../../text/timetable";

type Values = Readonly<Record<string, unknown>>;

export function sayLine(field: string, value: unknown): string | undefined {
  if (field === "name" && typeof value === "string") return word(words.calendar.dayNames, value);
  if (field === "kind") return word(words.calendar.kinds, String(value ?? "usual"));
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  if (field === "clock_rules") return limit(value as Values);
  return field === "office_hours" ? season(value as Values) : undefined;
}

/** What a day is, and by what name. */
export function sayDay(kind: keyof typeof words.calendar.kinds, name: string): string {
  return words.calendar.dayOf(words.calendar.kinds[kind], word(words.calendar.dayNames, name));
}

function limit(rule: Values): string {
  const share =
    typeof rule.share === "number" ? `${words.rules.share} ${Math.round(rule.share * 100)} %` : "";
  return [
    word(words.rules.kinds, String(rule.clock)),
    words.rules.limitOf(String(rule.limit_text)),
    String(rule.reason),
    ...named(rule.types, text.type),
    ...named(rule.urgencies, text.urgency),
    ...named(rule.categories, {}),
    ...named(rule.unit_kinds, words.rules.unitKindNames),
    ...named(rule.units, {}),
    share,
    rule.counts_first_day === true ? words.rules.firstDay : "",
    rule.valid_from || rule.valid_until
      ? words.rules.valid(String(rule.valid_from ?? ""), String(rule.valid_until ?? ""))
      : "",
  ]
    .filter(Boolean)
    .join(text.dot);
}

function named(values: unknown, names: Readonly<Record<string, string>>): string[] {
  return Array.isArray(values) ? values.map((each) => word(names, String(each))) : [];
}

function season({ name, first_day, last_day, hours }: Values): string {
  return [name, words.rules.valid(String(first_day), String(last_day)), hours].join(text.dot);
}
