/** The fields of 已到现场: with a position where there is one, else with the reason why not. Pure. */
import { metresOff, type Place } from "../../state/apart";
import { degrees, type Fix, type NoFix } from "../../state/photo";
import { text } from "../../text";
import type { FieldValue } from "../../wire/types";

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

/** How far off somebody is who says that they have arrived, metres; null where they are there or it is not known. */
export function farOff(found: Fix | NoFix, place: Partial<Place>): number | null {
  return typeof found === "string" ? null : metresOff(found, place, found.accuracy);
}
