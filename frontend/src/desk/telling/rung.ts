/** What rings at a desk, and how: the ordinary is silent at night and counted, the urgent sounds twice, the critical until it is signed. */
import { sound } from "../../seat/sound";
import type { TicketRow } from "../../wire/types";

/** The alarm once, so that a person can say that it is heard. */
export function playAlarm(): void {
  sound(1);
}

export interface Rung {
  /** How often it sounds now. */
  times: number;
  /** It goes on sounding until nothing critical waits. */
  isCalling: boolean;
  /** Arrived while nothing was to sound, and waiting still. */
  silent: ReadonlySet<number>;
}

/**
 * `before` are those that waited when we last looked; null at first sight, when nothing is new. What came at night
 * stays counted until somebody takes it up.
 */
export function rung(
  before: ReadonlySet<number> | null,
  silent: ReadonlySet<number>,
  waiting: readonly TicketRow[],
  isNight: boolean,
): Rung {
  const fresh = before === null ? [] : waiting.filter(({ id }) => !before.has(id));
  const isCalling = waiting.some(({ urgency }) => urgency === "critical");
  const isUrgent = fresh.some(({ urgency }) => urgency === "urgent");
  const ordinary = fresh.filter(({ urgency }) => urgency === "normal");
  const still = waiting.filter(({ id }) => silent.has(id));
  const hushed = isNight ? [...still, ...ordinary] : still;
  const times = isUrgent ? 2 : ordinary.length > 0 && !isNight ? 1 : 0;
  return { times, isCalling, silent: new Set(hushed.map(({ id }) => id)) };
}
