/**
 * 投诉建议: what somebody has to say against the work, to the district's supervisors, and what they answered. Needs the
 * network; the words stay on the phone until they are taken.
 */
import { type FormEvent, useState } from "react";
import { Face } from "../../look/Failure";
import { shortTime } from "../../state/format";
import { text } from "../../text";
import { words } from "../../text/grievances";
import { type Grievance, grievancesApi } from "../../wire/grievances";
import { asProblem } from "../../wire/problem";
import { usePhone } from "../context";
import { NO_TICKET, useDraft } from "../keep/drafts";
import { newOperation } from "../keep/operation";
import { useAsked } from "../parts/asked";
import { Banner, Bar } from "../parts/Bar";
import { WhomToCall } from "../parts/Centers";

const LONGEST = 2_000;
const NAMED = [true, false] as const;

export function GrievanceScreen() {
  const [sent, setSent] = useState(0);
  return (
    <div className="phone" data-screen="grievance">
      <Bar title={words.title} />
      <Banner />
      <main className="scroll form">
        <Say key={`say${sent}`} isThanked={sent > 0} onSent={() => setSent(sent + 1)} />
        <Said key={`said${sent}`} />
        <WhomToCall />
      </main>
    </div>
  );
}

/** The words under one id for as long as they stay the same: sent twice, they are said once. */
function useGrievance() {
  const { session, me } = usePhone();
  const draft = useDraft(session.database, me.person.id, NO_TICKET, "grievance");
  const said = String(draft.values.words ?? "");
  const isNamed = draft.values.named !== "no";
  return {
    said,
    isNamed,
    write: (next: string) => draft.change({ named: isNamed ? "yes" : "no", words: next }),
    name: (named: boolean) => draft.change({ named: named ? "yes" : "no", words: said }),
    async send(): Promise<void> {
      const id = String(draft.values.id ?? newOperation());
      draft.change({ ...draft.values, id });
      await grievancesApi.say({ id, words: said.trim(), named: isNamed });
      await draft.clear();
    },
  };
}

function Say({ isThanked, onSent }: { isThanked: boolean; onSent: () => void }) {
  const { said, isNamed, write, name, send } = useGrievance();
  const [problem, setProblem] = useState("");
  const [isSending, setSending] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setSending(true);
    try {
      await send();
      onSent();
    } catch (error) {
      const refused = asProblem(error);
      setProblem(refused.isOffline ? words.offline : refused.message);
      setSending(false);
    }
  }
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      {isThanked ? <p role="status">{words.sent}</p> : null}
      <label className="question">
        <span className="part-title">{words.what}</span>
        <textarea
          className="answer-input"
          name="words"
          rows={4}
          maxLength={LONGEST}
          placeholder={words.hint}
          value={said}
          onChange={(event) => write(event.target.value)}
        />
      </label>
      <div className="choices" role="radiogroup" aria-label={words.named.label}>
        {NAMED.map((named) => (
          <button
            key={String(named)}
            type="button"
            role="radio"
            aria-checked={isNamed === named}
            className={isNamed === named ? "tall chosen" : "tall"}
            data-named={named}
            onClick={() => name(named)}
          >
            {named ? words.named.yes : words.named.no}
          </button>
        ))}
      </div>
      <p className="quiet">{isNamed ? words.named.yesHint : words.named.noHint}</p>
      <p className="problem" role="alert">
        {problem}
      </p>
      <button
        type="submit"
        className="tall filled"
        data-command="say_grievance"
        disabled={isSending || said.trim() === ""}
      >
        {words.send}
      </button>
    </form>
  );
}

function Said() {
  const found = useAsked(grievancesApi.own);
  if (found.error) return <Face title={text.phone.unreachable} />;
  if (!found.data?.length) return null;
  return (
    <section className="part">
      <h2 className="part-title">{words.own}</h2>
      <ul className="list">
        {found.data.map((each) => (
          <One key={each.id} grievance={each} />
        ))}
      </ul>
    </section>
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
