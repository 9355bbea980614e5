/** Photos and recorded words apart: each has its own place on the page. Pure. */
import type { Evidence } from "../wire/types";

export function picturesOf(evidence: readonly Evidence[]): Evidence[] {
  return evidence.filter(({ kind }) => kind !== "voice");
}

export function voicesOf(evidence: readonly Evidence[]): Evidence[] {
  return evidence.filter(({ kind }) => kind === "voice");
}
