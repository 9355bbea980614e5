/** 投诉建议 from a link's page: into the same outbox; the answer is read by whoever signs in. */
import { GRIEVANCE, NO_TICKET } from "../phone/keep/drafts";
import { type Grieved, grievanceOf } from "../phone/keep/making";
import { Grieve } from "../phone/parts/Grieve";
import { words } from "../text/grievances";
import { words as linkWords } from "../text/link";
import { useLinkDraft } from "./draft";
import type { Standing } from "./opened";
import type { Outbox } from "./outbox";

interface Props {
  standing: Standing;
  outbox: Outbox;
  now: number;
  /** It is written, or left for now. */
  close(isKept: boolean): void;
}

export function LinkGrievance({ standing, outbox, now, close }: Props) {
  const draft = useLinkDraft(NO_TICKET, GRIEVANCE);
  async function keep(said: Grieved): Promise<boolean> {
    const isKept = await outbox.add(grievanceOf(said, standing.person, words.title, now));
    if (!isKept) return false;
    draft.clear();
    close(true);
    return true;
  }
  return (
    <div className="phone" data-screen="grievance">
      <header className="bar">
        <button type="button" className="bar-back" onClick={() => close(false)} data-command="back">
          <span aria-hidden="true">‹</span>
          <span className="bar-back-words">{linkWords.back}</span>
        </button>
      </header>
      <main className="scroll form">
        <h1 className="title">{words.title}</h1>
        <p className="quiet">{words.lead}</p>
        <Grieve values={draft.values} change={draft.change} keep={keep} answered={words.answerSignedIn} />
      </main>
    </div>
  );
}

interface ComplainProps {
  /** Said a moment ago. */
  isSaid: boolean;
  outbox: Outbox;
  open(): void;
}

/** At the end of the ticket: whom to tell what is not right. */
export function Complain({ isSaid, outbox, open }: ComplainProps) {
  const waits = outbox.acts.some(({ kind }) => kind === "grievance");
  return (
    <section className="part" data-part="complain">
      {isSaid ? (
        <p className="note" role="status">
          {waits ? words.kept : words.sentFromLink}
        </p>
      ) : null}
      <button type="button" className="plain" onClick={open} data-command="grievance">
        {words.open}
      </button>
    </section>
  );
}
