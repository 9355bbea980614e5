/** What the heat map of the district asks, renewed once a minute; what was had last stays while the next is on its way. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type HeatQuery, heatApi, type NumberQuery } from "../../wire/heat";

const MINUTE_MS = 60_000;

export function useHeat(query: HeatQuery) {
  return useQuery({
    queryKey: ["heat", query],
    queryFn: () => heatApi.picture(query),
    refetchInterval: MINUTE_MS,
    placeholderData: keepPreviousData,
  });
}

export function useHeatTickets(query: HeatQuery, number: NumberQuery) {
  return useQuery({
    queryKey: ["heat-tickets", query, number],
    queryFn: () => heatApi.tickets(query, number),
  });
}
