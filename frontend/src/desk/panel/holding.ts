/** The number that reaches whoever holds a ticket: whole where the service tells it, as it does of who was given it. Pure. */
import type { TicketDetail, TicketRow } from "../../wire/types";

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
