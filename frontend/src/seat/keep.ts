/**
 * Open forms, kept for this tab: a locked screen, an ended session, a reload, a look at another ticket in between cost
 * nothing that was typed. One for each ticket, the last few of them, for the same person only, and gone with the tab.
 */
export interface KeptForm<D = object> {
  person: number;
  /** null for the form that makes a ticket. */
  ticket: number | null;
  command: string;
  draft: D;
}

const KEY = "dispatch.forms";
const MOST = 10;

function isKept(value: unknown): value is KeptForm<object> {
  if (typeof value !== "object" || value === null) return false;
  const { person, ticket, command, draft } = value as Record<string, unknown>;
  const isAbout = typeof ticket === "number" || ticket === null;
  const isNamed = typeof person === "number" && isAbout && typeof command === "string";
  return isNamed && typeof draft === "object" && draft !== null;
}

/** Every kept form, the newest last; unreadable is as good as nothing. */
function held(): KeptForm<object>[] {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? found.filter(isKept) : [];
  } catch {
    return [];
  }
}

function hold(forms: readonly KeptForm<object>[]): void {
  try {
    if (forms.length > 0) sessionStorage.setItem(KEY, JSON.stringify(forms.slice(-MOST)));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Storage may be forbidden or full: the form then lives as long as the page shows it.
  }
}

export function keepForm(form: KeptForm<object>): void {
  const others = held().filter(({ person, ticket }) => person === form.person && ticket !== form.ticket);
  hold([...others, form]);
}

/** The form of this ticket was sent or given up. */
export function forgetForm(about: number | null): void {
  hold(held().filter(({ ticket }) => ticket !== about));
}

/** Whoever leaves the seat leaves nothing behind. */
export function forgetForms(): void {
  hold([]);
}

/** What this person left unfinished on this ticket; what belongs to another person is forgotten. */
export function keptForm<D extends object>(person: number, ticket: number | null): KeptForm<D> | null {
  const forms = held();
  const own = forms.filter((form) => form.person === person);
  if (own.length < forms.length) hold(own);
  return (own.find((form) => form.ticket === ticket) as KeptForm<D> | undefined) ?? null;
}
