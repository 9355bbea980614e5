/** 待发送: what was done and is still on the phone, in order; what was not accepted, why, and what to do. */
import { Face } from "../../look/Failure";
import { dayTime } from "../../state/format";
import { text } from "../../text";
import { usePhone } from "../context";
import { Banner, Bar } from "../parts/Bar";
import { Refused } from "../parts/Refusal";
import { type Act, isYetToBe } from "../rules/acts";
import { nextToSend } from "../rules/outbox";
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
              {decidedFirst(view.acts).map((act) => (
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

/** What waits for a decision stands before what only waits for the network. */
function decidedFirst(acts: readonly Act[]): Act[] {
  return [...acts.filter((act) => act.refused), ...acts.filter((act) => !act.refused)];
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
