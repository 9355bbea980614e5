/** Sections found by what they are called. Pure, but for the language of the words. */
import { words } from "../text/admin";
import type { OpenGroup } from "./sections";

/** What is called so: a heading's sections, or single ones; everything where nothing was typed. */
export function called(groups: readonly OpenGroup[], typed: string): OpenGroup[] {
  const wanted = typed.trim().toLowerCase();
  const fits = (name: string) => name.toLowerCase().includes(wanted);
  return groups
    .map(({ group, sections }) => ({
      group,
      sections: fits(words.groups[group])
        ? sections
        : sections.filter((section) => fits(words.sections[section])),
    }))
    .filter(({ sections }) => sections.length > 0);
}
