/** What people said of a ticket on its way: of a step, with the work, and when the answer came back. Pure. */
import { text } from "../../text";
import type { JourneyStep, TicketDetail } from "../../wire/types";

/** Only words a person wrote are shown of a step's detail, never codes. */
const SPOKEN = ["basis", "note", "done", "text", "neighbour"];
const CODED_REASONS = new Set(["return"]);

type Journey = Pick<TicketDetail, "journey">;

export function spokenOf(step: JourneyStep): string {
  const detail = step.detail ?? {};
  const names = CODED_REASONS.has(step.command) ? SPOKEN : ["reason", ...SPOKEN];
  return names
    .map((name) => detail[name])
    .filter((value): value is string => typeof value === "string" && value.trim() !== "")
    .join(text.comma);
}

function lastOf({ journey }: Journey, commands: readonly string[]): JourneyStep | undefined {
  return [...journey].reverse().find(({ command }) => commands.includes(command));
}

/** Who gave it out, and what they wrote with it (交办意见). */
export function assignedWords(detail: Journey): string | null {
  const step = lastOf(detail, ["assign", "reassign"]);
  if (!step) return null;
  const who = step.actor_name ?? step.unit_name ?? "";
  const note = spokenOf(step);
  return note ? text.phone.assignedNote(who, note) : text.phone.assigned(who);
}

/** Why the answer came back (退回补办), until there is another one. */
export function sentBackWords(detail: Journey): string | null {
  const step = lastOf(detail, ["answer", "send_back"]);
  return step?.command === "send_back" ? text.phone.sentBack(spokenOf(step)) : null;
}
