/**
 * Which entries a few typed letters mean: by their words, by the initials of their pinyin, by the tail of a number.
 * Initials come from the order in which the browser sorts Chinese; no table of characters is loaded. Pure.
 */

/** The first characters of each initial in that order. There is no i, u or v. */
const FIRSTS: readonly (readonly [string, string])[] = [
  ["a", "阿"],
  ["b", "八"],
  ["c", "嚓"],
  ["d", "哒"],
  ["e", "妸"],
  ["f", "发"],
  ["g", "旮"],
  ["h", "哈"],
  ["j", "讥"],
  ["k", "咔"],
  ["l", "垃"],
  ["m", "妈"],
  ["n", "拏"],
  ["o", "噢"],
  ["p", "妑"],
  ["q", "七"],
  ["r", "呥"],
  ["s", "仨"],
  ["t", "他"],
  ["w", "穵"],
  ["x", "夕"],
  ["y", "丫"],
  ["z", "帀"],
];
const order = new Intl.Collator("zh-Hans-CN-u-co-pinyin");
const known = new Map<string, string>();

function initialOf(sign: string): string {
  if (!/\p{Script=Han}/u.test(sign)) return sign.toLowerCase();
  const held = known.get(sign);
  if (held !== undefined) return held;
  const found = FIRSTS.findLast(([, first]) => order.compare(first, sign) <= 0)?.[0] ?? sign;
  known.set(sign, found);
  return found;
}

/** `待签收` → `dqs`. */
export function initials(words: string): string {
  return [...words].map(initialOf).join("").replace(/\s+/g, "");
}

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
