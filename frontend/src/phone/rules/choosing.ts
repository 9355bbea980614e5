/** Whom a form can name: units and persons of the directory, the nearest first. Pure. */
import type { Cell, Directory, Handler } from "../../wire/types";

export interface Choosable {
  key: string;
  name: string;
  hint: string;
  handler: Handler;
  isSuggested: boolean;
}

const SHOWN = 8;

export function unitsIn(directory: Directory | undefined): Choosable[] {
  return (directory?.units ?? []).map((unit) => ({
    key: `u${unit.id}`,
    name: unit.name,
    hint: "",
    handler: { unit: unit.id, person: null },
    isSuggested: false,
  }));
}

export interface Around {
  /** The ticket's center: only its units, and departments, can be given work. */
  center: number;
  cell: Cell | null;
  units: ReadonlySet<number>;
}

/** Persons of the ticket's cell first, then of one's own unit, then the rest of the center's. */
export function handlersIn(directory: Directory | undefined, around: Around): Choosable[] {
  if (!directory) return [];
  const reachable = directory.units.filter(
    (unit) => unit.center === around.center || unit.kind === "department",
  );
  const names = new Map(reachable.map((unit) => [unit.id, unit.name]));
  const ofCell = new Set(around.cell?.people.map((person) => person.id));
  const people = directory.people
    .filter((person) => names.has(person.unit))
    .map((person) => ({
      key: `p${person.id}`,
      name: person.name,
      hint: [person.post, names.get(person.unit)].filter(Boolean).join(" "),
      handler: { unit: person.unit, person: person.id },
      isSuggested: ofCell.has(person.id),
    }));
  const units = reachable.map((unit) => ({
    key: `u${unit.id}`,
    name: unit.name,
    hint: "",
    handler: { unit: unit.id, person: null },
    isSuggested: false,
  }));
  const rank = (each: Choosable) => (each.isSuggested ? 0 : around.units.has(each.handler.unit) ? 1 : 2);
  return [...people, ...units].sort((a, b) => rank(a) - rank(b));
}

/** The people of one unit, as listed. */
export function colleaguesIn(listed: readonly Choosable[], unit: number): Choosable[] {
  return listed.filter(({ handler }) => handler.unit === unit && handler.person !== null);
}

/** The nearest few, or those whose name or unit has the words. */
export function found(all: readonly Choosable[], words: string): Choosable[] {
  const wanted = words.trim();
  const hits = wanted ? all.filter((each) => `${each.name}${each.hint}`.includes(wanted)) : all;
  return hits.slice(0, SHOWN);
}
