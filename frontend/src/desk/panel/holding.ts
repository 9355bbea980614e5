/** Who holds a ticket, and the numbers that reach them: the person's, else the unit's and who is on duty there. Pure. */
import type { OnDuty } from "../../wire/telling";
import type { TicketDetail, TicketRow } from "../../wire/types";
import { holderOf, holdingPerson, holdingUnit, isOurs, type Names } from "../names";

/** Of the assignment that stands first, else of the people of the cell; null where neither knows a number. */
export function phoneOfLead(
  { lead_person: person, lead_unit: unit }: Pick<TicketRow, "lead_person" | "lead_unit">,
  detail: Pick<TicketDetail, "assignments" | "cell"> | undefined,
): string | null {
  if (person === null || !detail) return null;
  const given = detail.assignments.find(
    (each) => !each.closed_at && each.part === "lead" && each.person === person && each.unit === unit,
  );
  return given?.phone ?? detail.cell?.people.find(({ id }) => id === person)?.phone ?? null;
}

export interface Holding {
  name: string;
  phone: string | null;
  /** Whom to ring up at a unit that holds it. */
  onDuty: OnDuty[];
}

/** Each number once; the reader's own center needs none. */
export function holdingOf(
  row: TicketRow,
  detail: TicketDetail | undefined,
  names: Names,
  duty: readonly OnDuty[],
  home: number | null,
): Holding {
  const name = holderOf(row, names, home);
  const person = holdingPerson(row, names);
  if (person) return { name, phone: phoneOfLead(row, detail) ?? (person.phone_masked || null), onDuty: [] };
  const unit = holdingUnit(row);
  if (isOurs(row, names, home) || unit === null) return { name, phone: null, onDuty: [] };
  const phone = names.units.get(unit)?.phone || null;
  return { name, phone, onDuty: duty.filter((each) => each.unit === unit && each.phone) };
}
