/** What this person, or their unit, owes beside the lead: who asks for what, and by when they have to be there. */
import { dayTime } from "../../state/format";
import { word } from "../../text";
import { words } from "../../text/joint";
import { usePhone } from "../context";
import { isCalled, type Part, partsOf } from "../rules/part";
import type { TicketView } from "../screens/ticket";
import { DueLine } from "./DueLine";
import { spokenDue } from "./due";

/** A clue asks for something as long as one of these may be given. */
const ABOUT_CASES: ReadonlySet<string> = new Set(["file_case", "refuse_case", "record_case", "close_case"]);

export function useOwedParts({ detail, allowed }: TicketView) {
  const { looker } = usePhone();
  const hasCase = allowed.some(({ command }) => ABOUT_CASES.has(command));
  return partsOf(detail.assignments, looker).filter(({ kind }) => kind !== "referral" || hasCase);
}

export function OwedParts({ parts }: { parts: ReturnType<typeof useOwedParts> }) {
  return parts.map((part) => (
    <section key={part.id} className="note" data-part="owed" data-kind={part.kind}>
      <p>
        <strong>{word(words.askedAs, part.kind)}</strong>
        {part.note ? `:${part.note}` : ""}
      </p>
      <Call part={part} />
      <p className="quiet">{word(words.askedFor, isCalled(part) ? "called" : part.kind)}</p>
    </section>
  ));
}

/** By when a called unit has to be there, or when it came. */
export function Call({ part }: { part: Part }) {
  const { now } = usePhone();
  const { report_in_by: by, reported_in_at: at } = part;
  if (by === null) return null;
  if (at !== null) return <span className="card-line">{words.reportedIn(dayTime(at, now))}</span>;
  const isLate = Date.parse(by) <= now;
  const due = { severity: isLate ? "overdue" : "soon", ...spokenDue(by, words.toReportIn, now) } as const;
  return (
    <span data-called={isLate ? "late" : "awaited"}>
      <DueLine due={due} />
    </span>
  );
}
