/** Where a link is over: what was written on this phone and did not arrive, to be read to the center. */
import { useEffect, useState } from "react";
import type { Act } from "../phone/rules/acts";
import { words } from "../text/link";
import { unsent } from "./outbox";

/** What was written in an act; choices are codes. */
function wordsOf(act: Act): string {
  if (act.kind === "grievance") return act.words;
  if (act.kind !== "command") return "";
  return Object.values(act.fields)
    .filter((each): each is string => typeof each === "string" && !/^[\w:.+-]*$/.test(each))
    .join(" ");
}

export function Unsent() {
  const [acts, setActs] = useState<readonly Act[]>([]);
  useEffect(() => void unsent().then(setActs, () => setActs([])), []);
  if (acts.length === 0) return null;
  return (
    <section className="queue unsent" data-unsent={acts.length}>
      <h2 className="part-title">{words.unsent}</h2>
      <ul className="acts">
        {acts.map((act) => (
          <li key={act.operation} className="act">
            <p>
              <strong>{act.label}</strong> {act.title}
            </p>
            <p className="words">{wordsOf(act)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
