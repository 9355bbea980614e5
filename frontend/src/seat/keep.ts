/**
 * The open form, kept for this tab: a locked screen, an ended session or a reload in between costs nothing that was
 * typed. For the same person only, for the ticket that stays open only, and gone with the tab.
 */
export interface KeptForm<D = object> {
  person: number;
  /** null for the form that makes a ticket. */
  ticket: number | null;
  command: string;
  draft: D;
}

const KEY = "dispatch.form";

function isKept(value: unknown): value is KeptForm<object> {
  if (typeof value !== "object" || value === null) return false;
  const { person, ticket, command, draft } = value as Record<string, unknown>;
  const isAbout = typeof ticket === "number" || ticket === null;
  const isNamed = typeof person === "number" && isAbout && typeof command === "string";
  return isNamed && typeof draft === "object" && draft !== null;
}

/** Storage may be forbidden or full; the form then lives as long as the page shows it. */
export function keepForm(form: KeptForm<object>): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(form));
  } catch {
    forgetForm();
  }
}

export function forgetForm(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing can have been kept.
  }
}

/** What this person left unfinished on this ticket. What belongs to another person or ticket is forgotten. */
export function keptForm<D extends object>(person: number, ticket: number | null): KeptForm<D> | null {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    if (isKept(found) && found.person === person && found.ticket === ticket) return found as KeptForm<D>;
  } catch {
    // Unreadable is as good as nothing.
  }
  forgetForm();
  return null;
}
