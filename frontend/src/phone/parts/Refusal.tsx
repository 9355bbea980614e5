/** A step that the service did not take: its own words and what to do about them, and the two ways on. */
import { useState } from "react";
import { text } from "../../text";
import { usePhone } from "../context";
import { type Act, isCommand } from "../rules/acts";
import { helpOf } from "../rules/outbox";
import { CallCenter } from "./Centers";

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

/** Why, and what to do about it. */
export function Refusal({ act }: { act: Act }) {
  if (!act.refused) return null;
  const help = helpOf(act);
  return (
    <div className="refused" role="alert" data-refusal={act.refused.status}>
      <p className="refused-words">{help === "lost" ? text.phone.lost : act.refused.detail}</p>
      <p className="quiet">{text.phone.refusedHelp[help]}</p>
      {help === "lost" || help === "state" ? <CallCenter className="plain" /> : null}
    </div>
  );
}

/** Once more, or not at all. On the ticket it stands within reach of the thumb. */
export function Deciding({ act }: { act: Act }) {
  const { session } = usePhone();
  return (
    <div className="pair">
      {helpOf(act) === "photo" ? (
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
  );
}

/** Both in one place, where there is no bar at the thumb. */
export function Refused({ act }: { act: Act }) {
  return (
    <>
      <Refusal act={act} />
      <Deciding act={act} />
    </>
  );
}
