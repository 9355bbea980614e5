/**
 * 投诉建议: what somebody has to say against the work, to the district's supervisors, and what they answered. It goes into
 * the outbox like any other act.
 */
import { useState } from "react";
import { shortTime } from "../../state/format";
import { text } from "../../text";
import { words } from "../../text/grievances";
import type { Grievance } from "../../wire/grievances";
import { usePhone } from "../context";
import { GRIEVANCE, NO_TICKET, useDraft } from "../keep/drafts";
import { type Grieved, grievanceOf } from "../keep/making";
import { useAsked } from "../parts/asked";
import { Banner, Bar } from "../parts/Bar";
import { WhomToCall } from "../parts/Centers";
import { Grieve } from "../parts/Grieve";
import type { GrievanceAct } from "../rules/acts";
import { statusOf } from "../rules/outbox";

export function GrievanceScreen() {
  const { view } = usePhone();
  const [said, setSaid] = useState(0);
  const waiting = view.acts.filter((act) => act.kind === "grievance");
  return (
    <div className="phone" data-screen="grievance">
      <Bar title={words.title} />
      <Banner />
      <main className="scroll form">
        {said > 0 ? (
          <p className="note" role="status">
            {waiting.length > 0 ? words.kept : words.sent}
          </p>
        ) : null}
        <Say key={`say${said}`} onKept={() => setSaid(said + 1)} />
        <Said key={`said${waiting.length}`} waiting={waiting} />
        <WhomToCall />
      </main>
    </div>
  );
}

function Say({ onKept }: { onKept: () => void }) {
  const { session, me } = usePhone();
  const draft = useDraft(session.database, me.person.id, NO_TICKET, GRIEVANCE);
  async function keep(said: Grieved): Promise<boolean> {
    try {
      await session.act(grievanceOf(said, me.person.id, words.title, session.now()));
    } catch {
      return false;
    }
    await draft.clear();
    onKept();
    return true;
  }
  return <Grieve values={draft.values} change={draft.change} keep={keep} answered={words.answerHere} />;
}

/** What is on its way, then what has arrived, with the answers. */
function Said({ waiting }: { waiting: readonly GrievanceAct[] }) {
  const { session } = usePhone();
  const found = useAsked(session.ownGrievances);
  if (waiting.length === 0 && !found.error && !found.data?.length) return null;
  return (
    <section className="part">
      <h2 className="part-title">{words.own}</h2>
      <ul className="list">
        {waiting.map((act) => (
          <OnItsWay key={act.operation} act={act} />
        ))}
        {found.data?.map((each) => (
          <One key={each.id} grievance={each} />
        ))}
      </ul>
      {found.error ? <p className="quiet">{words.ownLater}</p> : null}
    </section>
  );
}

function OnItsWay({ act }: { act: GrievanceAct }) {
  const { now, view } = usePhone();
  const status = statusOf(act, view.acts, view.sending);
  const about = [shortTime(act.done_at, now), act.named ? "" : words.named.no, text.phone.act[status]];
  return (
    <li className="card" data-waiting={act.operation} data-status={status}>
      <p className="words">{act.words}</p>
      <span className="card-line">{about.filter(Boolean).join(text.dot)}</span>
    </li>
  );
}

function One({ grievance }: { grievance: Grievance }) {
  const { now } = usePhone();
  const { said_at, named, answer, answered_at, answered_by } = grievance;
  const about = [shortTime(said_at, now), named ? "" : words.named.no, answer ? "" : words.waits];
  return (
    <li className="card" data-grievance={grievance.id}>
      <p className="words">{grievance.words}</p>
      <span className="card-line">{about.filter(Boolean).join(text.dot)}</span>
      {answer ? (
        <p data-answer>
          <strong>{words.answered(answered_by ?? "")}</strong> {answer}
          <span className="card-line">{answered_at ? shortTime(answered_at, now) : null}</span>
        </p>
      ) : null}
    </li>
  );
}
