/** What a leader heeds before signing a reply: an unhappy caller, what the review found poor, doubts, words let through. Pure. */
import { text, word } from "../../text";
import type { TicketDetail } from "../../wire/types";

export interface Heeded {
  kind: "warning" | "flag" | "doubt" | "released";
  words: string;
}

type Answer = TicketDetail["answer"];

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function wordsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** 预警工单: not solved in the caller's eyes, or not satisfied. */
function warning(answer: Answer): Heeded[] {
  const heard = answer?.pre_callback as Record<string, unknown> | null | undefined;
  if (!heard || (heard.solved !== "no" && heard.satisfied !== "dissatisfied")) return [];
  const told = [
    heard.solved === "no" ? text.closing.notSolved : text.closing.solved,
    word(text.closing.satisfied, textOf(heard.satisfied)),
    textOf(heard.text),
  ].filter(Boolean);
  return [{ kind: "warning", words: text.phone.heeded.warning(told.join(text.dot)) }];
}

function doubt(answer: Answer): Heeded[] {
  const doubts = wordsOf(answer?.evidence_doubts);
  if (doubts.length === 0) return [];
  const reason = textOf(answer?.evidence_reason);
  const words = [
    `${text.closing.doubt}: ${doubts.join(text.dot)}`,
    reason ? text.closing.doubtReason(reason) : "",
  ];
  return [{ kind: "doubt", words: words.filter(Boolean).join(text.dot) }];
}

/** The gravest first; empty where nothing speaks against signing. */
export function heededOf(answer: Answer): Heeded[] {
  const released = textOf(answer?.released);
  return [
    ...warning(answer),
    ...wordsOf(answer?.flags).map((words) => ({ kind: "flag", words }) as const),
    ...doubt(answer),
    ...(released ? [{ kind: "released", words: text.closing.released(released) } as const] : []),
  ];
}

/** By which rule it comes to be signed. */
export function signedWhy(answer: Answer): string {
  return textOf(answer?.signed_why);
}
