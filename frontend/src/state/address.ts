/** What the address bar keeps: filters and the open ticket, never a name, a number or words searched for. */
import type { ClockFilter, Duty } from "./duties";
import { DUTIES } from "./duties";

const PANELS = ["new", "dead", "calls", "duty", "call-list", "joint", "upward"] as const;
/** What the right column shows instead of a ticket. */
export type Panel = (typeof PANELS)[number] | null;

export interface Address {
  duty: Duty | null;
  clock: ClockFilter;
  stream: number | null;
  ticket: number | null;
  panel: Panel;
}

function wholeNumber(value: string | null): number | null {
  return value !== null && /^\d{1,15}$/.test(value) ? Number(value) : null;
}

export function readAddress(search: string): Address {
  const query = new URLSearchParams(search);
  const duty = query.get("duty");
  const clock = query.get("clock");
  const panel = query.get("panel");
  return {
    duty: DUTIES.find((name) => name === duty) ?? null,
    clock: clock === "soon" || clock === "overdue" ? clock : null,
    stream: wholeNumber(query.get("town")),
    ticket: wholeNumber(query.get("ticket")),
    panel: PANELS.find((name) => name === panel) ?? null,
  };
}

export function writeAddress(address: Address): string {
  const query = new URLSearchParams();
  if (address.duty) query.set("duty", address.duty);
  if (address.clock) query.set("clock", address.clock);
  if (address.stream !== null) query.set("town", String(address.stream));
  if (address.ticket !== null) query.set("ticket", String(address.ticket));
  if (address.panel) query.set("panel", address.panel);
  const words = query.toString();
  return words ? `?${words}` : "";
}
