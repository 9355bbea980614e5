/** Instants as an input of date and time writes them: Shanghai's time. Pure. */
import { civil } from "./format";

const two = (n: number) => String(n).padStart(2, "0");

/** `2026-11-25T18:00` of an instant. */
export function forInput(instant: number | string): string {
  const at = civil(instant);
  return `${at.year}-${two(at.month)}-${two(at.day)}T${at.hour}:${at.minute}`;
}

/** The instant that such an input means; Shanghai has had no summer time since 1991. */
export function fromInput(typed: string): string | null {
  const at = Date.parse(`${typed}:00+08:00`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
