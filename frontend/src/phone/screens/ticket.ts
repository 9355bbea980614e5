/** The open ticket as its pages see it. */
import type { Allowed, TicketDetail, TicketRow } from "../../wire/types";
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
