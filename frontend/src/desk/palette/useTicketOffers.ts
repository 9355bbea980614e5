/** What the palette may do with the open ticket: the commands the service offers now. */
import { labelOf } from "../../text/labels";
import { isOpen, keyOf } from "../commands";
import type { Orders } from "../panel/useOrders";
import { type PaletteEntry, useOffers } from "./offers";

export function useTicketOffers(orders: Orders): void {
  useOffers(() =>
    orders.allowed.filter(isOpen).map<PaletteEntry>((offer) => ({
      id: `command-${offer.command}`,
      group: "command",
      label: labelOf(offer),
      hint: keyOf(offer.command)?.toUpperCase(),
      run: () => orders.begin(offer),
    })),
  );
}
