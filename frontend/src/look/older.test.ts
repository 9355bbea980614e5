import { describe, expect, it } from "vitest";
import { LACKING } from "./older";

/** As an older phone has it, which has none of its own. */
function own(name: string, given: unknown[], ...args: unknown[]): unknown {
  return (LACKING[name] as (...args: unknown[]) => unknown).apply(given, args);
}

describe("an older phone", () => {
  it("counts from the end, looks from the end, and copies with one value changed, as newer ones do", () => {
    const given = [1, 2, 3];
    for (const index of [-1, 0, 3, -4]) expect(own("at", given, index)).toBe(given.at(index));
    const isSmall = (each: unknown) => Number(each) < 3;
    expect(own("findLast", given, isSmall)).toBe(given.findLast(isSmall));
    expect(own("findLast", [], isSmall)).toBeUndefined();
    expect([own("with", given, -1, 9), given]).toEqual([
      [1, 2, 9],
      [1, 2, 3],
    ]);
  });
});
