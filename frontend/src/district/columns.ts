/** The columns of the board, and what a list of it is called. */
import type { ListName } from "../state/shelf";
import { text } from "../text";
import { words } from "../text/district";

/** The duties of a town, in the order in which a ticket passes them. */
export const COLUMNS = [
  ...(["unplaced", "dispatched", "signed", "in_progress", "answered"] as const),
  ...(["reviewed", "replied", "returned", "supervised"] as const),
] as const;

export const FIGURES = ["sign_on_time", "reply_on_time"] as const;

export function listName(list: ListName): string {
  return list === "open" ? words.open : text.duty[list];
}
