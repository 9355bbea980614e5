/** Where a ticket is, in a line: as it was said, else by the village of its cell. Pure. */
import { text } from "../../text";
import type { Directory, TicketRow } from "../../wire/types";

export function placeOf(
  row: Pick<TicketRow, "address" | "village">,
  directory: Directory | undefined,
): string {
  const village = directory?.villages.find(({ code }) => code === row.village);
  return row.address.trim() || village?.name || text.phone.noPlace;
}
