/** Sends any act of the phone page: what was seen on patrol makes a ticket, everything else is about one. */
import { scoresApi } from "../../wire/scores";
import type { TicketRow } from "../../wire/types";
import type { Act } from "../rules/acts";
import { askedWithin } from "./limited";
import { COMMAND_MS, type Heard, post } from "./posting";

export async function postOrReport(act: Act, sent: Heard): Promise<TicketRow | null> {
  if (act.kind !== "report") return post(act, sent);
  const { content, urgency, address, lon, lat, cell, operation, done_at, person } = act;
  const body = {
    content,
    urgency,
    address,
    lon,
    lat,
    cell,
    operation,
    done_at,
    person,
    type: "help" as const,
  };
  return (await askedWithin((signal) => scoresApi.report(body, signal), COMMAND_MS)).row;
}
