/** Whether a version may be published as it was looked at. Pure. */
import type { Preview, Version } from "../../wire/administration";
import { isChecked } from "./steps";

export type Hindrance = "unchecked" | "blocked" | "old";

/** What stands between a draft and its publication; null for nothing. */
export function publishHindrance(version: Version, preview: Preview): Hindrance | null {
  if (preview.revision !== version.revision) return "old";
  if (!isChecked(version)) return "unchecked";
  return preview.blocking.length > 0 || (version.checked?.blocking ?? 0) > 0 ? "blocked" : null;
}

/** Figures as people type them: full-width, with commas or blanks. */
function figure(typed: string): number | null {
  const plain = typed.normalize("NFKC").replace(/[\s,]/g, "");
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
}

export function isTypedRight(typed: { moved: string; other: string }, { tickets }: Preview): boolean {
  return figure(typed.moved) === tickets.moved && figure(typed.other) === tickets.other_center;
}
