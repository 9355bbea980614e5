/** The codes of one field, row by row: what they write, and what it means here. Folded while nobody is at it. */
import { useState } from "react";
import { words } from "../../text/intake";
import { Input, Select } from "../parts/Fields";
import { type Code, codeSaid, type Field, type Meaning, meanings, meantBy } from "./mapping";

interface Props {
  field: Field;
  codes: readonly Code[];
  onChange: (codes: readonly Code[]) => void;
}

export function Codes({ field, codes, onChange }: Props) {
  const [isOpen, setOpen] = useState(false);
  const known = meanings(field);
  const choices = known === "free" || known === null ? null : known;
  const replaced = (at: number, code: Code) =>
    onChange(codes.map((each, index) => (index === at ? code : each)));
  return (
    <details className="intake-codes" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {codes.length === 0
          ? words.addCode
          : codes.map((code) => codeSaid(field, code)).join(words.separator)}
      </summary>
      {codes.map((code, at) => (
        <div key={at} className="intake-code">
          <Input
            aria-label={words.code}
            maxLength={100}
            value={code.code}
            onChange={(event) => replaced(at, { ...code, code: event.target.value })}
          />
          <Means
            choices={choices}
            value={String(code.meant)}
            onChange={(value) => replaced(at, { ...code, meant: meantBy(field, value) })}
          />
          <button
            type="button"
            className="link"
            aria-label={words.removeCode(code.code)}
            onClick={() => onChange(codes.filter((_, index) => index !== at))}
          >
            <span aria-hidden="true">×</span>
          </button>
        </div>
      ))}
      <button
        type="button"
        className="button small"
        data-add-code={field}
        onClick={() => onChange([...codes, { code: "", meant: meantBy(field, choices?.[0]?.value ?? "") }])}
      >
        {words.addCode}
      </button>
    </details>
  );
}

interface MeansProps {
  choices: readonly Meaning[] | null;
  value: string;
  onChange: (value: string) => void;
}

function Means({ choices, value, onChange }: MeansProps) {
  if (choices === null) {
    return (
      <Input
        aria-label={words.meaning}
        maxLength={100}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  const isKnown = choices.some((choice) => choice.value === value);
  return (
    <Select aria-label={words.meaning} value={value} onChange={(event) => onChange(event.target.value)}>
      {isKnown ? null : <option value={value}>{value}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </Select>
  );
}
