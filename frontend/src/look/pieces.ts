/** Cuts words into those that name something and those between. Pure. */

export interface Piece {
  words: string;
  isNamed: boolean;
}

/** Every occurrence of a name, the longest name first where they overlap. A name that does not stand there is no matter. */
export function pieces(words: string, names: readonly string[]): Piece[] {
  const known = [...new Set(names)].filter(Boolean).sort((a, b) => b.length - a.length);
  if (known.length === 0) return words ? [{ words, isNamed: false }] : [];
  const found = new RegExp(known.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"), "gu");
  const cut: Piece[] = [];
  let from = 0;
  for (const match of words.matchAll(found)) {
    if (match.index > from) cut.push({ words: words.slice(from, match.index), isNamed: false });
    cut.push({ words: match[0], isNamed: true });
    from = match.index + match[0].length;
  }
  if (from < words.length) cut.push({ words: words.slice(from), isNamed: false });
  return cut;
}
