/** What may be done next, from the service's answer only: the next step filled, the others quiet, a form when asked. */
import { useCallback, useState } from "react";
import { useArrived } from "../../seat/held";
import { type Taker, useTaker } from "../../seat/keys";
import { useToasts } from "../../seat/toasts";
import { text } from "../../text";
import { words } from "../../text/desk";
import type { TicketDetail, TicketRow } from "../../wire/types";
import { type Arranged, arrange, commandOfKey, findOpen } from "../commands";
import { CommandForm } from "../form/CommandForm";
import { useTicketOffers } from "../palette/useTicketOffers";
import { Chase } from "./Chase";
import { BesideButton, FirstButtons, OtherButton } from "./CommandButtons";
import { MoreButton, MoreCommands } from "./MoreCommands";
import { aboutTicket } from "./reading";
import type { Orders } from "./useOrders";

/** A letter gives its command, F2 the next step, G and U open the card of 催办. Shift is the list's. */
function useCommandKeys(orders: Orders, isChasing: boolean, onChase: () => void): void {
  const { allowed, begin, signAndAssign, canSignAndAssign, form } = orders;
  const taker = useCallback<Taker>(
    (key, event) => {
      if (form || isChasing || event.shiftKey) return false;
      const offer = key === "F2" ? arrange(allowed).first : commandOfKey(allowed, key);
      const isChase = key === "g" || offer?.command === "urge";
      if (isChase && findOpen(allowed, "urge")) onChase();
      else if (offer) begin(offer);
      else if (key === "a" && canSignAndAssign) signAndAssign();
      else return false;
      return true;
    },
    [allowed, begin, signAndAssign, canSignAndAssign, form, isChasing, onChase],
  );
  useTaker(taker);
}

/** A letter that was held until the ticket came, and is none of its commands. */
function useTellUntaken(): (key: string) => void {
  const { say } = useToasts();
  return useCallback((key) => say(text.ticket.keyUntaken(key)), [say]);
}

interface Props {
  row: TicketRow;
  detail: TicketDetail;
  orders: Orders;
}

interface ButtonsProps {
  orders: Orders;
  proposal: TicketDetail["proposal"];
  onChase: () => void;
}

function Notice({ orders, shut }: { orders: Orders; shut: string | null }) {
  const notice = orders.notice || shut;
  if (!notice) return null;
  const isRefused = orders.notice !== "";
  return (
    <p className={isRefused ? "notice bad" : "notice"} role={isRefused ? "alert" : undefined} data-refusal>
      {notice}
    </p>
  );
}

function Buttons({ orders, proposal, onChase }: ButtonsProps) {
  const arranged = arrange(orders.allowed);
  const { first, beside, others, rare, shut } = arranged;
  return (
    <>
      <Notice orders={orders} shut={shut} />
      {first ? (
        <div className="action-first">
          <FirstButtons offer={first} orders={orders} proposal={proposal} />
        </div>
      ) : null}
      {beside.length > 0 ? (
        <div className="action-beside">
          {beside.map((offer) => (
            <BesideButton key={offer.command} offer={offer} orders={orders} />
          ))}
        </div>
      ) : null}
      <Others arranged={arranged} orders={orders} onChase={onChase} />
      {!first && beside.length + others.length + rare.length === 0 ? (
        <p className="quiet">{text.ticket.nothingAllowed}</p>
      ) : null}
    </>
  );
}

interface OthersProps {
  arranged: Arranged;
  orders: Orders;
  onChase: () => void;
}

function Others({ arranged: { others, rare }, orders, onChase }: OthersProps) {
  const [isMore, setMore] = useState(false);
  const toggle = useCallback(() => setMore((more) => !more), []);
  if (others.length + rare.length === 0) return null;
  return (
    <fieldset className="action-others">
      <legend className="visually-hidden">{text.act.more}</legend>
      <div className="action-line">
        {others.map((offer) =>
          offer.command === "urge" && !offer.why ? (
            <button key="urge" type="button" className="other" data-command="urge" onClick={onChase}>
              {words.chase.title} <kbd>G</kbd>
            </button>
          ) : (
            <OtherButton key={offer.command} offer={offer} orders={orders} />
          ),
        )}
      </div>
      {rare.length > 0 ? <MoreButton isOpen={isMore} onToggle={toggle} /> : null}
      {isMore && rare.length > 0 ? <MoreCommands offers={rare} orders={orders} onToggle={toggle} /> : null}
    </fieldset>
  );
}

export function ActionBar({ row, detail, orders }: Props) {
  const [isChasing, setChasing] = useState(false);
  const chase = useCallback(() => setChasing(true), []);
  const rest = useCallback(() => setChasing(false), []);
  useCommandKeys(orders, isChasing, chase);
  useArrived(aboutTicket(row.id), useTellUntaken());
  useTicketOffers(orders);
  const { form, formOffer } = orders;
  const urge = findOpen(orders.allowed, "urge");
  return (
    <footer className={form ? "action with-form" : "action"} data-actions>
      {form && formOffer ? (
        <CommandForm
          key={form.command}
          allowed={formOffer}
          row={row}
          detail={detail}
          preset={form.preset}
          seen={form.seen}
          signs={form.signs !== null}
          isSending={orders.isSending}
          problem={orders.problem}
          onSend={orders.send}
          onCancel={orders.cancel}
        />
      ) : isChasing && urge ? (
        <Chase row={row} detail={detail} offer={urge} orders={orders} onClose={rest} />
      ) : (
        <Buttons orders={orders} proposal={detail.proposal ?? null} onChase={chase} />
      )}
    </footer>
  );
}
