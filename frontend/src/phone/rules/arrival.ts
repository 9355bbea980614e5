/** The fields of 已到现场: with a position where there is one, else with the reason why not. Pure. */

import { degrees, type Fix, type NoFix } from "../../state/photo";
import { text } from "../../text";
import type { FieldValue, TicketRow } from "../../wire/types";

/** Worse than this, metres, the reader should know. */
const ROUGH_M = 100;

export function arrivalFields(found: Fix | NoFix): Record<string, FieldValue> {
  if (typeof found === "string") return { reason: text.phone.noPosition[found] };
  const fields: Record<string, FieldValue> = {
    lon: Number(degrees(found.lon)),
    lat: Number(degrees(found.lat)),
  };
  if (found.accuracy > ROUGH_M) fields.reason = text.phone.roughPosition(Math.round(found.accuracy));
  return fields;
}

/** Nearer than this to the ticket's point, metres, counts as there, beside what either of the two may be wrong. */
const THERE_M = 200;
const METRES_PER_DEGREE = 111_195;

type Place = Pick<TicketRow, "lon" | "lat" | "radius_m">;

/** How far off somebody is who says that they have arrived, metres; null where they are there or it is not known. */
export function farOff(found: Fix | NoFix, place: Partial<Place>): number | null {
  if (typeof found === "string" || place.lon == null || place.lat == null) return null;
  const east = (found.lon - place.lon) * Math.cos((place.lat * Math.PI) / 180);
  const metres = Math.hypot(east, found.lat - place.lat) * METRES_PER_DEGREE;
  return metres > THERE_M + found.accuracy + (place.radius_m ?? 0) ? metres : null;
}
