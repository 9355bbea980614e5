import { describe, expect, it } from "vitest";
import type { SlipPerson } from "../../wire/telling";
import { byUnit, parts } from "./slipParts";

const person = (id: number, unit: number): SlipPerson => ({
  id,
  name: `人${id}`,
  post: "",
  username: `u${id}`,
  unit,
  unit_name: `单位${unit}`,
  role: "grid_worker",
});

describe("sign-in slips", () => {
  it("are made some at a time, each once", () => {
    const persons = Array.from({ length: 95 }, (_, at) => at);
    expect(parts(persons).map((some) => some.length)).toEqual([40, 40, 15]);
    expect(parts(persons).flat()).toEqual(persons);
    expect(parts([])).toEqual([]);
  });

  it("lie together by unit, in the order they came", () => {
    const found = byUnit([person(1, 7), person(2, 4), person(3, 7)]);
    expect(found.map(({ name, people }) => [name, people.map(({ id }) => id)])).toEqual([
      ["单位7", [1, 3]],
      ["单位4", [2]],
    ]);
  });
});
