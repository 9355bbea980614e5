/** Several of a few: those chosen as chips, the others to be added; none chosen asks for nothing. */
import { words } from "../../text/owning";
import { Select } from "../parts/Fields";
import type { Choice } from "./rule";

interface Props {
  name: string;
  label: string;
  choices: readonly Choice[];
  values: readonly string[] | null;
  /** What choosing none means. */
  none?: string;
  onChange: (values: string[] | null) => void;
}

export function Many({ name, label, choices, values, none = words.rules.any, onChange }: Props) {
  const held = values ?? [];
  const names = new Map(choices.map((choice) => [choice.value, choice.label]));
  const rest = choices.filter(({ value }) => !held.includes(value));
  const set = (next: string[]) => onChange(next.length > 0 ? next : null);
  return (
    <div className="field" data-many={name}>
      <span className="field-label">{label}</span>
      <div className="many">
        {held.map((value) => (
          <span key={value} className="chip">
            {names.get(value) ?? value}
            <button
              type="button"
              className="link"
              aria-label={`${words.rules.remove} ${names.get(value) ?? value}`}
              onClick={() => set(held.filter((each) => each !== value))}
            >
              ×
            </button>
          </span>
        ))}
        <Select
          name={name}
          aria-label={label}
          value=""
          onChange={(event) => event.target.value && set([...held, event.target.value])}
        >
          <option value="">{held.length === 0 ? none : words.rules.addOne}</option>
          {rest.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </div>
    </div>
  );
}
