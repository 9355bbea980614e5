/** Which kind of areas somebody means. */
import { words } from "../../text/admin";
import type { Level } from "../../wire/administration";

/** Areas that hold each other, from the largest: police grids lie beside. */
export const NESTED: readonly Level[] = ["town", "village", "cell"];

interface Props {
  label: string;
  levels: readonly Level[];
  level: Level;
  onChange: (level: Level) => void;
}

export function Levels({ label, levels, level, onChange }: Props) {
  return (
    <div className="segments" role="group" aria-label={label}>
      {levels.map((each) => (
        <button
          key={each}
          type="button"
          className="segment"
          aria-pressed={each === level}
          data-level={each}
          onClick={() => onChange(each)}
        >
          {words.boundaries.levels[each]}
        </button>
      ))}
    </div>
  );
}
