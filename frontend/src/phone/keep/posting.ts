/** One kept act, put into the form that its route takes, and sent; given up for now where no answer comes in time. */
import { api } from "../../wire/api";
import { grievancesApi } from "../../wire/grievances";
import type { TicketRow } from "../../wire/types";
import { upload } from "../../wire/upload";
import type { Act } from "../rules/acts";
import { askedWithin } from "./limited";

export const COMMAND_MS = 30_000;

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

/** Hears which share of an act has left the phone. */
export type Heard = (share: number) => void;

/** Sends an act about a ticket that there is, or about none. */
export async function post(act: Exclude<Act, { kind: "report" }>, sent: Heard): Promise<TicketRow | null> {
  if (act.kind === "grievance") {
    const { operation: id, words, named, done_at, person } = act;
    const said = { id, words, named, done_at, person };
    await askedWithin((signal) => grievancesApi.say(said, signal), COMMAND_MS);
    return null;
  }
  if (act.kind !== "command") {
    const form = act.kind === "voice" ? voiceForm(act) : photoForm(act);
    await upload(`/api/tickets/${act.ticket}/evidence`, form, sent);
    return null;
  }
  const { operation, fields, done_at, state_seen, person } = act;
  const body = { operation, fields, done_at, state_seen, person };
  const command = (signal: AbortSignal) => api.command(act.ticket, act.command, body, signal);
  return (await askedWithin(command, COMMAND_MS)).row;
}
