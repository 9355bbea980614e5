/** What waits for the district's word on whose it is. Pure. */
import type { Point, TicketDetail, TicketRow } from "../wire/types";
import type { Board } from "./apply";
import { byDue, rowsOfDuty } from "./duties";

/** What units returned before what nobody has decided yet; each by its deadline. */
export function waitingForRuling(board: Board): TicketRow[] {
  const returned = rowsOfDuty(board, "returned", null).sort(byDue);
  return [...returned, ...rowsOfDuty(board, "undecided", null).sort(byDue)];
}

/** Where the returning unit says that it is. */
export function pointReturned(detail: TicketDetail | undefined): Point | null {
  const point: unknown = detail?.returned?.point;
  return isPoint(point) ? point : null;
}

/** Where a case lies, and where its returner says that it lies: what the map has to show. */
export function placesOfCase(row: TicketRow | undefined, detail: TicketDetail | undefined): Point[] {
  return [row, pointReturned(detail)].filter(isPoint).map(({ lon, lat }) => ({ lon, lat }));
}

function isPoint(value: unknown): value is Point {
  if (typeof value !== "object" || value === null || !("lon" in value) || !("lat" in value)) return false;
  return typeof value.lon === "number" && typeof value.lat === "number";
}
