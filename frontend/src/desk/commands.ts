/** The service's buttons as the desk arranges them: the next step first, keys, words. Pure. */
import type { Allowed } from "../wire/types";

const KEYS: Readonly<Record<string, string>> = {
  sign: "s",
  undo_sign: "z",
  assign: "a",
  reassign: "a",
  review: "p",
  sign_off: "p",
  send_back: "b",
  refuse_signoff: "b",
  return: "r",
  answer: "e",
  decide: "d",
  grant: "d",
  force: "f",
  place: "l",
  relocate: "l",
  ask_caller: "q",
  declare_outside: "o",
  hand_up: "h",
  contact: "k",
  note: "n",
  classify: "x",
  urge: "u",
  take: "t",
  take_back: "t",
  request_up: "y",
};

/** Steps that move a ticket on; where the only such step is shut, its reason is shown without asking. */
const NEXT_STEPS: ReadonlySet<string> = new Set([
  "place",
  "decide",
  "sign",
  "assign",
  "accept",
  "grant",
  "answer",
  "review",
  "sign_off",
]);

export function keyOf(command: string): string | null {
  return KEYS[command] ?? null;
}

export function isOpen(allowed: Allowed): boolean {
  return !allowed.why;
}

export function takesNoFields(allowed: Allowed): boolean {
  return allowed.fields.length === 0;
}

/** Given many times a day; the others stand behind 更多. */
const FREQUENT: ReadonlySet<string> = new Set([
  ...["relocate", "return", "take_back", "force", "reassign", "recall", "send_back", "refuse_signoff"],
  ...["answer", "take", "accept", "decline", "hand_down", "report_in", "co_reply", "undo_sign"],
  ...["contact", "note", "urge", "pre_callback", "request_up", "sign_request", "refuse_request"],
  ...["supervise", "lift_supervision", "answer_supervision", "self_handle", "conclude", "reopen"],
]);

/** The other answers to where it is: as near at hand as the first one. */
const BESIDE: ReadonlySet<string> = new Set(["ask_caller", "declare_outside", "hand_up"]);

export interface Arranged {
  /** The one filled button. */
  first: Allowed | null;
  /** Buttons of the same question. */
  beside: Allowed[];
  others: Allowed[];
  /** What is seldom given, or shut. */
  rare: Allowed[];
  /** Why the next step is shut, where it is. */
  shut: string | null;
}

export function arrange(allowed: readonly Allowed[]): Arranged {
  const first = allowed.find((each) => each.primary && isOpen(each)) ?? null;
  const shut = first ? null : (allowed.find((each) => each.why && NEXT_STEPS.has(each.command))?.why ?? null);
  const rest = allowed.filter((each) => each !== first);
  const others = rest.filter((each) => !BESIDE.has(each.command));
  const isNear = (each: Allowed) =>
    NEXT_STEPS.has(each.command) || (FREQUENT.has(each.command) && isOpen(each));
  return {
    first,
    beside: rest.filter((each) => BESIDE.has(each.command)),
    others: others.filter(isNear),
    rare: others.filter((each) => !isNear(each)),
    shut,
  };
}

export function findOpen(allowed: readonly Allowed[], ...commands: string[]): Allowed | undefined {
  return allowed.find((each) => isOpen(each) && commands.includes(each.command));
}

/** The command a letter stands for now. */
export function commandOfKey(allowed: readonly Allowed[], key: string): Allowed | undefined {
  return allowed.find((each) => isOpen(each) && keyOf(each.command) === key);
}
