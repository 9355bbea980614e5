/** Whether there is a supervision to tell of: one that stands, or one that was lifted. Pure. */
import type { TicketDetail } from "../../wire/types";

type Journey = readonly Pick<TicketDetail["journey"][number], "event">[];

export function everSupervised(level: number, journey: Journey): boolean {
  return level > 0 || journey.some(({ event }) => event === "ticket.supervised");
}
