/** What a ticket's panel asks about handling together, renewed with the ticket's version. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { jointApi } from "../../wire/joint";
import type { TicketRow } from "../../wire/types";

export function useJoint(row: TicketRow) {
  return useQuery({
    queryKey: ["joint", row.id, row.version],
    queryFn: ({ signal }) => jointApi.ticket(row.id, signal),
    placeholderData: keepPreviousData,
  });
}
