/** One kept act, put into the form that its route takes, and sent; given up for now where no answer comes in time. */
import { api } from "../../wire/api";
import { grievancesApi } from "../../wire/grievances";
import type { TicketRow } from "../../wire/types";
import type { Act } from "../rules/acts";

export const COMMAND_MS = 30_000;
const PHOTO_MS = 180_000;

export async function limited<T>(answer: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in time")), milliseconds);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

function photoForm(act: Act & { kind: "photo" }): FormData {
  const form = new FormData();
  form.set("file", act.photo, "photo.jpg");
  form.set("operation", act.operation);
  form.set("from_gallery", String(act.from_gallery));
  form.set("taken_at", act.done_at);
  if (act.shows) form.set("kind", act.shows);
  form.set("by", String(act.person));
  if (act.lon !== null && act.lat !== null) {
    form.set("lon", String(act.lon));
    form.set("lat", String(act.lat));
  }
  return form;
}

function voiceForm(act: Act & { kind: "voice" }): FormData {
  const form = new FormData();
  form.set("file", act.voice, "voice");
  form.set("operation", act.operation);
  form.set("taken_at", act.done_at);
  form.set("kind", "voice");
  form.set("seconds", String(act.seconds));
  form.set("by", String(act.person));
  return form;
}

/** Sends an act about a ticket that there is, or about none. */
export async function post(act: Exclude<Act, { kind: "report" }>): Promise<TicketRow | null> {
  if (act.kind === "grievance") {
    const { operation: id, words, named, person } = act;
    await limited(grievancesApi.say({ id, words, named, person }), COMMAND_MS);
    return null;
  }
  if (act.kind === "voice") {
    await limited(api.addEvidence(act.ticket, voiceForm(act)), PHOTO_MS);
    return null;
  }
  if (act.kind === "photo") {
    await limited(api.addEvidence(act.ticket, photoForm(act)), PHOTO_MS);
    return null;
  }
  const { operation, fields, done_at, state_seen, person } = act;
  const body = { operation, fields, done_at, state_seen, person };
  return (await limited(api.command(act.ticket, act.command, body), COMMAND_MS)).row;
}
