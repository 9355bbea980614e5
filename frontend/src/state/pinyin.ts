/**
 * The initials of what Chinese words sound like. They come from the order in which the browser sorts Chinese; no table
 * of characters is loaded. Pure.
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
