/** One line of words, and one of several: the fields that most forms of the administration are made of. */
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
      <input
        className="input"
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
      <textarea
        className="input"
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
      <input
        className="input"
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
      <select className="input" name={name} value={value} onChange={(event) => onChange(event.target.value)}>
        {none === undefined ? null : <option value="">{none}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}
