/** A hand-over on paper, A4: printed at once, and gone from the page again. */
import { useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { shortTime } from "../../state/format";
import { words } from "../../text/telling";
import type { Handover } from "../../wire/telling";
import { countOf, noteOf, PARTS } from "./items";

export function HandoverSheet({ handover, onDone }: { handover: Handover; onDone: () => void }) {
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    const end = () => done.current();
    window.addEventListener("afterprint", end, { once: true });
    window.print();
    return () => window.removeEventListener("afterprint", end);
  }, []);
  const now = Date.parse(handover.at);
  const filled = PARTS.filter((part) => handover.items[part].length > 0);
  return createPortal(
    <article className="print-sheet">
      <h1>
        {handover.unit_name} {words.handover}
      </h1>
      <p>
        {shortTime(handover.at, 0)} {words.sound(handover.sound_heard)}
      </p>
      {filled.length === 0 ? <p>{words.itemsNone}</p> : null}
      {filled.map((part) => (
        <section key={part}>
          <h2>
            {words.items[part]} {countOf(handover.items, part)}
          </h2>
          <ol>
            {handover.items[part].map((each) => (
              <li key={each.id}>
                {each.number} {each.title} {noteOf(part, each.note, now)}
              </li>
            ))}
          </ol>
        </section>
      ))}
      <h2>{words.handoverNotes}</h2>
      <p>{handover.notes}</p>
      <p className="print-signs">{words.signedBy(handover.from_name, handover.to_name)}</p>
      {handover.confirmed_at ? <p>{words.confirmed(shortTime(handover.confirmed_at, now))}</p> : null}
    </article>,
    document.body,
  );
}
