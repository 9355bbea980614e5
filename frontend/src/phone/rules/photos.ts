/**
 * Which photos an answer is asked for, by the district's rules: judged on the phone, which may be without network. Pure.
 * The service judges the same anew when the answer arrives.
 */
import { picturesOf } from "../../state/evidence";
import { text } from "../../text";
import type { PhotosAsked, TicketDetail } from "../../wire/types";
import { type Act, PHOTO_KINDS, type PhotoKind } from "./acts";

/** Commands that wait for photos. */
const WAITS = new Set(["answer", "self_handle"]);

export function waitsForPhotos(command: string): boolean {
  return WAITS.has(command);
}

/** What the photos that the service has show; one that does not say counts as taken after. */
export function shownBy({ evidence }: Pick<TicketDetail, "evidence">): PhotoKind[] {
  return picturesOf(evidence).map(({ kind }) => (kind && kind !== "voice" ? kind : "after"));
}

/** The same of those that are still on the phone. */
export function shownByActs(acts: readonly Act[]): PhotoKind[] {
  return acts.flatMap((act) => (act.kind === "photo" ? [act.shows ?? "after"] : []));
}

/** What photos are still missing, as a sentence; of the rules the first that fits decides. */
export function lackingPhotos(
  asked: readonly PhotosAsked[],
  howClosed: unknown,
  shown: readonly PhotoKind[],
): string | null {
  const rule = asked.find(({ how_closed }) => how_closed === null || how_closed.includes(String(howClosed)));
  if (!rule) return null;
  const missing = PHOTO_KINDS.filter((kind) => rule.kinds.includes(kind) && !shown.includes(kind));
  if (missing.length > 0) {
    return text.phone.photosMissing(
      missing.map((kind) => text.phone.photoNames[kind]).join(text.comma),
      rule.reason,
    );
  }
  return shown.length < rule.least ? text.phone.photosFew(rule.least, shown.length) : null;
}

/** Why an answer stays shut, once it is said how it is closed. */
export function shutForPhotos(
  command: string,
  howClosed: unknown,
  detail: TicketDetail,
  pending: readonly Act[],
): string | null {
  if (!waitsForPhotos(command)) return null;
  // A ticket kept by an earlier page has no rules.
  return lackingPhotos(detail.photos_asked ?? [], howClosed, [...shownBy(detail), ...shownByActs(pending)]);
}
