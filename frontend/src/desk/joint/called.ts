/** How a called unit stands: when it has to be there, whether it came, how late. Pure. */
import { shortTime, span } from "../../state/format";
import { words } from "../../text/joint";

interface Called {
  report_in_by: string | null;
  reported_in_at: string | null;
}

export interface Standing {
  says: string;
  isLate: boolean;
}

export function standing({ report_in_by: by, reported_in_at: at }: Called, now: number): Standing | null {
  if (by === null) return null;
  const due = Date.parse(by);
  if (at !== null) {
    const late = Date.parse(at) - due;
    const says = words.reportedIn(shortTime(at, now));
    return late > 0 ? { says: `${says} · ${words.late(span(late))}`, isLate: true } : { says, isLate: false };
  }
  return now > due
    ? { says: words.notThere(span(now - due)), isLate: true }
    : { says: words.dueIn(shortTime(by, now)), isLate: false };
}
