/** 经过: the last steps, all of them on request. */
import { useState } from "react";
import { dayTime } from "../../state/format";
import { text, word } from "../../text";
import type { JourneyStep } from "../../wire/types";
import { usePhone } from "../context";
import { spokenOf } from "../rules/spoken";

const SHORT = 3;

function Step({ step }: { step: JourneyStep }) {
  const { now } = usePhone();
  const who = [step.unit_name, step.actor_name ?? step.actor].filter(Boolean).join(" ");
  const words = spokenOf(step);
  return (
    <li className="step" data-event={step.event}>
      <p>
        <strong>{word(text.event, step.event)}</strong>{" "}
        <time dateTime={step.done_at ?? step.at}>{dayTime(step.done_at ?? step.at, now)}</time>
      </p>
      {words ? <p>{words}</p> : null}
      <p className="quiet">{who}</p>
    </li>
  );
}

export function Journey({ steps }: { steps: readonly JourneyStep[] }) {
  const [isWhole, setWhole] = useState(false);
  if (steps.length === 0) return null;
  const shown = isWhole ? steps : steps.slice(-SHORT);
  return (
    <section className="part" data-part="journey">
      <h2 className="part-title">{text.phone.history}</h2>
      <ol className="steps">
        {[...shown].reverse().map((step) => (
          <Step key={step.version} step={step} />
        ))}
      </ol>
      {shown.length < steps.length ? (
        <button type="button" className="plain" onClick={() => setWhole(true)}>
          {text.phone.historyAll(steps.length)}
        </button>
      ) : null}
    </section>
  );
}
