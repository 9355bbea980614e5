/** What an edit of a place changed, from what to what. Pure. */
import { words } from "../../text/admin";
import { words as keeping } from "../../text/keeping";
import { metres } from "../parts/figures";

type Detail = Readonly<Record<string, unknown>>;

/** The former and the new value of a field, if the edit changed it. */
function pair(detail: Detail, field: string): [unknown, unknown] | null {
  const told = detail[field];
  return Array.isArray(told) && told.length === 2 ? [told[0], told[1]] : null;
}

function fromTo(label: string, told: [unknown, unknown] | null, say: (value: unknown) => string): string[] {
  return told ? [keeping.fromTo(label, say(told[0]), say(told[1]))] : [];
}

/** A moved point is told as a whole, though only one of its degrees may have changed. */
function pointOf(detail: Detail, at: 0 | 1): string {
  const degree = (field: string) => {
    const value = pair(detail, field)?.[at];
    return typeof value === "number" ? value.toFixed(6) : "…";
  };
  return `${degree("lon")}, ${degree("lat")}`;
}

/** Units and places by number or code are named elsewhere on the page: here it is only said that they changed. */
export function changesOfPlace(detail: Detail): string[] {
  const { places } = words;
  const isMoved = pair(detail, "lon") !== null || pair(detail, "lat") !== null;
  const isElsewhere = pair(detail, "village") !== null || pair(detail, "town") !== null;
  return [
    ...fromTo(places.name, pair(detail, "name"), String),
    ...(isMoved ? [keeping.fromTo(places.point, pointOf(detail, 0), pointOf(detail, 1))] : []),
    ...fromTo(places.radius, pair(detail, "radius_m"), (value) => metres(Number(value))),
    ...(pair(detail, "parent") ? [places.other(places.parent)] : []),
    ...(isElsewhere ? [places.other(places.belongs)] : []),
  ];
}
