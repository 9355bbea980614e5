/** The ticket of a link: what, until when, where; a big 收到 first, then what the handler does. */
import { type ReactNode, useState } from "react";
import { Clamped } from "../look/Clamped";
import { Picture } from "../look/Picture";
import { Shape, severityClass } from "../look/Shape";
import { newOperation } from "../phone/keep/operation";
import { dueOf } from "../phone/parts/due";
import { asksSignoff, buttonsOf } from "../phone/rules/buttons";
import { picturesOf } from "../phone/rules/evidence";
import { text } from "../text";
import { labelOf } from "../text/labels";
import { words } from "../text/link";
import { api } from "../wire/api";
import { asProblem } from "../wire/problem";
import type { Allowed, FieldValue, TicketDetail } from "../wire/types";
import { CallerCall } from "./CallerCall";
import { isAskable, LinkForm } from "./LinkForm";
import type { Standing } from "./LinkPage";
import { pictureOf } from "./meant";
import { PhotoButton } from "./PhotoButton";

interface Props {
  standing: Standing;
  detail: TicketDetail;
  renew(): Promise<void>;
}

/** Gives commands of this ticket; what came of it is said above the buttons. */
function useGiving({ standing, detail, renew }: Props) {
  const [said, setSaid] = useState("");
  const [busy, setBusy] = useState(false);
  async function give(command: Allowed, fields: Record<string, FieldValue>): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    try {
      const operation = newOperation();
      await api.command(detail.row.id, command.command, { operation, fields, person: standing.person });
      setSaid(words.sent(labelOf(command)));
      await renew();
      return true;
    } catch (error) {
      const problem = asProblem(error);
      setSaid(problem.isOffline ? words.offline : (problem.body.detail ?? text.act.failed));
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { said, setSaid, busy, give };
}

export function LinkedTicket(props: Props) {
  const { standing, detail, renew } = props;
  const giving = useGiving(props);
  const [asked, setAsked] = useState<Allowed | null>(null);
  const allowed = detail.allowed as Allowed[];
  const open = asked ? (allowed.find((each) => each.command === asked.command) ?? null) : null;
  if (open)
    return (
      <LinkForm
        ticket={detail.row.id}
        command={open}
        title={detail.row.title}
        give={giving.give}
        close={() => setAsked(null)}
      />
    );
  return (
    <div className="phone" data-screen="link" data-ticket={detail.row.id} data-state={detail.row.state}>
      <header className="bar">
        <h1 className="bar-title">{words.title}</h1>
        <span className="bar-end quiet">{standing.person_name}</span>
      </header>
      <main className="scroll ticket">
        <Head detail={detail} />
        <section className="part" data-part="words">
          <h2 className="part-title">{text.phone.words}</h2>
          <Clamped className="words" words={detail.content} />
        </section>
        <Photos detail={detail} />
        <Center standing={standing} />
      </main>
      <Bottom
        {...{ detail, allowed, renew, said: giving.said, say: giving.setSaid, busy: giving.busy }}
        onPress={(command) => {
          if (command.fields.length === 0 && !asksSignoff({ head: command })) void giving.give(command, {});
          else setAsked(command);
        }}
      />
    </div>
  );
}

function Head({ detail }: { detail: TicketDetail }) {
  const { row } = detail;
  const due = dueOf(row, Date.now());
  const urgency = text.phone.urgent[row.urgency];
  return (
    <section className="head">
      <h1 className="title">{row.title}</h1>
      <p className={`due ${severityClass(due.severity)}`} data-severity={due.severity}>
        <Shape severity={due.severity} /> {due.words} <span className="due-what">{due.what}</span>
      </p>
      {urgency ? (
        <p className="marks">
          <span className="mark">{urgency}</span>
        </p>
      ) : null}
      <p className="place">{row.address.trim() || text.phone.noPlace}</p>
      <p className="quiet">
        {row.number}
        {text.dot}
        {words.waiting(text.state[row.state])}
      </p>
    </section>
  );
}

function Photos({ detail }: { detail: TicketDetail }) {
  const pictures = picturesOf(detail.evidence);
  if (pictures.length === 0) return null;
  return (
    <section className="part" data-part="photos">
      <ul className="photos">
        {pictures.map((each) => (
          <li key={each.id} className="photo">
            <Picture
              url={pictureOf(each.url)}
              alt={text.phone.evidence}
              width={each.width}
              height={each.height}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Center({ standing }: { standing: Standing }) {
  const { center_name, center_phone } = standing;
  return (
    <p className="part">
      {center_phone ? (
        <a href={`tel:${center_phone}`}>{words.call(center_name)}</a>
      ) : (
        words.noPhone(center_name)
      )}
    </p>
  );
}

interface BottomProps {
  detail: TicketDetail;
  allowed: readonly Allowed[];
  said: string;
  busy: boolean;
  say(words: string): void;
  renew(): Promise<void>;
  onPress(command: Allowed): void;
}

function Bottom({ detail, allowed, said, busy, say, renew, onPress }: BottomProps) {
  const [isMore, setMore] = useState(false);
  const buttons = buttonsOf(detail, allowed.filter(isAskable));
  const { head, finish, arrive, decline, others } = buttons;
  const button = (command: Allowed, className: string, name?: ReactNode) => (
    <button
      key={command.command}
      type="button"
      className={className}
      disabled={busy}
      data-command={command.command}
      onClick={() => onPress(command)}
    >
      {name ?? labelOf(command)}
    </button>
  );
  return (
    <footer className="bottom">
      <p className="said" role="status">
        {said}
      </p>
      {head
        ? button(head, "tall filled head-button", head.command === "accept" ? text.phone.accept : undefined)
        : null}
      <div className="grid">
        {buttons.call ? <CallerCall ticket={detail.row.id} say={say} /> : null}
        {arrive ? button(arrive, "tall") : null}
        {buttons.photo ? <PhotoButton ticket={detail.row.id} say={say} renew={renew} /> : null}
        {finish ? button(finish, head ? "tall" : "tall filled") : null}
      </div>
      <p className="bottom-links">
        {decline ? button(decline, "plain strong") : null}
        {others.length > 0 ? (
          <button type="button" className="plain" onClick={() => setMore(!isMore)}>
            {words.more}
          </button>
        ) : null}
      </p>
      {isMore ? (
        <div className="grid">
          {others.map((each) => button(each, "tall"))}
          <p className="quiet">{words.elsewhere}</p>
        </div>
      ) : null}
    </footer>
  );
}
