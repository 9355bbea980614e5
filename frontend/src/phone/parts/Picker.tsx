/** Choosing a person or a unit by typing part of a name; the people of the ticket's cell stand first. */
import { useMemo, useState } from "react";
import { text } from "../../text";
import type { FieldValue, Handler } from "../../wire/types";
import { usePhone } from "../context";
import { type Choosable, colleaguesIn, found, handlersIn, unitsIn } from "../rules/choosing";
import type { TicketView } from "../screens/ticket";

interface ListProps {
  id: string;
  all: readonly Choosable[];
  chosen: Choosable | undefined;
  choose(choice: Choosable | null): void;
}

function PickList({ id, all, chosen, choose }: ListProps) {
  const [words, setWords] = useState("");
  if (chosen) {
    return (
      <button
        type="button"
        className="tall chosen picked"
        onClick={() => choose(null)}
        data-picked={chosen.key}
      >
        {chosen.name}
        <span className="quiet">{chosen.hint}</span>
        <span aria-hidden="true">×</span>
        <span className="visually-hidden">{text.act.remove}</span>
      </button>
    );
  }
  const shown = found(all, words);
  return (
    <>
      <input
        id={id}
        className="answer-input"
        placeholder={text.phone.find}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {all.length === 0 ? <p className="quiet">{text.phone.needNetworkToFind}</p> : null}
      {all.length > 0 && words && shown.length === 0 ? <p className="quiet">{text.phone.notFound}</p> : null}
      <div className="choices">
        {shown.map((choice) => (
          <button
            key={choice.key}
            type="button"
            className="tall picked"
            onClick={() => choose(choice)}
            data-pick={choice.key}
          >
            {choice.name}
            <span className="quiet">{choice.isSuggested ? text.phone.suggested : choice.hint}</span>
          </button>
        ))}
      </div>
    </>
  );
}

export function UnitPicker({
  id,
  value,
  change,
}: {
  id: string;
  value: number | null;
  change(value: FieldValue): void;
}) {
  const { view } = usePhone();
  const all = useMemo(() => unitsIn(view.directory), [view.directory]);
  const chosen = all.find((each) => each.handler.unit === value);
  return (
    <PickList id={id} all={all} chosen={chosen} choose={(choice) => change(choice?.handler.unit ?? null)} />
  );
}

interface HandlerProps {
  id: string;
  value: Handler | null;
  change(value: FieldValue): void;
  ticket: TicketView;
  /** Only people of this unit, where one is given. */
  within?: number | null;
}

export function HandlerPicker({ id, value, change, ticket, within = null }: HandlerProps) {
  const { view, looker } = usePhone();
  const { detail, row } = ticket;
  const all = useMemo(() => {
    const around = { center: row.stream, cell: detail.cell, units: looker.units };
    const listed = handlersIn(view.directory, around);
    return within === null ? listed : colleaguesIn(listed, within);
  }, [view.directory, row.stream, detail.cell, looker.units, within]);
  const chosen = value
    ? all.find(({ handler }) => handler.unit === value.unit && handler.person === value.person)
    : undefined;
  return <PickList id={id} all={all} chosen={chosen} choose={(choice) => change(choice?.handler ?? null)} />;
}

interface AssignmentProps {
  value: number | null;
  change(value: FieldValue): void;
  ticket: TicketView;
}

/** Which co-handler: there are few, so all are shown. */
export function AssignmentPicker({ value, change, ticket }: AssignmentProps) {
  const open = ticket.detail.assignments.filter(
    (each) => each.part === "co" && each.closed_at === null && each.kind !== "referral",
  );
  return (
    <div className="choices">
      {open.map((each) => (
        <button
          key={each.id}
          type="button"
          className={`tall${each.id === value ? " chosen" : ""}`}
          onClick={() => change(each.id)}
          data-pick={each.id}
        >
          {each.person_name ?? each.unit_name}
        </button>
      ))}
    </div>
  );
}
