/**
 * What needs time before it is kept: a photo made ready, a position looked for. What a person does afterwards with the
 * same ticket may rest on it and waits for it, whichever page they have gone to meanwhile.
 */

/** Whether what was made is kept. */
export type Made = Promise<boolean>;

const inHand = new Map<number, Set<Made>>();

function without(ticket: number, made: Made): void {
  const held = inHand.get(ticket);
  held?.delete(made);
  if (held?.size === 0) inHand.delete(ticket);
}

export function takeInHand(ticket: number, made: Made): Made {
  inHand.set(ticket, (inHand.get(ticket) ?? new Set()).add(made));
  return made.finally(() => without(ticket, made));
}

/** What is asked about before it is kept, and how it is kept without the answer. */
const asked = new Map<number, () => Made>();

/** A question that nobody has to answer; `without` keeps what it was asked about. */
export function takeAsked(ticket: number, without: () => Made): void {
  asked.set(ticket, without);
}

/** The question is over: whatever it was asked about is kept by whoever ended it. */
export function answered(ticket: number): void {
  asked.delete(ticket);
}

/** Keeps without an answer what is still asked about: the person has gone on, or away. Once. */
export async function keepUnanswered(ticket: number): Made {
  const without = asked.get(ticket);
  asked.delete(ticket);
  return without ? takeInHand(ticket, without()) : true;
}

/**
 * Waits for all that is in hand now, under any of the numbers that a ticket has on this phone, then for what is still
 * asked about: whether all of it is kept.
 */
export async function allMade(...tickets: readonly number[]): Made {
  const made = await Promise.all(tickets.flatMap((ticket) => [...(inHand.get(ticket) ?? [])]));
  const unanswered = await Promise.all(tickets.map(keepUnanswered));
  return [...made, ...unanswered].every(Boolean);
}
