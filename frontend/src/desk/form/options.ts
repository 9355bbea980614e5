/** Whom one may name in a form: units, and people by unit, the cell's own first and with the reason why. Pure. */
import { text } from "../../text";
import type {
  Candidate,
  Cell,
  CellPerson,
  DirectoryPerson,
  DirectoryUnit,
  Handler,
  TicketRow,
} from "../../wire/types";
import type { Names } from "../names";

export interface Option<T> {
  key: string;
  value: T;
  name: string;
  detail: string;
  /** Why this one is proposed; null for everybody else. */
  why: string | null;
  rank: number;
}

const SHOWN = 40;

/** A candidate that reaches a cell; the town's own name reaches none. */
export function isPlaceable(candidate: Candidate): boolean {
  return candidate.cell !== null;
}

export function handlerKey(handler: Handler): string {
  return `${handler.unit}/${handler.person ?? ""}`;
}

function cellRank(person: CellPerson): number {
  if (person.duty === "worker") return person.full_time ? 0 : 1;
  return person.duty === "head" ? 2 : 3;
}

/** Each person once: as who they are first in this cell. */
function cellPeople(cell: Cell | null): Map<number, CellPerson> {
  const found = new Map<number, CellPerson>();
  for (const person of [...(cell?.people ?? [])].sort((a, b) => cellRank(a) - cellRank(b))) {
    if (!found.has(person.id)) found.set(person.id, person);
  }
  return found;
}

function whyPerson(person: CellPerson, open: number): string {
  const duty = text.act.duty[person.duty] ?? "";
  const time = person.duty === "worker" ? (person.full_time ? text.fullTime : text.partTime) : "";
  return [duty, time, text.act.open(open)].filter(Boolean).join(text.dot);
}

/** How many open tickets each person leads, as far as this page sees. */
export function openByPerson(rows: Iterable<TicketRow>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { lead_person: person } of rows) {
    if (person !== null) counts.set(person, (counts.get(person) ?? 0) + 1);
  }
  return counts;
}

function worksFor(unit: DirectoryUnit | undefined, center: number): unit is DirectoryUnit {
  return unit !== undefined && (unit.center === center || unit.kind === "department");
}

interface Scene {
  row: TicketRow;
  cell: Cell | null;
  names: Names;
  open: ReadonlyMap<number, number>;
}

function personOption(person: DirectoryPerson, unit: DirectoryUnit, scene: Scene, held?: CellPerson) {
  const value: Handler = { unit: unit.id, person: person.id };
  const count = scene.open.get(person.id) ?? 0;
  const why = held ? whyPerson(held, count) : null;
  const detail = [unit.name, person.post, person.phone_masked].filter(Boolean).join(text.dot);
  const rank = held ? cellRank(held) : unit.village !== null && unit.village === scene.row.village ? 5 : 7;
  return { key: handlerKey(value), value, name: person.name, detail, why, rank };
}

function unitOption(unit: DirectoryUnit, scene: Scene): Option<Handler> {
  const value: Handler = { unit: unit.id, person: null };
  const near = unit.kind === "station" && unit.village !== null && unit.village === scene.row.village;
  const why = near ? text.act.station : null;
  const rank = near ? 4 : unit.kind === "station" || unit.kind === "outpost" ? 8 : 6;
  return { key: handlerKey(value), value, name: unit.name, detail: unit.phone ?? "", why, rank };
}

/** Everybody the ticket's center may assign to, the likeliest first. */
export function handlerOptions(scene: Scene): Option<Handler>[] {
  const { row, names } = scene;
  const inCell = cellPeople(scene.cell);
  const seen = new Set<number>();
  const options: Option<Handler>[] = [];
  for (const person of names.everyone) {
    const unit = names.units.get(person.unit);
    if (!worksFor(unit, row.stream)) continue;
    const held = seen.has(person.id) ? undefined : inCell.get(person.id);
    if (held) seen.add(person.id);
    options.push(personOption(person, unit, scene, held));
  }
  for (const unit of names.units.values()) {
    if (worksFor(unit, row.stream) && !unit.kind.endsWith("_center")) options.push(unitOption(unit, scene));
  }
  return options.sort((a, b) => a.rank - b.rank);
}

const UNIT_RANK: Readonly<Record<string, number>> = { town_center: 0, department: 1, district_center: 3 };

/** Units as the district names an owner: towns and departments first. */
export function unitOptions(names: Names, except: number | null): Option<number>[] {
  const options: Option<number>[] = [];
  for (const unit of names.units.values()) {
    if (unit.id === except) continue;
    const town = unit.town === null ? "" : (names.towns.get(unit.town) ?? "");
    const detail =
      unit.kind === "town_center" ? (unit.phone ?? "") : [town, unit.phone].filter(Boolean).join(text.dot);
    const rank = UNIT_RANK[unit.kind] ?? 2;
    options.push({ key: String(unit.id), value: unit.id, name: unit.name, detail, why: null, rank });
  }
  return options.sort((a, b) => a.rank - b.rank || a.value - b.value);
}

/** Categories that tickets are given today, each under the ones above it; what it has already is no choice. */
export function categoryOptions(names: Names, except: string | null): Option<string>[] {
  return [...names.categories.values()]
    .filter(({ code, in_use }) => in_use && code !== except)
    .map(({ code, path }) => {
      const levels = path.split("/");
      const name = levels.pop() ?? path;
      return { key: code, value: code, name, detail: levels.join(" › "), why: null, rank: 0 };
    });
}

/** Tickets that this one may go under: open ones of its center, no merged ones; the newest first. */
export function ticketOptions(rows: readonly TicketRow[], row: TicketRow): Option<number>[] {
  return rows
    .filter(
      (each) =>
        each.id !== row.id &&
        each.stream === row.stream &&
        each.state !== "merged" &&
        each.state !== "replied",
    )
    .sort((a, b) => (a.received_at < b.received_at ? 1 : -1))
    .map((each) => ({
      key: String(each.id),
      value: each.id,
      name: each.title,
      detail: [each.number, text.state[each.state], each.address].filter(Boolean).join(text.dot),
      why: null,
      rank: 0,
    }));
}

/** Options whose name or detail holds every word typed, name first; at most `SHOWN`. */
export function findOptions<T>(options: readonly Option<T>[], typed: string): Option<T>[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return options.slice(0, SHOWN);
  const named: Option<T>[] = [];
  const detailed: Option<T>[] = [];
  for (const option of options) {
    const name = option.name.toLowerCase();
    const all = `${name} ${option.detail.toLowerCase()}`;
    if (words.every((word) => name.includes(word))) named.push(option);
    else if (words.every((word) => all.includes(word))) detailed.push(option);
  }
  return [...named, ...detailed].slice(0, SHOWN);
}
