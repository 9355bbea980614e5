/** 打电话: a reason, then the number for a minute, then how it went. The number is never kept on the phone. */
import { useEffect, useState } from "react";
import { Face } from "../../look/Failure";
import { text } from "../../text";
import { choiceLabel } from "../../text/labels";
import { api } from "../../wire/api";
import { asProblem } from "../../wire/problem";
import type { Allowed, RevealedCaller } from "../../wire/types";
import { usePhone } from "../context";
import type { Acting } from "../parts/acting";
import { Banner, Bar } from "../parts/Bar";
import type { TicketView } from "./ticket";

const SHOWN_SECONDS = 60;

interface Props {
  ticket: TicketView;
  acting: Acting;
}

export function CallPage({ ticket, acting }: Props) {
  return (
    <div className="phone" data-screen="call" data-ticket={ticket.row.id}>
      <Bar title={text.phone.callTitle} />
      <Banner />
      <main className="scroll form">
        <Call ticket={ticket} acting={acting} />
      </main>
    </div>
  );
}

function Call({ ticket, acting }: Props) {
  const { view } = usePhone();
  const { caller } = ticket.detail;
  const reveal = useReveal(ticket.row.id);
  if (caller?.confidential) return <Face title={text.phone.callConfidential} />;
  if (!caller) return <Face title={text.phone.callNone} />;
  if (reveal.found)
    return <Revealed found={reveal.found} ticket={ticket} acting={acting} hide={reveal.hide} />;
  if (!view.isOnline) return <Face title={text.phone.callOffline} hint={text.phone.callOfflineHint} />;
  return (
    <>
      <h1 className="title">{text.phone.callWhy}</h1>
      <p className="quiet">{text.phone.callAudit}</p>
      <div className="choices">
        {text.ticket.revealReasons.map((reason) => (
          <button
            key={reason}
            type="button"
            className="tall"
            disabled={reveal.isAsking}
            onClick={() => void reveal.ask(reason)}
            data-reason={reason}
          >
            {reason}
          </button>
        ))}
      </div>
      <p className="problem" role="alert">
        {reveal.problem}
      </p>
      {reveal.isAsking ? <p className="quiet">{text.phone.callAsking}</p> : null}
    </>
  );
}

function useReveal(ticket: number) {
  const { session } = usePhone();
  const [found, setFound] = useState<RevealedCaller | null>(null);
  const [problem, setProblem] = useState("");
  const [isAsking, setAsking] = useState(false);
  async function ask(reason: string): Promise<void> {
    setAsking(true);
    setProblem("");
    try {
      setFound(await api.caller(ticket, reason));
    } catch (error) {
      const refused = asProblem(error);
      session.heardRefusal(refused);
      setProblem(refused.isOffline ? text.phone.callOffline : refused.message);
    }
    setAsking(false);
  }
  return { found, problem, isAsking, ask, hide: () => setFound(null) };
}

function useCountdown(seconds: number, over: () => void): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    if (left <= 0) return over();
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left, over]);
  return left;
}

interface RevealedProps extends Props {
  found: RevealedCaller;
  hide(): void;
}

function Revealed({ found, ticket, acting, hide }: RevealedProps) {
  const { back } = usePhone();
  const left = useCountdown(SHOWN_SECONDS, hide);
  const contact = ticket.allowed.find((each) => each.command === "contact");
  const results = contact?.fields.find((field) => field.name === "result")?.choices ?? [];
  const [isGiving, setGiving] = useState(false);
  /** What could not be kept stays here to be said again, with the reason. */
  async function log(contact: Allowed, result: string): Promise<void> {
    setGiving(true);
    const asked = location.search;
    const isKept = await acting.give(contact, { result });
    setGiving(false);
    if (isKept && location.search === asked) back();
  }
  if (!found.phone) return <Face title={text.phone.callNone} hint={found.name ?? undefined} />;
  return (
    <>
      <p className="title">{found.name}</p>
      <a className="tall filled dial" href={`tel:${found.phone}`} data-command="dial">
        {text.phone.dial(found.phone)}
      </a>
      <p className="quiet">{text.phone.hideIn(left)}</p>
      {contact && results.length > 0 ? (
        <>
          <h2 className="part-title">{text.phone.callResult}</h2>
          <div className="choices two">
            {results.map((result) => (
              <button
                key={result.value}
                type="button"
                className="tall"
                disabled={isGiving}
                onClick={() => void log(contact, result.value)}
                data-command="contact"
                data-choice={result.value}
              >
                {choiceLabel(result)}
              </button>
            ))}
          </div>
        </>
      ) : null}
      <p className="problem" role="alert">
        {acting.problem}
      </p>
    </>
  );
}
