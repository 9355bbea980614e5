/** How far from a ticket's point something was done, where that is known and worth a word. Pure. */
import type { TicketRow } from "../wire/types";

export type Place = Pick<TicketRow, "lon" | "lat" | "radius_m">;

interface Point {
  lon: number;
  lat: number;
}

/** Nearer than this to the ticket's point, metres, counts as there, beside what either of the two may be wrong. */
const THERE_M = 200;
const METRES_PER_DEGREE = 111_195;

/** Metres; null where it was there, or the ticket's point is not known. */
export function metresOff(at: Point, place: Partial<Place>, accuracy = 0): number | null {
  if (place.lon == null || place.lat == null) return null;
  const east = (at.lon - place.lon) * Math.cos((place.lat * Math.PI) / 180);
  const metres = Math.hypot(east, at.lat - place.lat) * METRES_PER_DEGREE;
  return metres > THERE_M + accuracy + (place.radius_m ?? 0) ? metres : null;
}
