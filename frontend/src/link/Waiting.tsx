/** What was done and has not arrived yet: kept, on its way, or not accepted and why. Says the truth about each. */
import type { Act } from "../phone/rules/acts";
import { helpOf, matters } from "../phone/rules/outbox";
import { standingOf } from "../phone/rules/standing";
import { text } from "../text";
import { words } from "../text/link";
import { draftAgain } from "./draft";
import type { Standing } from "./opened";
import type { Outbox } from "./outbox";

interface Props {
  outbox: Outbox;
  standing: Standing;
}

/** One sentence about all of it, for where the buttons are; empty where there is nothing to say. */
export function told({ acts, sending, isSafe }: Outbox, isReached: boolean): string {
  if (acts.some(({ refused }) => refused))
    return words.refused(matters(acts.filter(({ refused }) => refused)));
  if (acts.length === 0) return isReached ? "" : words.unreached;
  if (sending !== null && isReached) return words.sending;
  const waits = isReached && navigator.onLine ? words.keptSoon : words.kept;
  return isSafe ? waits : [waits, words.stay].join("");
}

export function Waiting({ outbox, standing }: Props) {
  const { acts } = outbox;
  if (acts.length === 0) return null;
  return (
    <ul className="acts" data-part="waiting">
      {acts.map((act) => (
        <Line key={act.operation} act={act} outbox={outbox} standing={standing} />
      ))}
    </ul>
  );
}

function Line({ act, outbox, standing }: { act: Act; outbox: Outbox; standing: Standing }) {
  const found = standingOf(act, outbox.acts, outbox.sending);
  return (
    <li className="act" data-outbox-act={act.operation} data-status={found.status}>
      <p className="act-line">
        <strong>{act.label}</strong>
        <span className={`mark${found.status === "refused" ? " mark-refused" : ""}`}>{found.words}</span>
      </p>
      {act.refused ? <Refused act={act} refusal={act.refused} outbox={outbox} standing={standing} /> : null}
    </li>
  );
}

/** Back into its form, with all that was filled in. */
export function takeBack(act: Act, { decide }: Outbox): void {
  if (act.kind === "command") draftAgain(act.ticket, act.command, act.fields);
  decide(act, "drop");
}

interface RefusedProps {
  act: Act;
  refusal: NonNullable<Act["refused"]>;
  outbox: Outbox;
  standing: Standing;
}

/** The service's own words, what to do about them, and the two ways on. */
function Refused({ act, refusal, outbox, standing }: RefusedProps) {
  const help = helpOf(act);
  const { center_name, center_phone } = standing;
  return (
    <div className="refused" role="alert" data-refusal={refusal.status}>
      <p className="refused-words">{help === "lost" ? text.phone.lost : refusal.detail}</p>
      <p className="quiet">{text.phone.refusedHelp[help]}</p>
      <div className="pair">
        {help === "photo" ? (
          <button
            type="button"
            className="tall filled"
            onClick={() => takeBack(act, outbox)}
            data-command="mend"
          >
            {text.phone.mend}
          </button>
        ) : (
          <button
            type="button"
            className="tall"
            onClick={() => outbox.decide(act, "again")}
            data-command="again"
          >
            {text.phone.sendAgain}
          </button>
        )}
        <button type="button" className="tall" onClick={() => outbox.decide(act, "drop")} data-command="drop">
          {text.phone.remove}
        </button>
      </div>
      {(help !== "lost" && help !== "state") || !center_phone ? null : (
        <a className="plain" href={`tel:${center_phone}`}>
          {words.call(center_name)}
        </a>
      )}
    </div>
  );
}
