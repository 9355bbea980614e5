/**
 * What the language of a phone five years old (Chromium 86 in WeChat) lacks, and our pages or the libraries in them use.
 * Imported before anything else on the pages that phones open; their test takes these away first.
 */

function at(this: ArrayLike<unknown>, index: number): unknown {
  const place = Math.trunc(index) || 0;
  return this[place < 0 ? this.length + place : place];
}

function findLast(this: unknown[], fits: (each: unknown, index: number, all: unknown[]) => unknown): unknown {
  for (let index = this.length - 1; index >= 0; index -= 1) {
    if (fits(this[index], index, this)) return this[index];
  }
  return undefined;
}

function withOther(this: unknown[], index: number, value: unknown): unknown[] {
  const copy = [...this];
  copy[index < 0 ? copy.length + index : index] = value;
  return copy;
}

export const LACKING: Readonly<Record<string, unknown>> = { at, findLast, with: withOther };

for (const [name, value] of Object.entries(LACKING)) {
  if (name in Array.prototype) continue;
  Object.defineProperty(Array.prototype, name, { value, writable: true, configurable: true });
}
