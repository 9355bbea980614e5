/** 更多: the commands that are seldom given, shown on request; `.` opens, a figure chooses. */
import { useCallback } from "react";
import { onModeKey, type Taker, useKey, useTaker } from "../../seat/keys";
import { words } from "../../text/desk";
import type { Allowed } from "../../wire/types";
import { OtherButton } from "./CommandButtons";
import type { Orders } from "./useOrders";

interface Props {
  offers: readonly Allowed[];
  orders: Orders;
  isOpen: boolean;
  onToggle: () => void;
}

/** The toggle, at the end of the row of others. */
export function MoreButton({ isOpen, onToggle }: Omit<Props, "offers" | "orders">) {
  useKey(".", onToggle);
  return (
    <button type="button" className="other more" data-more aria-expanded={isOpen} onClick={onToggle}>
      {isOpen ? words.less : words.more} <kbd>.</kbd>
    </button>
  );
}

export function MoreCommands({ offers, orders, onToggle }: Omit<Props, "isOpen">) {
  const { begin } = orders;
  const taker = useCallback<Taker>(
    (key) => {
      const offer = /^[1-9]$/.test(key) ? offers[Number(key) - 1] : undefined;
      if (offer) begin(offer);
      else if (key === "Escape") onToggle();
      else return false;
      return true;
    },
    [offers, begin, onToggle],
  );
  useTaker(taker, onModeKey);
  return (
    <div className="action-more" data-more-commands>
      {offers.map((offer, index) => (
        <OtherButton
          key={offer.command}
          offer={offer}
          orders={orders}
          hint={index < 9 ? String(index + 1) : null}
        />
      ))}
    </div>
  );
}
