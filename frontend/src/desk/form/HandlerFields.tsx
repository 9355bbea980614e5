/** Who is to handle: the lead, prefilled with the cell's own worker and why; and co-handlers, any number. */
import { useMemo } from "react";
import { text } from "../../text";
import type { Handler, TicketDetail, TicketRow } from "../../wire/types";
import { useDesk } from "../context";
import { useRowsAsAsked } from "../lists";
import { Chooser } from "./Chooser";
import { handlerKey, handlerOptions, type Option, openByPerson } from "./options";

export function useHandlerOptions(row: TicketRow, detail: Pick<TicketDetail, "cell">) {
  const { names } = useDesk();
  const rows = useRowsAsAsked();
  const { cell } = detail;
  return useMemo(
    () => handlerOptions({ row, cell, names, open: openByPerson(rows) }),
    [row, cell, names, rows],
  );
}

interface LeadProps {
  value: Handler | null;
  options: readonly Option<Handler>[];
  /** Whom the service proposes, and why. */
  proposal: TicketDetail["proposal"];
  hasCell: boolean;
  label: string;
  name: string;
  onChange: (value: Handler | null) => void;
}

/** The proposed one, named and explained by the service: it stands there before the directory has come. */
function proposed(proposal: TicketDetail["proposal"], value: Handler, known?: Option<Handler>) {
  if (!proposal || handlerKey(proposal) !== handlerKey(value)) return known;
  const { person_name: person, unit_name: unit } = proposal;
  const why = proposal.why.join(text.dot);
  const named = { name: person ?? unit, detail: known?.detail ?? (person ? unit : "") };
  return { key: handlerKey(value), value, rank: 0, ...named, why };
}

export function LeadField({ value, options, proposal, hasCell, label, name, onChange }: LeadProps) {
  const known = value ? options.find((option) => option.key === handlerKey(value)) : undefined;
  const chosen = value ? proposed(proposal, value, known) : undefined;
  const nobody = hasCell && (options[0]?.rank ?? 9) > 1;
  return (
    <>
      <Chooser {...{ options, chosen, label, name }} onChoose={onChange} />
      {nobody && !chosen ? <p className="quiet">{text.act.noWorker}</p> : null}
    </>
  );
}

interface CoProps {
  value: readonly Handler[];
  lead: Handler | null;
  options: readonly Option<Handler>[];
  label: string;
  name: string;
  onChange: (value: Handler[]) => void;
}

export function CoField({ value, lead, options, label, name, onChange }: CoProps) {
  const taken = new Set([...value, ...(lead ? [lead] : [])].map(handlerKey));
  const free = options.filter((option) => !taken.has(option.key));
  const chosen = value.map((each) => options.find((option) => option.key === handlerKey(each)));
  return (
    <>
      {chosen.map((option, index) =>
        option ? (
          <span key={option.key} className="co-chip">
            {option.name}
            <button
              type="button"
              className="link"
              aria-label={`${text.act.remove} ${option.name}`}
              onClick={() => onChange(value.filter((_, at) => at !== index))}
            >
              ×
            </button>
          </span>
        ) : null,
      )}
      <Chooser
        key={value.length}
        options={free}
        chosen={undefined}
        label={label}
        name={name}
        hint={value.length > 0 ? text.act.add : text.act.search}
        onChoose={(handler) => handler && onChange([...value, handler])}
      />
    </>
  );
}
