/** One input of a command, by the kind the service names. */
import { useMemo } from "react";
import { span } from "../../state/format";
import { forInput, fromInput } from "../../state/moment";
import { text, word } from "../../text";
import { words as joint } from "../../text/joint";
import { choiceLabel, fieldLabel } from "../../text/labels";
import type { Handler, Point } from "../../wire/types";
import { useDesk } from "../context";
import { useRowsAsAsked } from "../lists";
import { Chooser } from "./Chooser";
import { CoField, LeadField } from "./HandlerFields";
import { categoryOptions, handlerKey, ticketOptions, unitOptions } from "./options";
import { PointField } from "./PointField";
import type { FieldProps } from "./props";
import { ReplyField } from "./ReplyField";

/** Kinds whose input is one element that a label may name. */
const PLAIN: ReadonlySet<string> = new Set(["text", "long_text", "number", "moment", "date", "order_no"]);

export function Field(props: FieldProps) {
  const { field, problem } = props;
  const label = fieldLabel(field);
  const Frame = PLAIN.has(field.kind) ? "label" : "div";
  return (
    <Frame className="field" data-field={field.name}>
      {field.kind === "point" ? null : (
        <span className="field-label">
          {label}
          {field.required ? null : <span className="field-need">{text.act.optional}</span>}
        </span>
      )}
      <Input {...props} />
      {problem ? <p className="problem">{problem}</p> : null}
    </Frame>
  );
}

function Input(props: FieldProps) {
  switch (props.field.kind) {
    case "text":
    case "order_no":
    case "long_text":
      return <TextInput {...props} />;
    case "reply":
      return <ReplyField {...props} />;
    case "moment":
      return <MomentInput {...props} />;
    case "date":
      return <DateInput {...props} />;
    case "ticket":
      return <TicketInput {...props} />;
    case "pick":
      return <PickInput {...props} />;
    case "category":
      return <CategoryInput {...props} />;
    case "number":
      return <NumberInput {...props} />;
    case "choice":
      return <ChoiceInput {...props} />;
    case "unit":
      return <UnitInput {...props} />;
    case "assignment":
      return <AssignmentInput {...props} />;
    case "handler":
      return <HandlerInput {...props} />;
    case "handlers":
      return <HandlersInput {...props} />;
    case "colleague":
      return <ColleagueInput {...props} />;
    case "point":
      return (
        <PointField
          value={props.value as Point | null}
          candidates={props.detail.located.candidates}
          onChange={props.onChange}
        />
      );
  }
}

function TextInput({ field, value, problem, autoFocus, onChange }: FieldProps) {
  const shared = {
    className: "input",
    name: field.name,
    required: field.required,
    autoFocus,
    "aria-invalid": problem !== undefined,
    value: typeof value === "string" ? value : "",
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return field.kind !== "long_text" ? (
    <input {...shared} maxLength={200} autoComplete="off" />
  ) : (
    <textarea {...shared} maxLength={5000} rows={field.required ? 3 : 2} />
  );
}

function MomentInput({ field, value, problem, onChange }: FieldProps) {
  return (
    <input
      className="input"
      type="datetime-local"
      name={field.name}
      required={field.required}
      aria-invalid={problem !== undefined}
      value={typeof value === "string" && value ? forInput(value) : ""}
      onChange={(event) => onChange(fromInput(event.target.value))}
    />
  );
}

function DateInput({ field, value, problem, onChange }: FieldProps) {
  return (
    <input
      className="input"
      type="date"
      name={field.name}
      required={field.required}
      aria-invalid={problem !== undefined}
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onChange(event.target.value || null)}
    />
  );
}

/** Another ticket of the same center, by its number or title. */
function TicketInput({ field, value, row, autoFocus, onChange }: FieldProps) {
  const rows = useRowsAsAsked();
  const options = useMemo(() => ticketOptions(rows, row), [rows, row]);
  const chosen = options.find((option) => option.value === value);
  return (
    <Chooser
      {...{ options, chosen, autoFocus }}
      label={fieldLabel(field)}
      name={field.name}
      onChoose={onChange}
    />
  );
}

function PickInput({ field, value, problem, autoFocus, onChange }: FieldProps) {
  return (
    <select
      className="input"
      name={field.name}
      autoFocus={autoFocus}
      aria-label={fieldLabel(field)}
      aria-invalid={problem !== undefined}
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onChange(event.target.value || null)}
    >
      <option value="">{text.act.choose}</option>
      {(field.choices ?? []).map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

function NumberInput({ field, value, problem, onChange }: FieldProps) {
  const isMinutes = field.name.endsWith("_minutes");
  return (
    <span className="number">
      <input
        className="input"
        type="number"
        name={field.name}
        inputMode="decimal"
        step={isMinutes ? 1 : "any"}
        min={isMinutes ? 1 : undefined}
        aria-invalid={problem !== undefined}
        value={typeof value === "number" ? value : ""}
        onChange={(event) => onChange(event.target.value === "" ? null : event.target.valueAsNumber)}
      />
      {isMinutes && typeof value === "number" ? (
        <span className="quiet">{text.act.minutes(span(value * 60_000))}</span>
      ) : null}
    </span>
  );
}

function ChoiceInput({ field, value, autoFocus, onChange }: FieldProps) {
  return (
    <div className="choices" role="radiogroup" aria-label={fieldLabel(field)}>
      {(field.choices ?? []).map((choice, index) => (
        <label key={choice.value} className="choice">
          <input
            type="radio"
            name={field.name}
            value={choice.value}
            checked={value === choice.value}
            autoFocus={autoFocus && index === 0}
            onChange={() => onChange(choice.value)}
          />
          <span>{choiceLabel(choice)}</span>
        </label>
      ))}
    </div>
  );
}

function UnitInput({ field, value, row, autoFocus, onChange }: FieldProps) {
  const { names } = useDesk();
  const options = useMemo(
    () => unitOptions(names, field.name === "unit" ? null : row.unit),
    [names, field.name, row.unit],
  );
  const chosen = options.find((option) => option.value === value);
  return (
    <Chooser
      {...{ options, chosen, autoFocus }}
      label={fieldLabel(field)}
      name={field.name}
      onChoose={onChange}
    />
  );
}

function CategoryInput({ field, value, row, autoFocus, onChange }: FieldProps) {
  const { names } = useDesk();
  const options = useMemo(() => categoryOptions(names, row.category), [names, row.category]);
  const chosen = options.find((option) => option.value === value);
  return (
    <Chooser
      {...{ options, chosen, autoFocus }}
      label={fieldLabel(field)}
      name={field.name}
      onChoose={onChange}
    />
  );
}

function AssignmentInput({ field, value, detail, onChange }: FieldProps) {
  const open = detail.assignments.filter(
    (each) => each.part === "co" && !each.closed_at && each.kind !== "referral",
  );
  return (
    <div className="choices" role="radiogroup" aria-label={fieldLabel(field)}>
      {open.map((each) => (
        <label key={each.id} className="choice">
          <input
            type="radio"
            name={field.name}
            checked={value === each.id}
            onChange={() => onChange(each.id)}
          />
          <span>
            {[word(joint.kind, each.kind), each.unit_name, each.person_name].filter(Boolean).join(" ")}
          </span>
        </label>
      ))}
    </div>
  );
}

function HandlerInput({ field, value, handlers, detail, onChange }: FieldProps) {
  return (
    <LeadField
      value={value as Handler | null}
      options={handlers}
      proposal={detail.proposal}
      hasCell={detail.cell !== null}
      label={fieldLabel(field)}
      name={field.name}
      onChange={onChange}
    />
  );
}

/** One of the people of the unit that holds the ticket. */
function ColleagueInput({ field, value, row, handlers, autoFocus, onChange }: FieldProps) {
  const options = useMemo(
    () => handlers.filter(({ value: each }) => each.unit === row.lead_unit && each.person !== null),
    [handlers, row.lead_unit],
  );
  const held = value as Handler | null;
  const chosen = held ? options.find((option) => option.key === handlerKey(held)) : undefined;
  return (
    <Chooser
      {...{ options, chosen, autoFocus }}
      label={fieldLabel(field)}
      name={field.name}
      onChoose={onChange}
    />
  );
}

function HandlersInput({ field, value, handlers, lead, onChange }: FieldProps) {
  return (
    <CoField
      value={(value as Handler[] | null) ?? []}
      lead={lead}
      options={handlers}
      label={fieldLabel(field)}
      name={field.name}
      onChange={onChange}
    />
  );
}
