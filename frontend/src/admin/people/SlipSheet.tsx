/** Slips on paper: ten a sheet, unit by unit, to be cut apart; printed at once and gone from the page again. */
import { useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { QrCode } from "../../print/QrCode";
import { text } from "../../text";
import { words } from "../../text/peopleList";
import type { Slip } from "../../wire/telling";
import { useAdmin } from "../context";
import { moment } from "../parts/moments";
import { byUnit } from "./slipParts";

export function SlipSheet({ slips, onDone }: { slips: readonly Slip[]; onDone: () => void }) {
  const { me } = useAdmin();
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    const end = () => done.current();
    window.addEventListener("afterprint", end, { once: true });
    window.print();
    return () => window.removeEventListener("afterprint", end);
  }, []);
  const who = [me.person.name, me.memberships[0]?.unit_name].filter(Boolean).join(" ");
  return createPortal(
    <article className="slip-sheet" data-slips={slips.length}>
      {byUnit(slips).map((unit) => (
        <section key={unit.id}>
          <h2>{words.unitOf(unit.name, unit.people.length)}</h2>
          <div className="slip-grid">
            {unit.people.map((slip) => (
              <OneSlip key={slip.id} slip={slip} />
            ))}
          </div>
        </section>
      ))}
      <p className="slip-mark">{words.footer(who, moment(new Date().toISOString()))}</p>
    </article>,
    document.body,
  );
}

function OneSlip({ slip }: { slip: Slip }) {
  return (
    <div className="slip" data-slip={slip.id}>
      <p className="slip-head">
        <strong>{slip.name}</strong>
        <span>{[slip.unit_name, slip.post].filter(Boolean).join(text.dot)}</span>
      </p>
      <QrCode modules={slip.code} label={words.scan} />
      <dl>
        <dt>{words.address}</dt>
        <dd>{slip.address}</dd>
        <dt>{words.username}</dt>
        <dd className="slip-code">{slip.username}</dd>
        <dt>{words.password}</dt>
        <dd className="slip-code">{slip.password}</dd>
        <dt>{words.lastDay}</dt>
        <dd data-last-day={slip.last_day}>{words.until(slip.last_day)}</dd>
      </dl>
      <ol>
        {words.how.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </div>
  );
}
