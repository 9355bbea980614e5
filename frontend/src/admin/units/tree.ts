/** The units as people think of them: the district's own first, then town by town, outposts below their station. Pure. */
import type { UnitEntry, UnitKind } from "../../wire/keeping";

interface Line {
  unit: UnitEntry;
  /** How far below its heading it stands. */
  depth: number;
}

export interface Branch {
  /** The town's code; null: the district's own. */
  town: string | null;
  lines: Line[];
}

const ORDER: readonly UnitKind[] = [
  "district_center",
  "department",
  "town_center",
  "police_station",
  "enforcement",
  "service_center",
  "agency",
  "station",
  "outpost",
];

export function branches(units: readonly UnitEntry[]): Branch[] {
  const byTown = new Map<string | null, UnitEntry[]>([[null, []]]);
  for (const unit of units) byTown.set(unit.town, [...(byTown.get(unit.town) ?? []), unit]);
  return [...byTown]
    .sort(([one], [other]) => (one ?? "").localeCompare(other ?? ""))
    .map(([town, listed]) => ({ town, lines: linesOf(listed) }))
    .filter(({ lines }) => lines.length > 0);
}

function linesOf(units: readonly UnitEntry[]): Line[] {
  const sorted = [...units].sort(
    (one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind) || one.id - other.id,
  );
  const listed = new Set(sorted.map(({ id }) => id));
  const isBelow = (unit: UnitEntry) => unit.station !== null && listed.has(unit.station);
  return sorted.flatMap((unit) => {
    if (isBelow(unit)) return [];
    const depth = unit.kind === "district_center" || unit.kind === "town_center" ? 0 : 1;
    const below = sorted.filter(({ station }) => station === unit.id);
    return [{ unit, depth }, ...below.map((each) => ({ unit: each, depth: 2 }))];
  });
}

/** Whether a unit, or the town it is of, answers what was typed. */
export function fits(unit: UnitEntry, town: string, typed: string): boolean {
  const words = typed.trim();
  return [
    unit.name,
    town,
    unit.phone ?? "",
    ...unit.liaisons.flatMap(({ name, phone }) => [name, phone]),
  ].some((each) => each.includes(words));
}

/** A unit whose end has come, and that still holds something. */
export function isOverdue(unit: UnitEntry, now: number): boolean {
  return unit.active && unit.ends_at !== null && Date.parse(unit.ends_at) <= now;
}

/** What a kind asks for in the form beside name and phone. */
export const ASKS: Record<UnitKind, readonly ("town" | "village" | "parent" | "station" | "police_grid")[]> =
  {
    district_center: [],
    department: [],
    town_center: ["town"],
    police_station: ["town", "parent"],
    enforcement: ["town"],
    service_center: ["town"],
    agency: ["town", "parent"],
    station: ["town", "village"],
    outpost: ["town", "station", "police_grid", "parent"],
  };
/** The kind that a unit of another kind may be told to belong to. */
export const PARENT_KIND: Partial<Record<UnitKind, UnitKind>> = {
  police_station: "department",
  agency: "department",
  outpost: "police_station",
};
