/** What a wall shows beside its figures, and whether it is dark or light: the choices, told by their names. */
import { words as wall } from "../../text/wall";
import type { Shows, Theme } from "../../wire/wall";
import { Select } from "../parts/Fields";

const words = wall.page;

export interface Chosen {
  shows: Shows;
  theme: Theme;
}

export type Choice = keyof Chosen;

/** Every choice, what is meant where nobody chose first. */
const ALL: { readonly [K in Choice]: readonly Chosen[K][] } = {
  shows: ["now", "heat", "both"],
  theme: ["dark", "light"],
};

/** A choice's value by its name; undefined where no value is called so. */
export function sayChoice(choice: Choice, value: string): string | undefined {
  const names: Partial<Record<string, string>> = choice === "shows" ? words.showsWhat : words.themeWhat;
  return names[value];
}

interface Props<K extends Choice> {
  choice: K;
  value: Chosen[K];
  label: string;
  onChange: (value: Chosen[K]) => void;
}

export function ChoiceSelect<K extends Choice>({ choice, value, label, onChange }: Props<K>) {
  const all = ALL[choice];
  return (
    <Select
      name={choice}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(all.find((each) => each === event.target.value) ?? value)}
    >
      {all.map((each) => (
        <option key={each} value={each}>
          {sayChoice(choice, each)}
        </option>
      ))}
    </Select>
  );
}
