/** The open ticket as its pages see it. */
import { mayPrint } from "../../state/roles";
import type { Allowed, Me, TicketDetail, TicketRow } from "../../wire/types";
import type { Act } from "../rules/acts";
import type { Buttons } from "../rules/buttons";

export interface TicketView {
  detail: TicketDetail;
  /** As it will be once the waiting acts are taken. */
  row: TicketRow;
  /** This person's acts on it that are still on the phone, refused ones too. */
  acts: readonly Act[];
  /** Those that will go as they are. */
  pending: readonly Act[];
  allowed: readonly Allowed[];
  buttons: Buttons;
}

/** Whether there is a 交办单 that this person prints. */
export function hasPaper({ row }: TicketView, { memberships }: Me): boolean {
  return row.lead_unit !== null && mayPrint(memberships);
}
