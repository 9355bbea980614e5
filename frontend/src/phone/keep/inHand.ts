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

/** Waits for all that is in hand now, under any of the numbers that a ticket has on this phone: whether all is kept. */
export async function allMade(...tickets: readonly number[]): Made {
  const made = await Promise.all(tickets.flatMap((ticket) => [...(inHand.get(ticket) ?? [])]));
  return made.every(Boolean);
}
