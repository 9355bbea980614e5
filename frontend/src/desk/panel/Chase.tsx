/** 催办: who holds the ticket since when, their phone, what was urged before; U urges, once more only when meant. */
import { useCallback, useState } from "react";
import { useKey } from "../../seat/keys";
import { shortTime, span } from "../../state/format";
import { text } from "../../text";
import { words } from "../../text/desk";
import type { Allowed, JourneyStep, TicketDetail, TicketRow } from "../../wire/types";
import { useDesk } from "../context";
import { useJoint } from "../joint/useJoint";
import { AtUnit, Phone, useHolding } from "./Holder";
import type { Orders } from "./useOrders";

/** What was urged since the ticket is where it is, the newest first. */
function urgedBefore(journey: readonly JourneyStep[]): JourneyStep[] {
  return journey.filter(({ event }) => event === "ticket.urged").reverse();
}

/** Says when it was urged last, where that was so lately that once more wants to be meant. Who was urged knows. */
function repeatWords(urged: readonly JourneyStep[], now: number, minutes: number): string | null {
  const last = urged[0];
  if (!last || now - Date.parse(last.at) > minutes * 60_000) return null;
  const who = last.actor_name ?? last.unit_name ?? "";
  return words.chase.again(span(Math.max(0, now - Date.parse(last.at))), who);
}

interface Props {
  row: TicketRow;
  detail: TicketDetail;
  offer: Allowed;
  orders: Orders;
  onClose: () => void;
}

export function Chase({ row, detail, offer, orders, onClose }: Props) {
  const { now } = useDesk();
  const [isSure, setSure] = useState(false);
  const urged = urgedBefore(detail.journey);
  const { data: joint } = useJoint(row);
  // Until the district's time is known, whatever was urged before wants to be meant again.
  const repeat = repeatWords(urged, now, joint?.chase_minutes ?? Number.POSITIVE_INFINITY);
  const { give, begin } = orders;
  const send = useCallback(() => {
    if (repeat && !isSure) return setSure(true);
    give(offer, {}, onClose);
  }, [repeat, isSure, give, offer, onClose]);
  useKey("u", send);
  useKey("Escape", onClose);
  const { name, phone, onDuty } = useHolding(row, detail);
  return (
    <section className="chase" data-chase>
      <h3 className="command-title">{words.chase.title}</h3>
      <p>
        {words.chase.holds(name || text.list.ours, span(now - Date.parse(row.state_since)))}{" "}
        <Phone number={phone} />
      </p>
      <AtUnit onDuty={onDuty} />
      <p className="quiet">{urged.length > 0 ? words.chase.before(urged.length) : words.chase.never}</p>
      <ul className="chase-before">
        {urged.slice(0, 3).map((each) => (
          <li key={each.version} className="quiet">
            {[shortTime(each.at, now), each.actor_name ?? each.actor, said(each)]
              .filter(Boolean)
              .join(text.dot)}
          </li>
        ))}
      </ul>
      {isSure && repeat ? (
        <p className="notice" role="status" data-repeat>
          {repeat}
        </p>
      ) : null}
      {orders.notice ? (
        <p className="notice bad" role="alert" data-refusal>
          {orders.notice}
        </p>
      ) : null}
      <div className="command-end">
        <button
          type="button"
          className="button primary"
          data-urge
          aria-disabled={orders.isSending}
          onClick={send}
        >
          {orders.isSending ? text.act.sending : words.chase.send} <kbd>U</kbd>
        </button>
        <button type="button" className="button" onClick={() => begin(offer)}>
          {words.chase.write}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {text.act.cancel} <kbd>Esc</kbd>
        </button>
      </div>
    </section>
  );
}

function said(step: JourneyStep): string {
  const words = step.detail?.text;
  return typeof words === "string" ? words : "";
}
