/** What waits to be signed by this reader: the service says for which units they sign. Pure. */
import type { Listing } from "../state/sorted";
import type { TicketRow } from "../wire/types";

/** Of these, what was sent to a unit whose work is the reader's. */
export function toSign(rows: Listing<TicketRow>, handles: readonly number[]): TicketRow[] {
  return rows
    .slice()
    .filter(({ state, unit }) => state === "dispatched" && unit !== null && handles.includes(unit));
}

/** The same, the urgent ones apart. */
export function heap(rows: Listing<TicketRow>, handles: readonly number[]) {
  const own = toSign(rows, handles);
  return {
    normal: own.filter(({ urgency }) => urgency === "normal"),
    urgent: own.filter(({ urgency }) => urgency !== "normal"),
  };
}
