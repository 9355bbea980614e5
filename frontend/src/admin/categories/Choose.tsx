/** One of the categories, found by a few letters: by path, other name, code or pinyin initials. */
import { useId, useState } from "react";
import { words } from "../../text/categories";
import type { CategoryEntry } from "../../wire/categories";
import { Input } from "../parts/Fields";
import { useRefused } from "../parts/Form";
import { fits, standing } from "./themes";

/** More are not listed: a letter more finds them. */
const MOST = 60;

interface Props {
  name: string;
  label: string;
  categories: readonly CategoryEntry[];
  value: string;
  onChange: (code: string) => void;
  /** What choosing nothing is called; without it something has to be chosen. */
  none?: string;
}

export function Choose({ name, label, categories, value, onChange, none }: Props) {
  const [typed, setTyped] = useState("");
  const title = useId();
  const { marks, said } = useRefused({ name });
  const found = standing(categories).filter((each) => fits(each, typed));
  const listed = found.slice(0, MOST);
  return (
    <fieldset className="field choose" aria-labelledby={title} {...marks}>
      <span id={title} className="field-label">
        {label}
      </span>
      <Input
        name={`${name}-search`}
        aria-label={words.search}
        placeholder={words.search}
        maxLength={60}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="choose-list">
        {none === undefined ? null : (
          <Line name={name} value="" label={none} {...{ chosen: value, onChange }} />
        )}
        {listed.map((each) => (
          <Line
            key={each.code}
            name={name}
            value={each.code}
            label={each.path.replaceAll("/", " › ")}
            {...{ chosen: value, onChange }}
          />
        ))}
        {listed.length === 0 ? <p className="quiet">{words.none}</p> : null}
        {found.length > MOST ? <p className="quiet">{words.chooseMore(found.length - MOST)}</p> : null}
      </div>
      {said}
    </fieldset>
  );
}

interface LineProps {
  name: string;
  value: string;
  label: string;
  chosen: string;
  onChange: (code: string) => void;
}

function Line({ name, value, label, chosen, onChange }: LineProps) {
  return (
    <label className="check-line">
      <input
        type="radio"
        name={name}
        value={value}
        checked={chosen === value}
        onChange={() => onChange(value)}
      />
      {label}
    </label>
  );
}
