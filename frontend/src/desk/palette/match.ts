/** Which entries a few typed letters mean: by their words, by the initials of their pinyin, by the tail of a number. Pure. */
import { initials } from "../../state/pinyin";

/** Where all letters stand in this order: how close together, and how early. Higher is better; 0 is no match. */
function closeness(words: string, typed: string): number {
  const whole = words.indexOf(typed);
  if (whole >= 0) return 3 - Math.min(whole, 40) / 100 + (words.length === typed.length ? 1 : 0);
  let at = -1;
  let first = -1;
  for (const letter of typed) {
    at = words.indexOf(letter, at + 1);
    if (at < 0) return 0;
    if (first < 0) first = at;
  }
  const spread = at - first + 1 - typed.length;
  return spread > 12 ? 0 : 1 - spread / 20;
}

export interface Matchable {
  label: string;
  /** Words that mean it too: an order number, a former name. */
  also?: string;
}

/** How well an entry answers what was typed; 0 is not at all. */
export function scoreOf({ label, also = "" }: Matchable, typed: string): number {
  const wanted = typed.toLowerCase().replace(/\s+/g, "");
  if (wanted === "") return 1;
  const words = label.toLowerCase().replace(/\s+/g, "");
  const isLetters = /^[a-z]+$/.test(wanted);
  return Math.max(
    closeness(words, wanted),
    also.toLowerCase().endsWith(wanted) ? 2.9 : also.toLowerCase().includes(wanted) ? 2 : 0,
    isLetters ? closeness(initials(label), wanted) - 0.1 : 0,
  );
}

/** The best entries first; those that are equally good stay as they were given. */
export function ranked<T extends Matchable>(entries: readonly T[], typed: string, most: number): T[] {
  return entries
    .map((entry) => ({ entry, score: scoreOf(entry, typed) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ entry }) => entry);
}
