/** In the desk's header: what does not work, since when it was told, and what to do. Nothing while all is well. */
import { useEffect, useRef, useState } from "react";
import { text } from "../text";
import { words } from "../text/health";
import { useLive } from "./context";
import { type Trouble, troublesOf } from "./health";
import "./health.css";

/** Spoken once when trouble begins, changes or ends; silent at first sight of a page that is well. */
function useSpoken(troubles: readonly Trouble[]): string {
  const said = troubles.map(({ name, isDown }) => `${name}${isDown ? "!" : ""}`).join();
  const [spoken, setSpoken] = useState("");
  const before = useRef("");
  const now = useRef(troubles);
  now.current = troubles;
  useEffect(() => {
    if (said === before.current) return;
    before.current = said;
    const told = now.current.map(({ detail }) => detail);
    setSpoken(
      told.length === 0 ? words.well : words.title(told.length) + text.colon + told.join(text.semicolon),
    );
  }, [said]);
  return spoken;
}

export function HealthChip() {
  const troubles = troublesOf(
    useLive((live) => live.health),
    useLive((live) => live.connection),
    useLive((live) => live.offset),
  );
  const spoken = useSpoken(troubles);
  const isDown = troubles.some((each) => each.isDown);
  return (
    <>
      <output className="visually-hidden" aria-live="polite" data-health-spoken>
        {spoken}
      </output>
      {troubles.length > 0 ? (
        <details className={`health${isDown ? " down" : ""}`} data-health={isDown ? "down" : "degraded"}>
          <summary className="button small">
            <span aria-hidden="true">{isDown ? "■" : "▲"}</span>{" "}
            {isDown ? words.down : words.title(troubles.length)}
          </summary>
          <ul className="health-list">
            {troubles.map(({ name, detail }) => (
              <li key={name} data-finding={name}>
                <strong>{words.names[name as keyof typeof words.names] ?? words.other}</strong>
                <span>{detail}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
