/** What waits for the district's word on whose it is. Pure. */
import type { TicketRow } from "../wire/types";
import type { Board } from "./apply";
import { byDue, rowsOfDuty } from "./duties";

/** What units returned before what nobody has decided yet; each by its deadline. */
export function waitingForRuling(board: Board): TicketRow[] {
  const returned = rowsOfDuty(board, "returned", null).sort(byDue);
  return [...returned, ...rowsOfDuty(board, "undecided", null).sort(byDue)];
}
