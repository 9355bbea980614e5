/** A draft's rules as a list that is edited: moved, changed, told in words. Pure. */
import { text, word } from "../../text";
import { words } from "../../text/owning";
import type { NumberedRule, Rule, RulesOverview } from "../../wire/owning";
import type { Choice } from "../parts/Fields";

export type ManyField = keyof typeof words.rules.fields;
export const MANY: readonly ManyField[] = [
  "types",
  "urgencies",
  "categories",
  "place_needs",
  "cell_kinds",
  "towns",
  "sources",
  "channels",
  "police_lists",
];

export type { Choice };

/** What a condition may be, each with its name. */
export function choicesOf(field: ManyField, known: RulesOverview): Choice[] {
  const named = (names: Record<string, string>) =>
    Object.entries(names).map(([value, label]) => ({ value, label }));
  switch (field) {
    case "types":
      return named(text.type);
    case "urgencies":
      return named(text.urgency);
    case "categories":
      return categoryChoices(known);
    case "place_needs":
      return named(words.rules.needs);
    case "cell_kinds":
      return named(words.rules.cellKinds);
    case "towns":
      return known.towns.map(({ code, name }) => ({ value: code, label: name }));
    case "sources":
      return [
        ...known.sources.map(({ id, name }) => ({ value: id, label: name })),
        ...named(words.rules.sourcesOf),
      ];
    case "channels":
      return known.channels.map((channel) => ({ value: channel, label: channel }));
    case "police_lists":
      return named(words.rules.lists);
  }
}

/** Themes before what lies below them. */
function categoryChoices(known: RulesOverview): Choice[] {
  const paths = new Set<string>();
  for (const { path } of known.categories) {
    const parts = path.split("/");
    for (let depth = 1; depth <= parts.length; depth++) paths.add(parts.slice(0, depth).join("/"));
  }
  return [...paths].map((path) => ({ value: path, label: path.replaceAll("/", " › ") }));
}

export function valuesOf(rule: Rule, field: ManyField): readonly string[] | null {
  return rule[field] ?? null;
}

/** A rule's conditions in short words; none where it asks for nothing. */
export function conditions(rule: Rule, known: RulesOverview): string[] {
  const told = MANY.flatMap((field) => {
    const values = valuesOf(rule, field);
    if (!values) return [];
    const names = new Map(choicesOf(field, known).map(({ value, label }) => [value, label]));
    return [values.map((value) => names.get(value) ?? value).join("、")];
  });
  if (rule.power) told.push(words.rules.powerOf[rule.power]);
  if (rule.days) told.push(words.rules.daysOf[rule.days]);
  if (rule.time_from || rule.time_until)
    told.push(`${rule.time_from ?? "00:00"}–${rule.time_until ?? "24:00"}`);
  return told;
}

export function targetWords(rule: Rule, known: RulesOverview): string {
  if (rule.target_kind !== "unit") return words.rules.targets[rule.target_kind];
  return known.units.find(({ id }) => id === rule.target_unit)?.name ?? word(words.rules.targets, "unit");
}

export function validWords(rule: Rule): string {
  return [
    rule.valid_from ? words.rules.from(rule.valid_from) : "",
    rule.valid_until ? words.rules.until(rule.valid_until) : "",
  ]
    .filter(Boolean)
    .join(text.dot);
}

/** The list with one rule a place further up or down; the same list where it cannot be. */
export function moved<T>(list: readonly T[], at: number, step: -1 | 1): readonly T[] {
  const to = at + step;
  const held = list[at];
  const other = list[to];
  if (held === undefined || other === undefined) return list;
  return list.map((each, index) => (index === at ? other : index === to ? held : each));
}

export const BLANK: Rule = { name: "", reason: "", enabled: true, target_kind: "town" };

/** The number that the service gives the rule that stands at this place. */
export function ordinalAt(place: number): number {
  return (place + 1) * 10;
}

/** A rule of a version as a form sends it: its number is its place in the list. */
export function unnumbered({ ordinal: _, ...rule }: NumberedRule): Rule {
  return rule;
}
