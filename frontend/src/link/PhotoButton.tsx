/** A photo of the place: made ready on the phone, kept, sent when there is a network. */
import { type ChangeEvent, useState } from "react";
import { prepared } from "../look/camera";
import { type Made, takeInHand } from "../phone/keep/inHand";
import { position } from "../phone/parts/position";
import { text } from "../text";
import { words } from "../text/link";
import type { Giving } from "./giving";
import type { Outbox } from "./outbox";

const PLACE_WAIT_MS = 3_000;

interface Props {
  ticket: number;
  giving: Giving;
  outbox: Outbox;
}

export function PhotoButton({ ticket, giving, outbox }: Props) {
  const [busy, setBusy] = useState(false);
  async function keep(file: File): Made {
    const act = giving.common(text.phone.photo);
    const found = await position(PLACE_WAIT_MS);
    const fix = typeof found === "string" ? null : found;
    const stamp = { at: Date.parse(act.done_at), fix, fromGallery: false };
    const photo = await prepared(file, stamp).catch(() => null);
    if (!photo) {
      giving.setSaid(words.photoBad);
      return false;
    }
    const place = { lon: fix?.lon ?? null, lat: fix?.lat ?? null };
    return giving.keep(outbox.add({ ...act, kind: "photo", photo, from_gallery: false, ...place }));
  }
  async function chosen(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file) return;
    setBusy(true);
    await takeInHand(ticket, keep(file));
    setBusy(false);
  }
  return (
    <label className="tall" data-command="photo">
      <input
        className="visually-hidden"
        type="file"
        accept="image/*"
        capture="environment"
        disabled={busy}
        onChange={(event) => void chosen(event)}
      />
      {busy ? text.phone.photoPreparing : text.phone.photo}
    </label>
  );
}
