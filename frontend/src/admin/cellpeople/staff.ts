/** The cells of a town by village, those that lack somebody first. Pure. */
import type { CellDuty, StaffedCell, StaffedPerson } from "../../wire/keeping";

export const DUTIES: readonly CellDuty[] = ["worker", "head", "officer"];

export interface Village {
  code: string;
  name: string;
  cells: StaffedCell[];
  /** How many duties nobody has. */
  lacking: number;
}

/** Who has a duty in a cell at a moment. */
export function held(cell: StaffedCell, duty: CellDuty, now: number): StaffedPerson[] {
  return cell.people.filter(
    (each) => each.duty === duty && (each.since === null || Date.parse(each.since) <= now),
  );
}

export function lacking(cell: StaffedCell, now: number): CellDuty[] {
  return DUTIES.filter((duty) => held(cell, duty, now).length === 0);
}

export function fits(cell: StaffedCell, typed: string): boolean {
  const words = typed.trim();
  return [cell.name, cell.code, cell.village_name, ...cell.people.map(({ name }) => name)].some((each) =>
    each.includes(words),
  );
}

export function villages(cells: readonly StaffedCell[], now: number): Village[] {
  const found = new Map<string, Village>();
  for (const cell of cells) {
    const village = found.get(cell.village) ?? {
      code: cell.village,
      name: cell.village_name,
      cells: [],
      lacking: 0,
    };
    village.cells.push(cell);
    village.lacking += lacking(cell, now).length;
    found.set(cell.village, village);
  }
  const order = (one: StaffedCell, other: StaffedCell) =>
    Number(lacking(other, now).length > 0) - Number(lacking(one, now).length > 0) ||
    one.code.localeCompare(other.code);
  for (const village of found.values()) village.cells.sort(order);
  return [...found.values()].sort(
    (one, other) => Number(other.lacking > 0) - Number(one.lacking > 0) || one.code.localeCompare(other.code),
  );
}
