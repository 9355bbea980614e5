/** The ticket's own page: what, until when, where, from whom; then what to press. */
import { useEffect, useRef, useState } from "react";
import { Clamped } from "../../look/Clamped";
import { dayTime } from "../../state/format";
import { text, word } from "../../text";
import type { TicketDetail, TicketRow } from "../../wire/types";
import { usePhone } from "../context";
import { draftedCommands, useVoiceDraft } from "../keep/drafts";
import type { Acting } from "../parts/acting";
import { Banner, Bar } from "../parts/Bar";
import { DueLine } from "../parts/DueLine";
import { dueOf, duesOf } from "../parts/due";
import { Heeded } from "../parts/Heeded";
import { Journey } from "../parts/Journey";
import { OwedParts, useOwedParts } from "../parts/OwedParts";
import { Photos } from "../parts/Photos";
import { ReadAloud } from "../parts/ReadAloud";
import { Refusal } from "../parts/Refusal";
import { isSaidHere, Said } from "../parts/Said";
import { isCommand } from "../rules/acts";
import { asksSignoff } from "../rules/buttons";
import { placeOf } from "../rules/place";
import { speechOf } from "../rules/speech";
import { assignedWords, sentBackWords } from "../rules/spoken";
import { standingOf } from "../rules/standing";
import { BottomBar } from "./BottomBar";
import type { TicketView } from "./ticket";

interface Props {
  ticket: TicketView;
  acting: Acting;
  isStale: boolean;
}

const HANDED_IN = new Set(["answered", "reviewed"]);

export function TicketPage({ ticket, acting, isStale }: Props) {
  const { detail, row, buttons } = ticket;
  const { now, session, me } = usePhone();
  const voice = useVoiceDraft(session.database, me.person.id, row.id);
  // What was refused comes first: nothing more of the ticket goes before it is decided.
  const isRefused = ticket.acts.some((act) => act.refused);
  const words = speechOf(detail, dueOf(row, now).words, assignedWords(detail));
  return (
    <div
      className="phone"
      data-screen="ticket"
      data-ticket={row.id}
      data-state={row.state}
      data-number={row.number}
    >
      <Bar title={text.phone.title}>
        <ReadAloud words={words} />
      </Bar>
      <Banner />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by a keyboard too. */}
      <main className="scroll ticket" tabIndex={0}>
        {isRefused ? <Acts ticket={ticket} /> : null}
        <Head ticket={ticket} />
        {isStale ? <p className="note">{text.phone.refreshFailed}</p> : null}
        {isRefused ? null : <Acts ticket={ticket} />}
        <Standing ticket={ticket} />
        <Reply ticket={ticket} />
        <Draft ticket={ticket} />
        <Arrival ticket={ticket} acting={acting} />
        <Said ticket={ticket} acting={acting} voice={voice} />
        <section className="part" data-part="words">
          <h2 className="part-title">{text.phone.words}</h2>
          <Clamped className="words" words={detail.content} />
        </section>
        <Photos evidence={detail.evidence} acts={ticket.acts} acting={acting} canAdd={buttons.photo} />
        <Limits ticket={ticket} />
        <Journey steps={detail.journey} />
      </main>
      <BottomBar ticket={ticket} acting={acting} />
    </div>
  );
}

function callerWords({ caller }: TicketDetail): string {
  if (!caller) return text.phone.noCaller;
  if (caller.confidential) return text.phone.callerConfidential;
  return text.phone.caller([caller.masked_name, caller.masked_phone].filter(Boolean).join(" "));
}

function Head({ ticket }: { ticket: TicketView }) {
  const { detail, row } = ticket;
  const { now, view } = usePhone();
  const due = dueOf(row, now);
  const urgency = text.phone.urgent[row.urgency];
  const owed = useOwedParts(ticket);
  return (
    <section className="head">
      <h1 className="title">{row.title}</h1>
      <OwedParts parts={owed} />
      {isOver(ticket) || owed.length > 0 ? null : <DueLine due={due} />}
      {urgency || row.urged > 0 || row.rework > 0 ? (
        <p className="marks">
          {urgency ? <span className="mark">{urgency}</span> : null}
          {row.urged > 0 ? <span className="mark">{text.phone.urgedTimes(row.urged)}</span> : null}
          {row.rework > 0 ? <span className="mark">{text.phone.reworked(row.rework)}</span> : null}
        </p>
      ) : null}
      <p className="place">{placeOf(row, view.directory)}</p>
      <p>{assignedWords(detail)}</p>
      <p className="quiet">{callerWords(detail)}</p>
    </section>
  );
}

/** Acts still on the phone, the newest last; a refused one with the service's words. Arrival and photos show theirs. */
function Acts({ ticket }: { ticket: TicketView }) {
  const { view } = usePhone();
  const commands = ticket.acts.filter(
    (act) => act.refused || (act.kind === "command" && act.command !== "arrive"),
  );
  if (commands.length === 0) return null;
  return (
    <ul className="acts">
      {commands.map((act) => {
        const { status, words } = standingOf(act, view.acts, view.sending);
        return (
          <li key={act.operation} className="act" data-outbox-act={act.operation} data-status={status}>
            <p className="act-line">
              <strong>{act.label}</strong>
              <span className={`mark${status === "refused" ? " mark-refused" : ""}`}>{words}</span>
            </p>
            <Refusal act={act} />
          </li>
        );
      })}
    </ul>
  );
}

/** What the ticket waits for when it is not this person's turn, and what the center said when it came back. */
function Standing({ ticket: { detail, row, buttons, pending } }: { ticket: TicketView }) {
  const back = row.state === "in_progress" ? sentBackWords(detail) : null;
  if (back) return <p className="note">{back}</p>;
  if (asksSignoff(buttons)) return <p className="note">{buttons.head?.why ?? text.phone.signoffAsked}</p>;
  if (buttons.head || buttons.finish) return null;
  const words = standingWords(row.state, pending.length > 0);
  const done = doneWords(detail);
  return (
    <div className="note" data-standing={row.state}>
      <p>{words}</p>
      {done ? <p className="quiet">{text.phone.answerGiven + text.colon + done}</p> : null}
    </div>
  );
}

function doneWords({ answer }: TicketDetail): string {
  return typeof answer?.done === "string" ? answer.done : "";
}

/** What the leader signs: the words the caller will read, and what they rest on. */
function Reply({ ticket: { detail, buttons } }: { ticket: TicketView }) {
  if (!asksSignoff(buttons)) return null;
  const how = detail.how_closed ? word(text.howClosed, detail.how_closed) : "";
  return (
    <>
      <Heeded answer={detail.answer} />
      <section className="part reply" data-part="reply">
        <h2 className="part-title">{[text.ticket.reply, how].filter(Boolean).join(text.dot)}</h2>
        <p className="words">{detail.reply}</p>
      </section>
      <section className="part" data-part="done">
        <h2 className="part-title">{text.phone.answerGiven}</h2>
        <p className="words">{doneWords(detail)}</p>
      </section>
    </>
  );
}

/** The deadlines behind the nearest one. */
function Limits({ ticket }: { ticket: TicketView }) {
  const { row } = ticket;
  const { now } = usePhone();
  const later = isOver(ticket) ? [] : duesOf(row, now).slice(1);
  if (later.length === 0) return null;
  return (
    <section className="part" data-part="limits">
      <h2 className="part-title">{text.phone.limits}</h2>
      {later.map((each) => (
        <DueLine key={each.what} due={each} className="due later" />
      ))}
    </section>
  );
}

/** Nobody waits for this person any more. */
function isOver({ row, buttons }: TicketView): boolean {
  return !buttons.head && (HANDED_IN.has(row.state) || row.state === "replied");
}

function standingWords(state: TicketRow["state"], waits: boolean): string {
  if (waits) return text.phone.submittedWaits;
  if (HANDED_IN.has(state)) return text.phone.submitted;
  return state === "replied" ? text.phone.finished : text.phone.nothing;
}

function Arrival({ ticket, acting }: { ticket: TicketView; acting: Acting }) {
  const { now } = usePhone();
  if (acting.far) return <FarOff far={acting.far} />;
  const { arrive } = ticket.buttons;
  const step = ticket.detail.journey.findLast((each) => each.command === "arrive");
  const waiting = ticket.pending.findLast((act) => isCommand(act, "arrive"));
  const at = waiting?.done_at ?? step?.done_at ?? step?.at;
  if (at) {
    return (
      <p className="arrived" data-arrived="">
        <span className="tick" aria-hidden="true" />
        <strong>{text.phone.arrived}</strong> {dayTime(at, now)}
        {waiting ? <span className="mark">{text.phone.waitingMark}</span> : null}
      </p>
    );
  }
  if (!arrive) return null;
  const isLocating = acting.busy === "position";
  return (
    <button
      type="button"
      className="tall outlined"
      disabled={isLocating}
      onClick={() => void acting.arrive(arrive)}
      data-command="arrive"
    >
      {isLocating ? text.phone.locating : text.phone.arrive}
    </button>
  );
}

/** Far from where the ticket says: why is asked, and never has to be said. */
function FarOff({ far }: { far: NonNullable<Acting["far"]> }) {
  const asked = useRef<HTMLElement>(null);
  // Newer browsers answer with a promise, which React would call when the question goes.
  useEffect(() => {
    asked.current?.scrollIntoView({ block: "start" });
  }, []);
  return (
    <section className="note" ref={asked} data-far={Math.round(far.metres)}>
      <p>{text.phone.far(far.metres)}</p>
      <div className="choices">
        {text.phone.farReasons.map((reason) => (
          <button
            key={reason}
            type="button"
            className="tall"
            onClick={() => void far.say(reason)}
            data-reason={reason}
          >
            {reason}
          </button>
        ))}
        <button type="button" className="plain" onClick={() => void far.say(null)} data-reason="">
          {text.phone.farNoReason}
        </button>
      </div>
    </section>
  );
}

/** A form that was left half-written, after the camera, a call or a killed page. */
function Draft({ ticket }: { ticket: TicketView }) {
  const { session, me, go } = usePhone();
  const [commands, setCommands] = useState<string[]>([]);
  const { id } = ticket.row;
  useEffect(() => {
    draftedCommands(session.database, me.person.id, id).then(setCommands, () => setCommands([]));
  }, [session, me.person.id, id]);
  // An answer's words stand on this page themselves.
  const open = ticket.allowed.find(({ command }) => commands.includes(command) && !isSaidHere(command));
  if (!open) return null;
  return (
    <button
      type="button"
      className="tall draft"
      onClick={() => go({ page: open.command })}
      data-draft={open.command}
    >
      {text.phone.draft}
    </button>
  );
}
