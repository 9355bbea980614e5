/** Asking the service where an address or a point is, for forms that choose a place. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { text } from "../../text";
import { api } from "../../wire/api";
import type { Match, Point } from "../../wire/types";
import { useDesk } from "../context";
import { cellTitle } from "../panel/CellPeople";
import { useCellDetail } from "../ticket";

export function useAddressLookup() {
  return useMutation({ mutationFn: (address: string) => api.locate({ address }) });
}

/** Which town, village and cell a chosen point falls in: told before it is confirmed. */
export function useWhereIs(point: Point | null): {
  words: string | null;
  town: string | null;
  isKnown: boolean;
} {
  const { names } = useDesk();
  const asked = point ? { lon: point.lon, lat: point.lat, datum: "wgs84" } : null;
  const found = useQuery({
    queryKey: ["where", asked],
    queryFn: () => api.locate(asked ?? {}),
    enabled: asked !== null,
    staleTime: 600_000,
    retry: false,
  });
  const match = found.data;
  const town = match?.town ?? null;
  const townName = town ? (names.towns.get(town) ?? town) : "";
  const isOwn = match?.village ? names.villages.has(match.village) : false;
  const cell = useCellDetail(isOwn ? (match?.cell ?? null) : null);
  if (!match) return { words: null, town: null, isKnown: false };
  if (!town) return { words: text.act.pointOutside, town: null, isKnown: true };
  const village = match.village ? (names.villages.get(match.village) ?? "") : "";
  const inside = cell.data ? cellTitle(cell.data) : village;
  return { words: text.act.pointIn([townName, inside].filter(Boolean).join(" ")), town, isKnown: true };
}

export function pointOfMatch(match: Match): Point | null {
  return match.lon === null || match.lat === null ? null : { lon: match.lon, lat: match.lat };
}
