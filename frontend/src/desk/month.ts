/** The rates of the month under way, by center: for the header, and beside the district's towns. They count whole months of
 * tickets, so they are asked for once rows stand, and once for everybody on the page. */
import { useQuery } from "@tanstack/react-query";
import { scoresApi } from "../wire/scores";
import { useRowsFirst } from "./context";

const RENEW_MS = 300_000;
/** This month's window, as the district cuts months. */
export const MONTH = { month: "now", by: "center" } as const;

export function useMonth() {
  const rowsFirst = useRowsFirst();
  return useQuery({
    queryKey: ["rates", "month"],
    queryFn: async () => {
      await rowsFirst();
      return scoresApi.rates(MONTH);
    },
    refetchInterval: RENEW_MS,
    staleTime: RENEW_MS,
  });
}
