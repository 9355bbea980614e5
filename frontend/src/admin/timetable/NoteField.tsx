/** Why it is changed: goes with every version. */
import { words } from "../../text/timetable";
import { Input } from "../parts/Fields";

interface Props {
  value: string;
  label?: string;
  hint?: string;
  onChange: (value: string) => void;
}

export function NoteField({ value, label = words.note, hint = words.noteHint, onChange }: Props) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <Input
        name="note"
        maxLength={500}
        autoComplete="off"
        placeholder={hint}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
