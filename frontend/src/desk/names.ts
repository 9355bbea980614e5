/** Codes and ids into names, from the directory. Built once per directory; read by every desk component. */
import { isOver } from "../state/apply";
import { text } from "../text";
import { areaName, nameWithin, shortName } from "../text/unitNames";
import type { Category, Directory, DirectoryPerson, DirectoryUnit, TicketRow } from "../wire/types";

export interface Names {
  units: ReadonlyMap<number, DirectoryUnit>;
  people: ReadonlyMap<number, DirectoryPerson>;
  /** One line per person and unit: somebody with two posts stands here twice. */
  everyone: readonly DirectoryPerson[];
  villages: ReadonlyMap<string, string>;
  towns: ReadonlyMap<string, string>;
  categories: ReadonlyMap<string, Category>;
}

export function namesOf(directory: Directory | undefined): Names {
  return {
    units: new Map(directory?.units.map((unit) => [unit.id, unit])),
    people: new Map(directory?.people.map((person) => [person.id, person])),
    everyone: directory?.people ?? [],
    villages: new Map(directory?.villages.map((village) => [village.code, village.name])),
    towns: new Map(directory?.towns.map((town) => [town.code, town.name])),
    categories: new Map(directory?.categories.map((category) => [category.code, category])),
  };
}

const AT_HANDLER: ReadonlySet<string> = new Set(["assigned", "in_progress"]);

/** The person who is to act now, where it is a person of the directory. */
export function holdingPerson(row: TicketRow, names: Names): DirectoryPerson | undefined {
  return row.lead_person !== null && AT_HANDLER.has(row.state)
    ? names.people.get(row.lead_person)
    : undefined;
}

/** What was replied to waits for the hotline's call-back; of a ticket without an order its center closes it. */
function isWithHotline({ state, order_no }: TicketRow): boolean {
  return state === "replied" && order_no !== null;
}

/** The unit that is to act now: its own handler's, else the one that owes the next step; nobody once it is over. */
export function holdingUnit(row: TicketRow): number | null {
  if (isOver(row) || isWithHotline(row)) return null;
  return (AT_HANDLER.has(row.state) ? row.lead_unit : null) ?? row.owed_by ?? row.unit;
}

function isCenter(unit: DirectoryUnit | undefined): boolean {
  return unit?.kind === "town_center" || unit?.kind === "district_center";
}

/** The reader's own unit holds it, and nobody there by name. */
export function isOurs(row: TicketRow, names: Names, home: number | null): boolean {
  return home !== null && !holdingPerson(row, names) && holdingUnit(row) === home;
}

/** 现在在谁手里: the person, else the unit that owes the next step; the reader's own by that word. */
export function holderOf(row: TicketRow, names: Names, home: number | null): string {
  if (isWithHotline(row)) return text.list.hotline;
  const person = holdingPerson(row, names);
  if (person) return person.name;
  const unit = holdingUnit(row);
  if (isOurs(row, names, home))
    return isCenter(names.units.get(home ?? -1)) ? text.list.ours : text.list.ourUnit;
  const area = areaName(names.units.get(home ?? -1)?.name ?? "");
  return nameWithin(area, shortName(names.units.get(unit ?? -1)?.name ?? ""));
}

/** The shortest name of where a ticket is: village, else the address as the citizen gave it, else town. */
export function placeOf(row: TicketRow, names: Names): string {
  if (row.place_need === "none") return text.list.noNeed;
  const village = row.village === null ? undefined : names.villages.get(row.village);
  const town = row.town === null ? undefined : names.towns.get(row.town);
  return village ?? (row.address.trim() || town) ?? "";
}
