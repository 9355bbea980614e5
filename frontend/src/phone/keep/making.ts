/** Acts as they are made: what every one says (whose, of which ticket as it was seen, when), and those of no ticket. */
import type { TicketRow } from "../../wire/types";
import type { GrievanceAct, ReportAct } from "../rules/acts";
import { newOperation } from "./operation";

/** The part that all acts share. `now` by the service's clock. */
export function actOf(
  row: Pick<TicketRow, "id" | "title" | "state">,
  person: number,
  label: string,
  now: number,
) {
  return {
    operation: newOperation(),
    person,
    ticket: row.id,
    title: row.title,
    label,
    state_seen: row.state,
    done_at: new Date(now).toISOString(),
    refused: null,
  };
}

/** So much of the words stands in the list of what is to be sent. */
const TITLE = 30;

type Seen = Pick<ReportAct, "content" | "urgency" | "address" | "lon" | "lat" | "cell">;

/** What was seen on patrol, as an act: of a ticket yet to be made, which has a number of this phone's own until then. */
export function reportOf(seen: Seen, person: number, label: string, now: number): Omit<ReportAct, "id"> {
  const row = { id: -Date.now(), title: seen.content.slice(0, TITLE), state: "unplaced" as const };
  return { ...actOf(row, person, label, now), kind: "report", ...seen };
}

export type Grieved = Pick<GrievanceAct, "words" | "named">;

/** 投诉建议 as an act like any other. */
export function grievanceOf(
  { words, named }: Grieved,
  person: number,
  label: string,
  now: number,
): Omit<GrievanceAct, "id"> {
  const row = { id: -Date.now(), title: words.slice(0, TITLE), state: "unplaced" as const };
  return { ...actOf(row, person, label, now), kind: "grievance", words, named };
}
