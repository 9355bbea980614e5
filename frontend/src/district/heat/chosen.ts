/** What of a heat map was clicked, as the question for its tickets and as words. Pure. */
import type { Where } from "../../map/heat";
import { words } from "../../text/heat";
import type { HeatPicture, HeatPlace, NumberQuery } from "../../wire/heat";

export type Chosen = { kind: "hexagon"; where: Where } | { kind: "place"; code: string | null };

export function numberOf(chosen: Chosen): NumberQuery {
  return chosen.kind === "hexagon" ? { ...chosen.where } : { place: chosen.code ?? "none" };
}

export function isSame(one: Chosen | null, other: Chosen): boolean {
  return one !== null && JSON.stringify(numberOf(one)) === JSON.stringify(numberOf(other));
}

export function placeName(place: Pick<HeatPlace, "code" | "name">): string {
  return place.name ?? place.code ?? words.unknownPlace;
}

export function chosenName(chosen: Chosen, picture: HeatPicture): string {
  if (chosen.kind === "hexagon") return words.hexagon;
  const place = picture.places.find(({ code }) => code === chosen.code);
  return place ? placeName(place) : words.unknownPlace;
}
