/** One list of what an address and a name lead to: read as an address first, then the gazetteer's names. Pure. */
import { text } from "../../text";
import type { Candidate, Match, Place, PlacesAnswer } from "../../wire/types";
import { isPlaceable } from "./options";

export interface FoundPlace {
  key: string;
  name: string;
  lon: number;
  lat: number;
  /** Village and town, as far as known. */
  where: string;
  /** How likely the address means it; null for a name that was looked up. */
  p: number | null;
  kind: string | null;
}

const MOST = 8;

export function foundPlaces(address: Match | undefined, named: PlacesAnswer | undefined): FoundPlace[] {
  const read = (address?.candidates ?? []).filter(isPlaceable).map(ofCandidate);
  const known = new Set((address?.candidates ?? []).map((candidate) => candidate.place));
  const others = (named?.places ?? []).filter((place) => !known.has(place.id)).map(ofPlace);
  return [...read, ...others].slice(0, MOST);
}

function joined(...parts: (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(text.dot);
}

function ofCandidate(candidate: Candidate): FoundPlace {
  const { place, name, lon, lat, p } = candidate;
  const where = joined(candidate.cell_name, candidate.village_name, candidate.town_name);
  return { key: `read-${place}-${lon}-${lat}`, name, lon, lat, where, p, kind: null };
}

function ofPlace(place: Place): FoundPlace {
  const { id, name, lon, lat, kind } = place;
  const where = joined(place.village_name, place.town_name);
  return { key: `named-${id}`, name, lon, lat, where, p: null, kind };
}
