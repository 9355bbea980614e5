/** Whom to ring up about a ticket that somebody else holds: the person, or who is on duty at the unit, with phones. */
import { words } from "../../text/district";
import { words as telling } from "../../text/telling";
import { shortName } from "../../text/unitNames";
import type { TicketDetail, TicketRow } from "../../wire/types";
import { useDesk } from "../context";
import { useOnDuty } from "../telling/DutyTools";
import { phoneOfLead } from "./holding";

interface Line {
  name: string;
  phone: string;
}

const AT_HANDLER: ReadonlySet<string> = new Set(["assigned", "in_progress"]);

export function Holder({ row, detail }: { row: TicketRow; detail: TicketDetail | undefined }) {
  const { me } = useDesk();
  const isAtHandler = AT_HANDLER.has(row.state);
  const unit = (isAtHandler ? row.lead_unit : null) ?? row.owed_by ?? row.unit;
  const isPerson = isAtHandler && row.lead_person !== null;
  const lines = [...usePerson(row, detail, isPerson), ...useUnit(isPerson ? null : unit)];
  if (lines.length === 0 || (!isPerson && unit === me.home.unit)) return null;
  return (
    <p className="words-holder" data-holder>
      {lines.map(({ name, phone }) => (
        <span key={name}>
          {name} {phone.includes("*") ? phone : <a href={`tel:${phone}`}>{phone}</a>}
        </span>
      ))}
    </p>
  );
}

/** The handler by name, with the whole number where it is told, else what the directory shows. */
function usePerson(row: TicketRow, detail: TicketDetail | undefined, isHeld: boolean): Line[] {
  const { names } = useDesk();
  if (!isHeld || row.lead_person === null) return [];
  const known = names.people.get(row.lead_person);
  const phone = phoneOfLead(row, detail) ?? known?.phone_masked;
  return known && phone ? [{ name: words.heldBy(known.name), phone }] : [];
}

function useUnit(unit: number | null): Line[] {
  const { names } = useDesk();
  const duty = useOnDuty();
  if (unit === null) return [];
  const here = duty.data?.filter((each) => each.unit === unit && each.phone) ?? [];
  const people = here.map((each) => ({
    name: words.onDuty(telling.dutyRole[each.role], each.person_name),
    phone: each.phone,
  }));
  const held = names.units.get(unit);
  return held?.phone ? [...people, { name: shortName(held.name), phone: held.phone }] : people;
}
