/** One ticket: found, lost, or not to be had; then its face and the page that is open of it. */
import { useEffect, useMemo } from "react";
import { Face } from "../../look/Failure";
import { text } from "../../text";
import type { Allowed, TicketDetail } from "../../wire/types";
import { usePhone } from "../context";
import { useActing } from "../parts/acting";
import { Banner, Bar } from "../parts/Bar";
import { CallCenter } from "../parts/Centers";
import { buttonsOf } from "../rules/buttons";
import { foreseenAllowed, foreseenRow } from "../rules/foresee";
import { pendingOf } from "../rules/outbox";
import { CallPage } from "./CallPage";
import { FormPage } from "./FormPage";
import { MorePage } from "./MorePage";
import { NavigatePage } from "./NavigatePage";
import { TicketPage } from "./TicketPage";
import type { TicketView } from "./ticket";

export function TicketScreen({ id }: { id: number }) {
  const { view, session } = usePhone();
  const held = view.details.get(id);
  useEffect(() => {
    if (held?.detail) document.title = held.detail.row.title;
  }, [held]);
  if (held?.detail) return <Open detail={held.detail} isStale={held.state === "kept" && view.isOnline} />;
  if (!held || held.state === "loading") return <NoTicket name="loading" title={text.ticket.loading} />;
  if (held.state === "lost") return <Lost id={id} />;
  if (held.state === "unknown") {
    return <NoTicket name="unknown" title={text.phone.notKept} hint={text.phone.notKeptHint} />;
  }
  return (
    <NoTicket name="failed" title={text.phone.openFailed} hint={held.words}>
      <button type="button" className="tall filled" onClick={() => session.open(id)}>
        {text.faces.retry}
      </button>
    </NoTicket>
  );
}

/** Given on by this person a moment ago, or taken away by somebody. */
function Lost({ id }: { id: number }) {
  const { view } = usePhone();
  const mine = view.given.get(id);
  if (mine)
    return <NoTicket name="lost" title={text.phone.givenAway(mine)} hint={text.phone.givenAwayHint} />;
  return <NoTicket name="lost" title={text.phone.lost} hint={text.phone.lostHint} />;
}

interface NoTicketProps {
  name: string;
  title: string;
  hint?: string;
  children?: React.ReactNode;
}

function NoTicket({ name, title, hint, children }: NoTicketProps) {
  const { home } = usePhone();
  return (
    <div className="phone" data-screen="ticket" data-face={name}>
      <Bar title={text.phone.title} />
      <Banner />
      <main className="scroll">
        <Face title={title} hint={hint}>
          {children}
          {name === "loading" ? null : (
            <>
              <button type="button" className="tall" onClick={home} data-command="home">
                {text.phone.toList}
              </button>
              <CallCenter />
            </>
          )}
        </Face>
      </main>
    </div>
  );
}

/** The ticket as it will be once the waiting acts are taken, with its buttons. */
function useTicketView(detail: TicketDetail): TicketView {
  const { view, me } = usePhone();
  return useMemo(() => {
    const { id } = detail.row;
    const pending = pendingOf(view.acts, me.person.id, id);
    const allowed = foreseenAllowed(detail.allowed as Allowed[], pending, view.forms, detail);
    return {
      detail,
      row: foreseenRow(detail.row, pending),
      acts: view.acts.filter((act) => act.ticket === id),
      pending,
      allowed,
      buttons: buttonsOf(detail, allowed),
    };
  }, [detail, view.acts, view.forms, me.person.id]);
}

function Open({ detail, isStale }: { detail: TicketDetail; isStale: boolean }) {
  const { address } = usePhone();
  const ticket = useTicketView(detail);
  const acting = useActing(ticket.row);
  if (address.page === "call") return <CallPage ticket={ticket} acting={acting} />;
  if (address.page === "navigate") return <NavigatePage ticket={ticket} />;
  if (address.page === "more") return <MorePage ticket={ticket} />;
  const command = ticket.allowed.find((each) => each.command === address.page);
  if (command) return <FormPage key={command.command} ticket={ticket} command={command} acting={acting} />;
  return <TicketPage ticket={ticket} acting={acting} isStale={isStale} />;
}
