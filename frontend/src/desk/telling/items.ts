/** What a hand-over lists, in words: each part, how many, and what the next shift has to know of each ticket. */
import { shortTime } from "../../state/format";
import { text, word } from "../../text";
import { words } from "../../text/telling";
import { words as upward } from "../../text/upward";
import type { HandoverItems } from "../../wire/telling";

export type Part = keyof HandoverItems;
export const PARTS = Object.keys(words.items) as Part[];
/** The service lists so many of a part at most. */
const MOST = 50;

export function countOf(items: HandoverItems, part: Part): string {
  const { length } = items[part];
  return length < MOST ? String(length) : words.orMore(length);
}

/** A time for what is due or promised, the kind of a request, the state of what nobody has taken up. */
export function noteOf(part: Part, note: string | null, now: number): string {
  if (note === null) return "";
  switch (part) {
    case "overdue":
    case "due_today":
      return words.dueAt(shortTime(note, now));
    case "promises":
    case "call_again":
      return shortTime(note, now);
    case "above":
      return word(upward.kind, note);
    default:
      return word(text.state, note);
  }
}
