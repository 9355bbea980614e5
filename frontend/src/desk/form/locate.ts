/** Asking the service where an address or a point is, for forms that choose a place. */
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useAtRest } from "../../seat/rest";
import { api } from "../../wire/api";
import type { Point, TicketDetail, TicketRow } from "../../wire/types";

/** The crosshair passes over points that nobody asks for; the first one, a click, is asked for at once. */
const PASSING_MS = 60;
const TYPING_MS = 180;
const LONG_MS = 600_000;
const LONGEST_NAME = 60;

/** Where a ticket's words say it is: by its address, else by a place that its prose names. */
export function useWordsLookup() {
  return useMutation({
    mutationFn: (said: { address: string; title: string; content: string }) => api.locate(said),
  });
}

/** Whose a point is: cell, police grid, center, and who is beyond the nearest border. The former answer stays meanwhile. */
export function useOwner(point: Point | null) {
  const asked = useAtRest(point, PASSING_MS);
  return useQuery({
    queryKey: ["owner", asked?.lon, asked?.lat],
    queryFn: ({ signal }) => api.locatePoint(asked as Point, signal),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    staleTime: LONG_MS,
    gcTime: LONG_MS,
    retry: false,
  });
}

/** Places by what is typed: read as an address, and found by name in the gazetteer. */
export function usePlaceSearch(typed: string) {
  const asked = useAtRest(typed.trim(), TYPING_MS);
  const enabled = asked.length >= 2;
  const address = useQuery({
    queryKey: ["address", asked],
    queryFn: ({ signal }) => api.locate({ address: asked }, signal),
    enabled,
    retry: false,
  });
  const named = useQuery({
    queryKey: ["gazetteer", "named", asked],
    queryFn: ({ signal }) => api.places({ q: asked.slice(0, LONGEST_NAME) }, signal),
    enabled,
    retry: false,
  });
  return { asked, address, named, isActive: typed.trim().length >= 2 };
}

/** A ticket that is still to be placed, read anew by the places known today: names in its words, and candidates. */
export function useReading(row: TicketRow, detail: TicketDetail | undefined, isWanted: boolean) {
  return useQuery({
    queryKey: ["reading", row.id, row.version],
    queryFn: ({ signal }) => api.locate(questionOf(row, detail), signal),
    enabled: isWanted && detail !== undefined,
    staleTime: LONG_MS,
    retry: false,
  });
}

function questionOf(row: TicketRow, detail: TicketDetail | undefined) {
  const { raw_lon: lon, raw_lat: lat, datum } = detail?.located ?? {};
  const point = lon == null || lat == null ? {} : { lon, lat, datum: datum ?? undefined };
  return { address: row.address, title: row.title, content: detail?.content ?? "", ...point };
}
