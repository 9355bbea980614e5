/** What the palette may do with the open ticket: the commands the service offers now, and its summary for a chat. */
import { words } from "../../text/tools";
import type { TicketDetail, TicketRow } from "../../wire/types";
import { isOpen, keyOf, labelOf } from "../commands";
import { useCopy } from "../copy/useCopy";
import type { Orders } from "../panel/useOrders";
import { type PaletteEntry, useOffers } from "./offers";

export function useTicketOffers(row: TicketRow, detail: TicketDetail, orders: Orders): void {
  const copy = useCopy(row, detail);
  useOffers(() => [
    ...orders.allowed.filter(isOpen).map<PaletteEntry>((offer) => ({
      id: `command-${offer.command}`,
      group: "command",
      label: labelOf(offer),
      hint: keyOf(offer.command)?.toUpperCase(),
      run: () => orders.begin(offer),
    })),
    { id: "copy", group: "command", label: words.copy.label, hint: "Ctrl Shift C", run: copy },
  ]);
}
