/**
 * What a ticket will look like once the acts that wait have been taken. Pure.
 * Only what the lifecycle says for sure is foreseen; what may really be done is decided when the acts arrive.
 */
import type { Allowed, TicketDetail, TicketRow, TicketState } from "../../wire/types";
import { type Act, isCommand } from "./acts";
import { lackingPhotos, shownBy, shownByActs, waitsForPhotos } from "./photos";

const MOVES: Readonly<Record<string, TicketState>> = {
  sign: "signed",
  accept: "in_progress",
  take: "in_progress",
  answer: "answered",
  decline: "signed",
  recall: "signed",
  assign: "assigned",
  reassign: "assigned",
  return: "returned",
  sign_off: "replied",
  refuse_signoff: "answered",
};

/** Commands after which nothing more is the person's to do before the center has answered. */
const GIVES_AWAY = [
  "answer",
  "decline",
  "recall",
  "assign",
  "reassign",
  "return",
  "review",
  "send_back",
  "sign_off",
  "refuse_signoff",
];
/** Commands that are over once given. */
const ONCE = ["co_reply", "arrive", "report_in"];

export function foreseenRow(row: TicketRow, acts: readonly Act[]): TicketRow {
  let seen = row;
  for (const act of acts) {
    const state = act.kind === "command" ? MOVES[act.command] : undefined;
    if (state) seen = { ...seen, state, ...leadAfter(act, seen) };
  }
  return seen;
}

function leadAfter(act: Act, row: TicketRow): Partial<TicketRow> {
  if (isCommand(act, "take")) return { lead_unit: row.unit, lead_person: act.person };
  if (isCommand(act, "decline", "recall")) return { lead_unit: null, lead_person: null };
  return {};
}

/** The ticket's photos and what is asked of them. */
type Asked = Pick<TicketDetail, "evidence" | "photos_asked">;

/** What may be done after the waiting acts; `forms` are the service's names and fields of every command. */
export function foreseenAllowed(
  allowed: readonly Allowed[],
  acts: readonly Act[],
  forms: readonly Allowed[],
  detail: Asked,
): Allowed[] {
  const seen = acts.reduce<Allowed[]>((sofar, act) => after(sofar, act, forms), [...allowed]);
  return seen.map((each) => withPhotos(each, acts, detail));
}

function after(allowed: Allowed[], act: Act, forms: readonly Allowed[]): Allowed[] {
  if (act.kind !== "command") return allowed;
  if (GIVES_AWAY.includes(act.command)) return allowed.filter((each) => each.command === "note");
  if (isCommand(act, "accept", "take")) {
    const rest = without(allowed, ["accept", "take", "sign", "undo_sign", "return", "assign", "answer"]);
    return [...added(forms, "answer"), ...added(missing(rest, forms), "arrive", "decline"), ...rest];
  }
  if (act.command === "sign") {
    return [...added(forms, "take", "assign", "answer"), ...without(allowed, ["sign"])];
  }
  return ONCE.includes(act.command) ? without(allowed, [act.command]) : allowed;
}

/** Photos on their way open an answer that was shut for want of them; the service has the last word. */
function withPhotos(each: Allowed, acts: readonly Act[], detail: Asked): Allowed {
  if (!waitsForPhotos(each.command)) return each;
  // A ticket kept by an earlier page has no rules.
  const asked = detail.photos_asked ?? [];
  const sent = shownBy(detail);
  const lacking = lackingPhotos(asked, null, [...sent, ...shownByActs(acts)]);
  const wasLacking = lackingPhotos(asked, null, sent) !== null;
  return { ...each, why: lacking ?? (wasLacking ? null : each.why) };
}

function without(allowed: readonly Allowed[], commands: readonly string[]): Allowed[] {
  return allowed.filter((each) => !commands.includes(each.command));
}

function missing(allowed: readonly Allowed[], forms: readonly Allowed[]): Allowed[] {
  return forms.filter((form) => !allowed.some((each) => each.command === form.command));
}

function added(forms: readonly Allowed[], ...commands: string[]): Allowed[] {
  return forms.filter((form) => commands.includes(form.command)).map((form) => ({ ...form, why: null }));
}
