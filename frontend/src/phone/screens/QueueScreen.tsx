/** 待发送: what was done and is still on the phone, in order; what was not accepted, why, and what to do. */
import { useState } from "react";
import { Face } from "../../look/Failure";
import { dayTime } from "../../state/format";
import { text } from "../../text";
import { usePhone } from "../context";
import { Banner, Bar } from "../parts/Bar";
import { CallCenter } from "../parts/Centers";
import { type Act, isCommand, isYetToBe } from "../rules/acts";
import { helpOf, nextToSend } from "../rules/outbox";
import { standingOf } from "../rules/standing";

export function QueueScreen() {
  const { view, session, me } = usePhone();
  return (
    <div className="phone" data-screen="queue">
      <Bar title={text.phone.queueTitle} />
      {view.isOnline ? null : <Banner />}
      <main className="scroll">
        {view.acts.length === 0 ? (
          <Face title={text.phone.queueEmpty} hint={text.phone.queueEmptyHint} />
        ) : (
          <div className="form">
            <ol className="queue">
              {view.acts.map((act) => (
                <Waiting key={act.operation} act={act} />
              ))}
            </ol>
            {nextToSend(view.acts, me.person.id) && view.isOnline ? (
              <button
                type="button"
                className="tall"
                onClick={() => session.sendNow()}
                data-command="send_now"
              >
                {text.phone.sendNow}
              </button>
            ) : null}
          </div>
        )}
        {view.summary.others > 0 ? (
          <p className="note">{text.phone.othersQueue(view.summary.others)}</p>
        ) : null}
      </main>
    </div>
  );
}

function Waiting({ act }: { act: Act }) {
  const { view, now, go } = usePhone();
  const { status, words } = standingOf(act, view.acts, view.sending);
  return (
    <li className="queue-act" data-outbox-act={act.operation} data-status={status} data-ticket={act.ticket}>
      <p className="queue-head">
        <strong>{act.label}</strong>
        <span className={`mark${status === "refused" ? " mark-refused" : ""}`}>{words}</span>
      </p>
      {isYetToBe(act.ticket) ? (
        <p className="queue-title">{act.title}</p>
      ) : (
        <button
          type="button"
          className="queue-title"
          onClick={() => go({ ticket: act.ticket, page: null })}
          data-command="open"
        >
          {act.title} <span aria-hidden="true">›</span>
        </button>
      )}
      <p className="quiet">{text.phone.doneAt(dayTime(act.done_at, now))}</p>
      {status === "held" ? <p className="quiet">{text.phone.heldHelp}</p> : null}
      {act.refused ? <Refused act={act} /> : null}
    </li>
  );
}

/** Taken back with all that was filled in, to where a photo can be added to it. */
function Mend({ act }: { act: Act }) {
  const { session, go } = usePhone();
  const [problem, setProblem] = useState("");
  const page = isCommand(act, "answer") ? "answer" : null;
  const mend = () =>
    session.decide(act, "mend").then(
      () => go({ ticket: act.ticket, page }),
      () => setProblem(text.phone.phoneFull),
    );
  return (
    <>
      <button type="button" className="tall filled" onClick={() => void mend()} data-command="mend">
        {text.phone.mend}
      </button>
      {problem ? <p className="problem">{problem}</p> : null}
    </>
  );
}

/** The service's own words, what to do about them, and the two ways on. Also shown on the ticket itself. */
export function Refused({ act }: { act: Act }) {
  const { session } = usePhone();
  if (!act.refused) return null;
  const help = helpOf(act);
  return (
    <div className="refused" role="alert" data-refusal={act.refused.status}>
      <p className="refused-words">{help === "lost" ? text.phone.lost : act.refused.detail}</p>
      <p className="quiet">{text.phone.refusedHelp[help]}</p>
      <div className="pair">
        {help === "photo" ? (
          <Mend act={act} />
        ) : (
          <button
            type="button"
            className="tall"
            onClick={() => void session.decide(act, "again")}
            data-command="again"
          >
            {text.phone.sendAgain}
          </button>
        )}
        <button
          type="button"
          className="tall"
          onClick={() => void session.decide(act, "drop")}
          data-command="drop"
        >
          {text.phone.remove}
        </button>
      </div>
      {help === "lost" || help === "state" ? <CallCenter className="plain" /> : null}
    </div>
  );
}
