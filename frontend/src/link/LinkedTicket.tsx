/** The ticket of a link: what, until when, where; a big 收到 first, then what the handler does. */
import { useState } from "react";
import { Clamped } from "../look/Clamped";
import { Picture } from "../look/Picture";
import { GRIEVANCE, useVoiceDraft } from "../phone/keep/drafts";
import { DueLine } from "../phone/parts/DueLine";
import { dueOf } from "../phone/parts/due";
import { WaitingPhoto } from "../phone/parts/WaitingPhoto";
import { asksSignoff } from "../phone/rules/buttons";
import { toMend } from "../phone/rules/outbox";
import { assignedWords, sentBackWords } from "../phone/rules/spoken";
import { picturesOf } from "../state/evidence";
import { text } from "../text";
import { words } from "../text/link";
import { useGiving } from "./giving";
import { LinkBottom } from "./LinkBottom";
import { LinkForm } from "./LinkForm";
import { Complain, LinkGrievance } from "./LinkGrievance";
import { pictureOf } from "./meant";
import { Navigate } from "./Navigate";
import type { Opened, Standing } from "./opened";
import { type Outbox, useOutbox } from "./outbox";
import { LinkVoices, useSpeaking } from "./speaking";
import { type LinkView, useLinkView } from "./ticket";
import { takeBack, told, Waiting } from "./Waiting";

interface Props {
  opened: Opened;
  renew(): Promise<void>;
  /** Whether the last question was answered. */
  isReached: boolean;
}

export function LinkedTicket({ opened, renew, isReached }: Props) {
  const outbox = useOutbox(opened.standing, renew);
  if (!outbox) return null;
  return <Kept {...{ opened, outbox, isReached }} />;
}

function Kept({ opened, outbox, isReached }: { opened: Opened; outbox: Outbox; isReached: boolean }) {
  const { standing } = opened;
  const view = useLinkView(opened, outbox.acts);
  const giving = useGiving(opened, view, outbox);
  const draft = useVoiceDraft(outbox.keeper, standing.person, standing.ticket);
  const speaking = useSpeaking({ draft, giving, outbox, view, offset: opened.offset });
  const [asked, setAsked] = useState<string | null>(null);
  const [isGrieved, setGrieved] = useState(false);
  const open = view.allowed.find((each) => each.command === asked);
  const ask = (command: string) => {
    const refused = toMend(outbox.acts, command);
    if (refused) takeBack(refused, outbox);
    setAsked(command);
  };
  if (asked === GRIEVANCE) {
    const close = (isKept: boolean) => {
      setAsked(null);
      setGrieved(isGrieved || isKept);
    };
    return <LinkGrievance {...{ standing, outbox, close }} now={Date.now() + opened.offset} />;
  }
  if (open) return <LinkForm {...{ view, giving, speaking }} command={open} close={() => setAsked(null)} />;
  return (
    <div
      className="phone"
      data-screen="link"
      data-ticket={view.row.id}
      data-state={view.row.state}
      data-waiting={outbox.acts.length}
    >
      <header className="bar">
        <h1 className="bar-title">{words.title}</h1>
        <span className="bar-end whose quiet">{standing.person_name}</span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by a keyboard too. */}
      <main className="scroll ticket" tabIndex={0}>
        <Head view={view} now={Date.now() + opened.offset} />
        <Waiting outbox={outbox} standing={standing} />
        <section className="part" data-part="words">
          <h2 className="part-title">{text.phone.words}</h2>
          <Clamped className="words" words={view.detail.content} />
        </section>
        <Navigate row={view.row} />
        <Photos view={view} />
        <LinkVoices speaking={speaking} />
        <Center standing={standing} />
        <Complain isSaid={isGrieved} outbox={outbox} open={() => setAsked(GRIEVANCE)} />
      </main>
      <LinkBottom
        {...{ view, giving, outbox }}
        said={giving.said || told(outbox, isReached)}
        onPress={(command) => {
          if (command.fields.length === 0 && !asksSignoff({ head: command })) void giving.give(command, {});
          else ask(command.command);
        }}
      />
    </div>
  );
}

function Head({ view: { row, detail }, now }: { view: LinkView; now: number }) {
  const due = dueOf(row, now);
  const urgency = text.phone.urgent[row.urgency];
  const back = row.state === "in_progress" ? sentBackWords(detail) : null;
  return (
    <section className="head">
      <h1 className="title">{row.title}</h1>
      <DueLine due={due} />
      {urgency ? (
        <p className="marks">
          <span className="mark">{urgency}</span>
        </p>
      ) : null}
      <p className="place">{row.address.trim() || detail.cell?.name || text.phone.noPlace}</p>
      <p>{assignedWords(detail)}</p>
      {back ? <p className="note">{back}</p> : null}
      <p className="quiet">
        {row.number}
        {text.dot}
        {words.waiting(text.state[row.state])}
      </p>
    </section>
  );
}

function Photos({ view: { detail, acts } }: { view: LinkView }) {
  const pictures = picturesOf(detail.evidence);
  const waiting = acts.filter((act) => act.kind === "photo");
  if (pictures.length + waiting.length === 0) return null;
  return (
    <section className="part" data-part="photos" data-photos={pictures.length + waiting.length}>
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
        {waiting.map((act) => (
          <WaitingPhoto key={act.operation} act={act} />
        ))}
      </ul>
    </section>
  );
}

function Center({ standing }: { standing: Standing }) {
  const { center_name, center_phone } = standing;
  if (!center_phone) return <p className="part">{words.noPhone(center_name)}</p>;
  return (
    <a className="tall" href={`tel:${center_phone}`} data-command="call_center">
      {words.call(center_name)}
    </a>
  );
}
