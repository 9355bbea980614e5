/** The three looks of a command's button: the next step filled, its alternatives beside it, the others quiet. */
import { text } from "../../text";
import { words } from "../../text/desk";
import { labelOf } from "../../text/labels";
import type { Allowed, TicketDetail } from "../../wire/types";
import { keyOf, takesNoFields } from "../commands";
import type { Orders } from "./useOrders";

function Key({ command }: { command: string }) {
  const key = keyOf(command);
  return key ? <kbd>{key.toUpperCase()}</kbd> : null;
}

type Proposal = TicketDetail["proposal"];

function nameOf(proposal: NonNullable<Proposal>): string {
  return proposal.person_name ?? proposal.unit_name;
}

function firstWords(offer: Allowed, proposal: Proposal): string {
  if (offer.command === "assign" && proposal) return words.assign(nameOf(proposal));
  return takesNoFields(offer) ? labelOf(offer) : `${labelOf(offer)}…`;
}

interface FirstProps {
  offer: Allowed;
  orders: Orders;
  proposal: Proposal;
}

/** Where signing may be joined with assigning to somebody known, that is the next step; else what the service names. */
export function FirstButtons({ offer, orders, proposal }: FirstProps) {
  if (offer.command === "sign") return <SignButtons offer={offer} orders={orders} proposal={proposal} />;
  return (
    <button
      type="button"
      className="button primary"
      data-command={offer.command}
      aria-disabled={orders.isSending}
      onClick={() => orders.begin(offer)}
    >
      {orders.isSending ? text.act.sending : firstWords(offer, proposal)}
      <Key command={offer.command} />
    </button>
  );
}

function SignButtons({ offer, orders, proposal }: FirstProps) {
  const isKnown = orders.canSignAndAssign && proposal !== null;
  const assign = isKnown ? words.signAndAssign(nameOf(proposal)) : text.act.signAndAssign;
  const buttons = [
    <button
      key="sign"
      type="button"
      className={isKnown ? "button" : "button primary"}
      data-command="sign"
      aria-disabled={orders.isSending}
      onClick={() => orders.begin(offer)}
    >
      {orders.isSending ? text.act.sending : text.act.signAndNext}
      <kbd>S</kbd>
    </button>,
    orders.canSignAndAssign ? (
      <button
        key="assign"
        type="button"
        className={isKnown ? "button primary" : "button"}
        data-command="sign-assign"
        onClick={orders.signAndAssign}
      >
        {assign} <kbd>A</kbd>
      </button>
    ) : null,
  ];
  return isKnown ? buttons.reverse() : buttons;
}

interface ButtonProps {
  offer: Allowed;
  orders: Orders;
  /** The figure that chooses it here; its own letter where there is none. */
  hint?: string | null;
}

export function BesideButton({ offer, orders }: ButtonProps) {
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

export function OtherButton({ offer, orders, hint = null }: ButtonProps) {
  const key = hint ? <kbd>{hint}</kbd> : <Key command={offer.command} />;
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
      {offer.why ? null : key}
    </button>
  );
}
