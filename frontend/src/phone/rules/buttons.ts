/**
 * Which buttons a ticket has on the phone: at most four big ones, "not mine" always, the rest under "other". Pure.
 * No button stands for a command the service did not allow.
 */
import type { Allowed, TicketDetail } from "../../wire/types";
import { DESK_FIELDS } from "./fields";

export interface Buttons {
  /** The one step that is asked for now: 收到, 签收, 签发, 报到. Big, alone in its line. */
  head: Allowed | null;
  call: boolean;
  navigate: boolean;
  photo: boolean;
  /** 办好了: the answer, a co-handler's reply, 即报即办 of one's own report, 立案 of a clue. */
  finish: Allowed | null;
  arrive: Allowed | null;
  decline: Allowed | null;
  others: Allowed[];
}

const HEADS = ["accept", "sign", "take", "sign_off", "sign_request", "report_in"];
const FINISHES = ["answer", "co_reply", "self_handle", "file_case", "close_case"];
const DECLINES = ["decline", "return", "refuse_signoff", "refuse_request", "refuse_case"];
const SIGNATURES = new Set(["sign_off", "sign_request"]);

/** The public reply waits for this person's word: a decision about words, not a way to go. */
export function asksSignoff({ head }: Pick<Buttons, "head">): boolean {
  return head?.command === "sign_off";
}

/** A signature is asked for: of a reply, or of a request to the hotline. */
function asksSignature(head: Allowed | null): boolean {
  return head !== null && SIGNATURES.has(head.command);
}

/** A button that opens its page first: a signature is read once more, a unit that reports in says who came. */
export function asksFirst({ head }: Pick<Buttons, "head">): boolean {
  return asksSignature(head) || head?.command === "report_in";
}

export function isForPhone(command: Allowed): boolean {
  return !command.fields.some((field) => field.required && DESK_FIELDS.has(field.kind));
}

function first(allowed: readonly Allowed[], commands: readonly string[]): Allowed | null {
  for (const command of commands) {
    const found = allowed.find((each) => each.command === command);
    if (found) return found;
  }
  return null;
}

export function buttonsOf(
  detail: Pick<TicketDetail, "caller" | "row">,
  allowed: readonly Allowed[],
): Buttons {
  const usable = allowed.filter(isForPhone);
  const head = first(usable, HEADS);
  const finish = first(usable, FINISHES);
  const arrive = head ? null : first(usable, ["arrive"]);
  const decline = first(usable, DECLINES);
  const works = usable.some((each) => each.command === "contact" || each.command === "arrive");
  const busy = (head !== null && !asksSignature(head)) || finish !== null;
  const shown = new Set([head, finish, arrive, decline].map((each) => each?.command));
  return {
    head,
    finish,
    arrive,
    decline,
    call: works && busy && detail.caller !== null,
    navigate: busy && (detail.row.lon !== null || detail.row.address.trim() !== ""),
    photo: (works || finish?.command === "self_handle") && head === null && finish !== null,
    others: usable.filter((each) => !shown.has(each.command)),
  };
}
