/** The fields that the forms of the administration are made of; each says itself what the service refused of it. */
import { type ComponentProps, type ReactNode, useId } from "react";
import { useRefused } from "./Form";

interface InputProps extends ComponentProps<"input"> {
  /** Why what is typed cannot be sent; said before the service is asked. */
  fault?: string | null | undefined;
}

export function Input({ className = "input", fault, ...given }: InputProps) {
  const { marks, said } = useRefused(given);
  const id = useId();
  if (!fault) {
    return (
      <>
        <input className={className} {...given} {...marks} />
        {said}
      </>
    );
  }
  return (
    <>
      <input className={className} {...given} aria-invalid={true} aria-describedby={id} />
      <span className="problem" id={id}>
        {fault}
      </span>
    </>
  );
}

export function Select({ className = "input", ...given }: ComponentProps<"select">) {
  const { marks, said } = useRefused(given);
  return (
    <>
      <select className={className} {...given} {...marks} />
      {said}
    </>
  );
}

export function Area({ className = "input", ...given }: ComponentProps<"textarea">) {
  const { marks, said } = useRefused(given);
  return (
    <>
      <textarea className={className} {...given} {...marks} />
      {said}
    </>
  );
}

/** A box to tick, named elsewhere. */
export function Tick(given: ComponentProps<"input">) {
  const { marks, said } = useRefused(given);
  return (
    <>
      <input type="checkbox" {...given} {...marks} />
      {said}
    </>
  );
}

/** A box to tick, and what ticking it says. */
export function Check({ className = "check-line", children, ...given }: ComponentProps<"input">) {
  const { marks, said } = useRefused(given);
  return (
    <label className={className}>
      <input type="checkbox" {...given} {...marks} />
      {said ? (
        <span>
          {children}
          {said}
        </span>
      ) : (
        children
      )}
    </label>
  );
}

interface GroupProps {
  name: string;
  label: string;
  className?: string;
  /** A part of a page with a heading of its own; it is long, so that what it was refused for stands at its head. */
  isPart?: boolean;
  children: ReactNode;
}

/** Several controls that are one field: a choice among few, people picked, columns. */
export function Group({ name, label, isPart = false, className, children }: GroupProps) {
  const { marks, said } = useRefused({ name });
  return (
    <fieldset className={className ?? (isPart ? "part plain" : "field plain")} data-field={name} {...marks}>
      <legend className={isPart ? undefined : "field-label"}>{label}</legend>
      {isPart ? said : null}
      {children}
      {isPart ? null : said}
    </fieldset>
  );
}

export interface Choice {
  value: string;
  label: string;
}

interface LineProps {
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
}

export function TextLine({
  name,
  label,
  value,
  onChange,
  maxLength = 120,
}: LineProps & { maxLength?: number }) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <Input
        name={name}
        maxLength={maxLength}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

interface AreaProps extends LineProps {
  rows?: number;
  maxLength?: number;
}

/** Several lines of words. */
export function TextArea({ name, label, value, onChange, rows = 3, maxLength }: AreaProps) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <Area
        name={name}
        rows={rows}
        maxLength={maxLength}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

interface WhenProps extends LineProps {
  /** What leaving it empty means. */
  empty?: string;
}

/** A day and a time, as the browser asks for them. */
export function When({ name, label, value, onChange, empty }: WhenProps) {
  return (
    <label className="field">
      <span className="field-label">
        {label}
        {empty ? <span className="field-need">{empty}</span> : null}
      </span>
      <Input
        type="datetime-local"
        name={name}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

interface OneOfProps extends LineProps {
  choices: readonly Choice[];
  /** What choosing nothing is called; without it something has to be chosen. */
  none?: string;
}

export function OneOf({ name, label, value, onChange, choices, none }: OneOfProps) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <Select name={name} value={value} onChange={(event) => onChange(event.target.value)}>
        {none === undefined ? null : <option value="">{none}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    </label>
  );
}
