/** One question of a form, in the kind of input the service names. Points are chosen at a desk, never here. */
import { forInput, fromInput } from "../../state/moment";
import { text } from "../../text";
import { choiceLabel, fieldLabel } from "../../text/labels";
import type { FieldDescription, FieldValue, Handler } from "../../wire/types";
import { longestOf } from "../rules/fields";
import type { TicketView } from "../screens/ticket";
import { AssignmentPicker, HandlerPicker, UnitPicker } from "./Picker";

interface Props {
  field: FieldDescription;
  value: FieldValue;
  change(value: FieldValue): void;
  ticket: TicketView;
}

export function FieldInput({ field, value, change, ticket }: Props) {
  const id = `field-${field.name}`;
  return (
    <>
      <label className="question-label" htmlFor={id} id={`${id}-label`}>
        {fieldLabel(field)}
        {field.required ? null : <span className="quiet"> {text.phone.optional}</span>}
      </label>
      <Input field={field} value={value} change={change} ticket={ticket} id={id} />
    </>
  );
}

function Input({ field, value, change, ticket, id }: Props & { id: string }) {
  switch (field.kind) {
    case "long_text":
    case "reply":
      return (
        <textarea
          id={id}
          className="answer-input"
          rows={field.required ? 4 : 2}
          placeholder={field.required ? text.phone.placeholder : undefined}
          maxLength={longestOf(field)}
          value={String(value ?? "")}
          onChange={(event) => change(event.target.value)}
        />
      );
    case "moment":
    case "date":
      return <When field={field} value={value} change={change} id={id} />;
    case "pick":
    case "choice":
      return <Choice field={field} value={value} change={change} labelledBy={`${id}-label`} />;
    case "unit":
      return <UnitPicker id={id} value={value as number | null} change={change} />;
    case "handler":
      return <HandlerPicker id={id} value={value as Handler | null} change={change} ticket={ticket} />;
    case "colleague":
      return (
        <HandlerPicker
          id={id}
          value={value as Handler | null}
          change={change}
          ticket={ticket}
          within={ticket.row.lead_unit}
        />
      );
    case "handlers":
      return <Handlers id={id} value={(value as Handler[] | null) ?? []} change={change} ticket={ticket} />;
    case "assignment":
      return <AssignmentPicker value={value as number | null} change={change} ticket={ticket} />;
    default:
      return (
        <input
          id={id}
          className="answer-input"
          inputMode={field.kind === "number" ? "decimal" : "text"}
          maxLength={longestOf(field)}
          value={String(value ?? "")}
          onChange={(event) => change(event.target.value)}
        />
      );
  }
}

/** A day, or an instant. */
function When({ field, value, change, id }: Omit<Props, "ticket"> & { id: string }) {
  const isDay = field.kind === "date";
  const held = typeof value === "string" ? value : "";
  return (
    <input
      id={id}
      className="answer-input"
      type={isDay ? "date" : "datetime-local"}
      value={isDay || !held ? held : forInput(held)}
      onChange={(event) => change(isDay ? event.target.value || null : fromInput(event.target.value))}
    />
  );
}

interface ChoiceProps {
  field: FieldDescription;
  value: FieldValue;
  change(value: FieldValue): void;
  labelledBy: string;
}

function Choice({ field, value, change, labelledBy }: ChoiceProps) {
  return (
    <div
      className={field.choices?.length === 3 ? "choices three" : "choices two"}
      role="radiogroup"
      aria-labelledby={labelledBy}
    >
      {(field.choices ?? []).map((choice) => {
        const isChosen = value === choice.value;
        // A button of 64 px is the radio that gloves can press.
        return (
          <button
            key={choice.value}
            type="button"
            role="radio"
            aria-checked={isChosen}
            className={`tall${isChosen ? " chosen" : ""}`}
            onClick={() => change(isChosen && !field.required ? null : choice.value)}
            data-choice={choice.value}
          >
            {choiceLabel(choice)}
          </button>
        );
      })}
    </div>
  );
}

interface HandlersProps {
  id: string;
  value: readonly Handler[];
  change(value: FieldValue): void;
  ticket: TicketView;
}

/** Several handlers: one after another, each may be taken out again. */
function Handlers({ id, value, change, ticket }: HandlersProps) {
  return (
    <>
      {value.map((each, index) => (
        <HandlerPicker
          key={`${each.unit}/${each.person}`}
          id={`${id}-${index}`}
          value={each}
          change={(next) =>
            change(next === null ? value.filter((_, at) => at !== index) : value.with(index, next as Handler))
          }
          ticket={ticket}
        />
      ))}
      <HandlerPicker
        key={`new-${value.length}`}
        id={id}
        value={null}
        change={(next) => change(next === null ? [...value] : [...value, next as Handler])}
        ticket={ticket}
      />
    </>
  );
}
