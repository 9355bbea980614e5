/** An input under its label, with what to write beside it; a day is one of them. */
import type { ReactNode } from "react";
import { Input } from "../parts/Fields";

interface Props {
  label: string;
  hint: string;
  children: ReactNode;
}

export function Labelled({ label, hint, children }: Props) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child.
    <label className="field">
      <span className="field-label">
        {label}
        <span className="field-need">{hint}</span>
      </span>
      {children}
    </label>
  );
}

interface DayProps {
  name: string;
  label: string;
  hint: string;
  value: string | null | undefined;
  onChange: (day: string | null) => void;
}

export function Day({ name, label, hint, value, onChange }: DayProps) {
  return (
    <Labelled label={label} hint={hint}>
      <Input
        type="date"
        name={name}
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value || null)}
      />
    </Labelled>
  );
}
