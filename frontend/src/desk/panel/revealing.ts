/** Who is offered the caller's number: whoever works on the ticket now. The service decides; what it would refuse is not shown. */
import { isOver } from "../../state/apply";
import { operatesAt } from "../../state/roles";
import type { Me, TicketDetail, TicketRow } from "../../wire/types";

type Reader = Pick<Me, "memberships" | "handles" | "person">;

export function mayReveal(
  row: TicketRow,
  { assignments, first_unit_name }: Pick<TicketDetail, "assignments" | "first_unit_name">,
  { memberships, handles, person }: Reader,
): boolean {
  if (operatesAt(memberships, row.stream)) return true;
  if (isOver(row)) return false;
  const given = assignments.filter(({ closed_at }) => !closed_at);
  return (
    (row.unit !== null && handles.includes(row.unit)) ||
    given.some((each) => (each.person === null ? handles.includes(each.unit) : each.person === person.id)) ||
    // Until another has signed, the first unit works on it too: which one that is, the service knows.
    (first_unit_name !== null && handles.length > 0)
  );
}
