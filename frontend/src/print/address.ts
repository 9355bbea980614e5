/** Which paper an address asks for, and the address of a paper. Pure. */
import { queryOf } from "../wire/api";

export type Asked =
  | { ticket: number; paper: string; record: number | null }
  | { handover: number }
  /** The address names no paper. */
  | null;

function number(given: string | null): number | null {
  return given !== null && /^\d{1,15}$/.test(given) ? Number(given) : null;
}

export function readAddress(search: string): Asked {
  const query = new URLSearchParams(search);
  const handover = number(query.get("handover"));
  if (handover !== null) return { handover };
  const ticket = number(query.get("ticket"));
  const paper = query.get("paper") ?? "";
  if (ticket === null || !/^[a-z]{1,20}$/.test(paper)) return null;
  return { ticket, paper, record: number(query.get("record")) };
}

export function paperAddress(ticket: number, paper: string, record: number | null): string {
  return `/print${queryOf({ ticket, paper, record })}`;
}

export function handoverAddress(handover: number): string {
  return `/print${queryOf({ handover })}`;
}
