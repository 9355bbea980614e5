/** Which part of the desk this window shows: all of it, or what was moved to another screen. Pure but for the address. */
import type { Point } from "../../wire/types";

const PARTS = ["map", "ticket"] as const;
export type Part = (typeof PARTS)[number];

export function partOf(search: string): Part | null {
  const said = new URLSearchParams(search).get("window");
  return PARTS.find((part) => part === said) ?? null;
}

/** The words of an address, still naming the part that this window shows. */
export function withPart(words: string, part: Part | null): string {
  if (part === null) return words;
  return `?window=${part}${words.replace("?", "&")}`;
}

/** What windows tell each other. `look`: what was chosen, in a part or (null) at a whole desk. */
export type WindowWord =
  | { kind: "here"; part: Part; id: string }
  | { kind: "gone"; id: string }
  | { kind: "who" }
  | { kind: "close"; part: Part }
  | { kind: "look"; chosen: string; at: Part | null }
  | { kind: "pick"; state: string }
  | { kind: "point"; point: Point };

/** A part follows every window; a whole desk follows its parts, not another desk beside it. */
export function follows(here: Part | null, there: Part | null): boolean {
  return here !== null || there !== null;
}

/** Windows that said they are here, and when. */
export type Away = ReadonlyMap<string, { part: Part; at: number }>;

/** Hidden windows are slow to speak (browsers wake them once a minute); silent for longer, one has died. */
const SILENT_MS = 90_000;

export function heard(away: Away, word: WindowWord, now: number): Away {
  if (word.kind === "here") return new Map(away).set(word.id, { part: word.part, at: now });
  if (word.kind === "gone" && away.has(word.id)) return new Map([...away].filter(([id]) => id !== word.id));
  return away;
}

export function partsAway(away: Away, now: number): Part[] {
  const live = [...away.values()].filter(({ at }) => now - at <= SILENT_MS);
  return PARTS.filter((part) => live.some((each) => each.part === part));
}
