/** What is read aloud of a ticket, in the order a listener needs it. Pure. */
import { text } from "../../text";
import type { TicketDetail } from "../../wire/types";

export function speechOf(detail: TicketDetail, due: string, assigned: string | null): string {
  const reply =
    detail.row.state === "reviewed" && detail.reply ? text.ticket.reply + text.colon + detail.reply : null;
  const parts = [detail.row.title, due, detail.row.address, assigned, detail.content, reply];
  return parts
    .map((part) => part?.trim() ?? "")
    .filter((part) => part !== "" && part !== text.due.none)
    .join("。");
}
