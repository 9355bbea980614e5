/** Slips by unit, and in parts that the service makes at a time. Pure. */
import type { SlipPerson } from "../../wire/telling";

/** As many as one question may ask for. */
const MOST = 40;

export function parts(persons: readonly number[]): number[][] {
  const found: number[][] = [];
  for (let at = 0; at < persons.length; at += MOST) found.push(persons.slice(at, at + MOST));
  return found;
}

export interface OfUnit<T> {
  id: number;
  name: string;
  people: T[];
}

export function byUnit<T extends SlipPerson>(people: readonly T[]): OfUnit<T>[] {
  const found = new Map<number, OfUnit<T>>();
  for (const each of people) {
    const unit = found.get(each.unit) ?? { id: each.unit, name: each.unit_name, people: [] };
    unit.people.push(each);
    found.set(each.unit, unit);
  }
  return [...found.values()];
}
