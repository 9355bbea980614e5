/** Danger words as they are typed, one a line, and as they are kept. Pure. */

/** Each word once, without blanks, in the order typed. */
export function listed(typed: string): string[] {
  return [
    ...new Set(
      typed
        .split(/[\n,\uff0c、;\uff1b]/)
        .map((word) => word.replace(/\s/g, ""))
        .filter(Boolean),
    ),
  ];
}

export function same(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((word, at) => word === others[at]);
}
