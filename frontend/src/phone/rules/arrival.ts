/** The fields of 已到现场: with a position where there is one, else with the reason why not. Pure. */
import { text } from "../../text";
import type { FieldValue } from "../../wire/types";
import { degrees, type Fix, type NoFix } from "./photo";

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
