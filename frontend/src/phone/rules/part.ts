/** What is asked of somebody beside the lead (吹哨, 双交办, 协办, 线索移交), and until when. Pure. */
import type { OwedPart, TicketDetail } from "../../wire/types";
import type { Looker } from "./lists";

type Assignment = TicketDetail["assignments"][number];
export type Part = Pick<OwedPart, "kind" | "note" | "report_in_by" | "reported_in_at">;

/** Their own open parts, those they are called to first. */
export function partsOf(assignments: readonly Assignment[], looker: Looker): Assignment[] {
  const mine = assignments.filter(
    ({ part, closed_at, reply, unit, person }) =>
      part === "co" && closed_at === null && reply === null && isTheirs(unit, person, looker),
  );
  return mine.sort((a, b) => Number(isCalled(b)) - Number(isCalled(a)));
}

function isTheirs(unit: number, person: number | null, looker: Looker): boolean {
  return person === null ? looker.units.has(unit) : person === looker.person || looker.absent.has(person);
}

/** Whether they are waited for on the spot. */
export function isCalled({ report_in_by, reported_in_at }: Part): boolean {
  return report_in_by !== null && reported_in_at === null;
}
