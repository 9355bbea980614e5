/** The categories as people think of them: theme by theme, what lies below told from there; found by many names. Pure but for the words. */
import { initials } from "../../state/pinyin";
import { text } from "../../text";
import { words } from "../../text/categories";
import type { CategoryEntry, CategoryUse, PlaceNeed } from "../../wire/categories";

/** What somebody is about to do with a category. */
export interface Act {
  what: "edit" | "end" | "stay";
  category: CategoryEntry;
}

export interface Theme {
  name: string;
  lines: CategoryEntry[];
  tickets: number;
}

/** The first level of a path. */
function themeOf(path: string): string {
  return path.split("/", 1)[0] ?? path;
}

/** What a category is called below its theme; a theme that is a category itself keeps its name. */
export function nameOf(path: string): string {
  const below = path.slice(themeOf(path).length + 1);
  return (below || path).replaceAll("/", " › ");
}

export function themes(categories: readonly CategoryEntry[]): Theme[] {
  const found = new Map<string, CategoryEntry[]>();
  for (const each of categories) {
    const theme = themeOf(each.path);
    found.set(theme, [...(found.get(theme) ?? []), each]);
  }
  return [...found].map(([name, lines]) => ({
    name,
    lines,
    tickets: lines.reduce((sum, { tickets }) => sum + tickets, 0),
  }));
}

/** Whether a category answers what was typed: its path, its other names, its code, initials of its pinyin. */
export function fits(category: CategoryEntry, typed: string): boolean {
  const wanted = together(typed);
  if (wanted === "") return true;
  const names = [category.path, ...category.aliases].map(together);
  return (
    [...names, together(category.code)].some((each) => each.includes(wanted)) ||
    (/^[a-z]+$/.test(wanted) && names.some((each) => initials(each).includes(wanted)))
  );
}

/** Without what stands between levels and words. */
function together(words: string): string {
  return words.toLowerCase().replace(/[\s›>/]/g, "");
}

export interface Wanted {
  typed: string;
  need: PlaceNeed | "";
  withOver: boolean;
}

export function shown(
  categories: readonly CategoryEntry[],
  { typed, need, withOver }: Wanted,
): CategoryEntry[] {
  return categories.filter(
    (each) =>
      (withOver || each.standing !== "over") &&
      (need === "" || each.place_need === need) &&
      fits(each, typed),
  );
}

/** Those that tickets may be given from now on: what a name may be mapped to, who may succeed. */
export function standing(categories: readonly CategoryEntry[]): CategoryEntry[] {
  return categories.filter((each) => each.standing !== "over" && each.valid_until === null);
}

/** Rules counted by kind: `派单规则 2 · 时限 1`. */
export function counted(rules: CategoryEntry["uses"]): string {
  const kinds = Object.keys(words.use) as CategoryUse["kind"][];
  return kinds
    .flatMap((kind) => (rules[kind] ? [words.ruleCount(words.use[kind], rules[kind])] : []))
    .join(text.dot);
}
