/** A photo of the place: made ready on the phone, sent at once. */
import { type ChangeEvent, useState } from "react";
import { newOperation } from "../phone/keep/operation";
import { prepared } from "../phone/parts/camera";
import { position } from "../phone/parts/position";
import { text } from "../text";
import { words } from "../text/link";
import { api } from "../wire/api";
import { asProblem } from "../wire/problem";

const PLACE_WAIT_MS = 3_000;

interface Props {
  ticket: number;
  say(words: string): void;
  renew(): Promise<void>;
}

async function send(ticket: number, file: File): Promise<void> {
  const found = await position(PLACE_WAIT_MS);
  const fix = typeof found === "string" ? null : found;
  const at = Date.now();
  const form = new FormData();
  form.set("file", await prepared(file, { at, fix, fromGallery: false }), "photo.jpg");
  form.set("operation", newOperation());
  form.set("taken_at", new Date(at).toISOString());
  if (fix) {
    form.set("lon", String(fix.lon));
    form.set("lat", String(fix.lat));
  }
  await api.addEvidence(ticket, form);
}

export function PhotoButton({ ticket, say, renew }: Props) {
  const [busy, setBusy] = useState(false);
  async function chosen(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file) return;
    setBusy(true);
    try {
      await send(ticket, file);
      say(words.photoSent);
      await renew();
    } catch (error) {
      const problem = asProblem(error);
      say(problem.isOffline ? words.photoBad : (problem.body.detail ?? text.act.failed));
    } finally {
      setBusy(false);
    }
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
      {busy ? text.act.sending : words.photo}
    </label>
  );
}
