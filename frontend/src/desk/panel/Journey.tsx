/** What happened, in order: when, what, who, and the words that went with it. */
import { shortTime } from "../../state/format";
import { text } from "../../text";
import { shortName } from "../../text/unitNames";
import type { JourneyStep, TicketDetail, TicketRow } from "../../wire/types";
import { useDesk } from "../context";
import { Section } from "./Section";
import { stepTitle, stepWords } from "./steps";

interface StepProps {
  step: JourneyStep;
  place: TicketRow;
  last: boolean;
  now: number;
}

function Step({ step, place, last, now }: StepProps) {
  const who = [shortName(step.unit_name ?? ""), step.actor_name ?? step.actor].filter(Boolean).join(" ");
  const { names } = useDesk();
  const words = stepWords(step, names, place);
  return (
    <li className={last ? "step last" : "step"}>
      <time dateTime={step.at}>{shortTime(step.at, now)}</time>
      <span className="step-dot" aria-hidden="true" />
      <span>
        <strong>{stepTitle(step)}</strong>
        {who ? `${text.dot}${who}` : ""}
        {words ? <span className="step-words">{words}</span> : null}
      </span>
    </li>
  );
}

export function Journey({ detail }: { detail: TicketDetail }) {
  const { now } = useDesk();
  if (detail.journey.length === 0) return null;
  return (
    <Section title={text.ticket.journey} name="journey">
      <ol className="journey">
        {detail.journey.map((step, index) => (
          <Step
            key={step.version}
            step={step}
            place={detail.row}
            last={index === detail.journey.length - 1}
            now={now}
          />
        ))}
      </ol>
    </Section>
  );
}
