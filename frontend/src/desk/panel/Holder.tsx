/** Whom to ring up about a ticket that somebody else holds: the person, or who is on duty at the unit, with phones. */
import { words } from "../../text/district";
import { words as telling } from "../../text/telling";
import type { OnDuty } from "../../wire/telling";
import type { TicketDetail, TicketRow } from "../../wire/types";
import { useDesk } from "../context";
import { useOnDuty } from "../telling/DutyTools";
import { type Holding, holdingOf } from "./holding";

export function useHolding(row: TicketRow, detail: TicketDetail | undefined): Holding {
  const { me, names } = useDesk();
  const duty = useOnDuty();
  return holdingOf(row, detail, names, duty.data ?? [], me.home.unit);
}

/** One that is masked cannot be rung up. */
export function Phone({ number }: { number: string | null }) {
  if (!number) return null;
  return number.includes("*") ? <span>{number}</span> : <a href={`tel:${number}`}>{number}</a>;
}

export function AtUnit({ onDuty }: { onDuty: readonly OnDuty[] }) {
  if (onDuty.length === 0) return null;
  return (
    <p className="words-holder">
      {onDuty.map(({ person, role, person_name: name, phone }) => (
        <span key={`${person} ${role}`}>
          {words.onDuty(telling.dutyRole[role], name)} <Phone number={phone} />
        </span>
      ))}
    </p>
  );
}
