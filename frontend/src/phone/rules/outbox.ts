/**
 * The outbox: which act goes next, and what an answer means. Pure; keep/sender.ts does what these decide.
 * Acts of one ticket go strictly one after another; behind a refused one the rest of that ticket waits for the person.
 * What is large waits for what is small of other tickets.
 */
import type { Allowed } from "../../wire/types";
import { type Act, askedOf, type CommandAct, isYetToBe } from "./acts";

export type ActStatus = "waiting" | "sending" | "held" | "refused";

/** The act on its way, and how much of it has left the phone. */
export interface Sending {
  operation: string;
  percent: number;
}

/** What a failed try means for the outbox. */
export type Verdict = "again" | "refused" | "reached" | "signed_out" | "locked" | "another_person";

interface Answer {
  status: number;
  type?: string;
  /** What may be done instead, where the ticket's state refuses the act. */
  allowed?: readonly Pick<Allowed, "command">[] | null;
}

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;
/** Refusals by the moment, not of the act: the same act may well be taken a little later. */
const MOMENTARY = new Set([0, 408, 425, 429, 500, 502, 503, 504]);

function problemOf(answer: Answer): string {
  return answer.type?.split(":").at(-1) ?? "";
}

/** What 收到 is said for: that the ticket can be answered. */
const AFTER_ACCEPTING = new Set(["answer", "co_reply"]);

/** 收到 twice, in two windows or from a message and here: what it was said for is so already. */
function isReached({ allowed }: Answer, act: Given): boolean {
  return act.command === "accept" && (allowed ?? []).some(({ command }) => AFTER_ACCEPTING.has(command));
}

/** What the service names where it waits for a photo. */
const EVIDENCE = "evidence";

interface Refusing {
  status: number;
  message: string;
  body: { field?: string | null; allowed?: Answer["allowed"] };
}

type Given = Pick<Act, "kind"> & { command?: string };

export function verdictOf(answer: Answer, act: Given): Verdict {
  const problem = problemOf(answer);
  if (answer.status === 401) return "signed_out";
  if (answer.status === 423) return "locked";
  if (problem === "another-person") return "another_person";
  if (problem === "collision") return "again";
  if (isReached(answer, act)) return "reached";
  // A ticket holds so many photos and recordings and no more; asking again changes nothing.
  if (answer.status === 429 && (act.kind === "photo" || act.kind === "voice")) return "refused";
  return MOMENTARY.has(answer.status) ? "again" : "refused";
}

/** The person's acts, oldest first. Those of others stay where they are until their own sign-in. */
export function actsOf(acts: readonly Act[], person: number): Act[] {
  return acts.filter((act) => act.person === person).sort((a, b) => a.id - b.id);
}

/** What takes minutes on a thin network. */
const LARGE: ReadonlySet<Act["kind"]> = new Set(["photo", "voice"]);

/** The oldest act of each ticket; where that was refused, nothing more of the ticket goes until the person has decided. */
function firstOfEach(mine: readonly Act[]): Act[] {
  const first = new Map<number, Act>();
  for (const act of mine) if (!first.has(act.ticket)) first.set(act.ticket, act);
  const stopped = new Set(mine.filter((act) => act.refused).map((act) => act.ticket));
  return [...first.values()].filter((act) => !stopped.has(act.ticket));
}

/** 收到 of one ticket does not wait for the photos of another. What is still asked about is passed over. */
export function nextToSend(acts: readonly Act[], person: number): Act | undefined {
  const ready = firstOfEach(actsOf(acts, person).filter((act) => askedOf(act) === undefined));
  return ready.find((act) => !LARGE.has(act.kind)) ?? ready[0];
}

export function statusOf(act: Act, acts: readonly Act[], sending: Sending | null): ActStatus {
  if (act.refused) return "refused";
  if (act.operation === sending?.operation) return "sending";
  const stopped = acts.some(
    (other) => other.refused && other.person === act.person && other.ticket === act.ticket,
  );
  return stopped ? "held" : "waiting";
}

/** Acts of a ticket that will go as they are, in order: what the screens may already show as done. */
export function pendingOf(acts: readonly Act[], person: number, ticket: number): Act[] {
  const mine = actsOf(acts, person).filter((act) => act.ticket === ticket);
  return mine.some((act) => act.refused) ? [] : mine;
}

/** What waits, counted as a person does: by what it is about. */
export interface Summary {
  waiting: number;
  /** Of those that wait, the ones that go once the person has answered what they are asked. */
  asked: number;
  refused: number;
  others: number;
  /** How many acts that is, one by one. */
  acts: number;
}

/** How many tickets acts are about. */
export function matters(acts: readonly Act[]): number {
  return new Set(acts.map((act) => act.ticket)).size;
}

/** A matter of which something was refused does not wait as well. */
export function summaryOf(acts: readonly Act[], person: number): Summary {
  const mine = acts.filter((act) => act.person === person);
  const stopped = new Set(mine.filter((act) => act.refused).map((act) => act.ticket));
  const waiting = mine.filter((act) => !stopped.has(act.ticket));
  return {
    waiting: matters(waiting),
    asked: matters(waiting.filter((act) => askedOf(act) !== undefined)),
    refused: stopped.size,
    others: matters(acts.filter((act) => act.person !== person)),
    acts: mine.length,
  };
}

/** How long to wait before the next try: longer each time, never all phones at once. */
export function waitAfter(attempts: number, random: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempts, 10)) * (0.5 + random / 2);
}

export type RefusalHelp = "lost" | "state" | "photo" | "other";

/** What is kept of a refusal. */
export function refusalOf({ status, message, body }: Refusing, act: Given): NonNullable<Act["refused"]> {
  const isOpen = (body.allowed ?? []).some(({ command }) => command === act.command);
  return { status, detail: message, field: body.field, isOpen };
}

/** Which advice goes with a refusal; what is of no ticket that was there cannot have been taken away. */
export function helpOf({ ticket, refused }: Pick<Act, "ticket" | "refused">): RefusalHelp {
  if (!refused || isYetToBe(ticket)) return "other";
  if (refused.status === 403 || refused.status === 404) return "lost";
  if (refused.field === EVIDENCE) return "photo";
  return refused.status === 409 && !refused.isOpen ? "state" : "other";
}

/** What was refused for want of a photo: whoever opens its form again takes it back into that. */
export function toMend(acts: readonly Act[], command: string): CommandAct | undefined {
  return acts.find(
    (act): act is CommandAct => act.kind === "command" && act.command === command && helpOf(act) === "photo",
  );
}
