/** What may be done next, from the service's answer only: the next step filled, the others quiet, a form when asked. */
import { useCallback } from "react";
import { type Taker, useTaker } from "../../seat/keys";
import { text } from "../../text";
import type { Allowed, TicketDetail, TicketRow } from "../../wire/types";
import { arrange, commandOfKey, findOpen, keyOf, labelOf, takesNoFields } from "../commands";
import { CommandForm } from "../form/CommandForm";
import { useTicketOffers } from "../palette/useTicketOffers";
import type { Orders } from "./useOrders";

function useCommandKeys(orders: Orders): void {
  const { allowed, begin, signThenAssign, form } = orders;
  const taker = useCallback<Taker>(
    (key) => {
      if (form) return false;
      const sign = findOpen(allowed, "sign");
      const offer = commandOfKey(allowed, key);
      if (offer) begin(offer);
      else if (key === "a" && sign) signThenAssign(sign);
      else return false;
      return true;
    },
    [allowed, begin, signThenAssign, form],
  );
  useTaker(taker);
}

function Key({ command }: { command: string }) {
  const key = keyOf(command);
  return key ? <kbd>{key.toUpperCase()}</kbd> : null;
}

function firstWords(offer: Allowed): string {
  if (offer.command === "sign") return text.act.signAndNext;
  return takesNoFields(offer) ? labelOf(offer) : `${labelOf(offer)}…`;
}

function FirstButton({ offer, orders }: { offer: Allowed; orders: Orders }) {
  return (
    <>
      <button
        type="button"
        className="button primary"
        data-command={offer.command}
        aria-disabled={orders.isSending}
        onClick={() => orders.begin(offer)}
      >
        {orders.isSending ? text.act.sending : firstWords(offer)}
        <Key command={offer.command} />
      </button>
      {offer.command === "sign" ? (
        <button
          type="button"
          className="button"
          data-command="sign-assign"
          onClick={() => orders.signThenAssign(offer)}
        >
          {text.act.signAndAssign} <kbd>A</kbd>
        </button>
      ) : null}
    </>
  );
}

function BesideButton({ offer, orders }: { offer: Allowed; orders: Orders }) {
  return (
    <button
      type="button"
      className="button small"
      data-command={offer.command}
      aria-disabled={Boolean(offer.why)}
      title={offer.why ?? undefined}
      onClick={() => orders.begin(offer)}
    >
      {labelOf(offer)}
      {offer.why ? null : <Key command={offer.command} />}
    </button>
  );
}

function OtherButton({ offer, orders }: { offer: Allowed; orders: Orders }) {
  return (
    <button
      type="button"
      className={`other ${offer.danger ? "danger" : ""}`}
      data-command={offer.command}
      aria-disabled={Boolean(offer.why)}
      title={offer.why ?? undefined}
      onClick={() => orders.begin(offer)}
    >
      {labelOf(offer)}
      {offer.why ? null : <Key command={offer.command} />}
    </button>
  );
}

function Buttons({ orders }: { orders: Orders }) {
  const { first, beside, others, shut } = arrange(orders.allowed);
  const notice = orders.notice || shut;
  return (
    <>
      {notice ? (
        <p
          className={orders.notice ? "notice bad" : "notice"}
          role={orders.notice ? "alert" : undefined}
          data-refusal
        >
          {notice}
        </p>
      ) : null}
      {first ? (
        <div className="action-first">
          <FirstButton offer={first} orders={orders} />
        </div>
      ) : null}
      {beside.length > 0 ? (
        <div className="action-beside">
          {beside.map((offer) => (
            <BesideButton key={offer.command} offer={offer} orders={orders} />
          ))}
        </div>
      ) : null}
      {others.length > 0 ? (
        <fieldset className="action-others">
          <legend className="visually-hidden">{text.act.more}</legend>
          {others.map((offer) => (
            <OtherButton key={offer.command} offer={offer} orders={orders} />
          ))}
        </fieldset>
      ) : null}
      {!first && beside.length + others.length === 0 ? (
        <p className="quiet">{text.ticket.nothingAllowed}</p>
      ) : null}
    </>
  );
}

interface Props {
  row: TicketRow;
  detail: TicketDetail;
  orders: Orders;
}

export function ActionBar({ row, detail, orders }: Props) {
  useCommandKeys(orders);
  useTicketOffers(row, detail, orders);
  const { form, formOffer } = orders;
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
          isSending={orders.isSending}
          problem={orders.problem}
          onSend={orders.send}
          onCancel={orders.cancel}
        />
      ) : (
        <Buttons orders={orders} />
      )}
    </footer>
  );
}
