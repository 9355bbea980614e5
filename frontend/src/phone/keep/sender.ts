/**
 * Sends the outbox: reads it, sends the next act, keeps the answer, again. The rules are in rules/outbox.
 * The database is the truth; a page that is killed between sending and forgetting sends the same operation again,
 * which the service knows.
 */
import { text } from "../../text";
import { api } from "../../wire/api";
import { asProblem, type Problem } from "../../wire/problem";
import { scoresApi } from "../../wire/scores";
import type { TicketRow } from "../../wire/types";
import type { Act } from "../rules/acts";
import { nextToSend, verdictOf, waitAfter } from "../rules/outbox";
import type { PhoneDatabase } from "./database";

const LOCK = "dispatch-phone-outbox";
const COMMAND_MS = 30_000;
const PHOTO_MS = 180_000;

export interface SenderEvents {
  /** The outbox or what is being sent changed. */
  changed(acts: Act[], sending: string | null): void;
  /** An act was taken; waited for before the act is forgotten, so that the screen never flickers back. */
  taken(act: Act, row: TicketRow | null): Promise<void>;
  refused(act: Act, problem: Problem): void;
  stopped(why: "signed_out" | "locked" | "another_person"): void;
}

async function limited<T>(answer: Promise<T>, milliseconds: number): Promise<T> {
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

async function send(act: Act): Promise<TicketRow | null> {
  if (act.kind === "voice") {
    await limited(api.addEvidence(act.ticket, voiceForm(act)), PHOTO_MS);
    return null;
  }
  if (act.kind === "photo") {
    await limited(api.addEvidence(act.ticket, photoForm(act)), PHOTO_MS);
    return null;
  }
  if (act.kind === "report") {
    const { content, urgency, address, lon, lat, cell, operation, done_at, person } = act;
    const body = {
      content,
      urgency,
      address,
      lon,
      lat,
      cell,
      operation,
      done_at,
      person,
      type: "help" as const,
    };
    return (await limited(scoresApi.report(body), COMMAND_MS)).row;
  }
  const { operation, fields, done_at, state_seen, person } = act;
  const body = { operation, fields, done_at, state_seen, person };
  return (await limited(api.command(act.ticket, act.command, body), COMMAND_MS)).row;
}

export class Sender {
  private readonly database: PhoneDatabase;
  private readonly events: SenderEvents;
  private person: number | null = null;
  private busy = false;
  private again = false;
  private attempts = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(database: PhoneDatabase, events: SenderEvents) {
    this.database = database;
    this.events = events;
  }

  /** Whose acts may go: the person signed in, or nobody. */
  for(person: number | null): void {
    this.person = person;
    this.hurry();
  }

  /** The network is back, or something new is to be sent: try now. */
  hurry(): void {
    clearTimeout(this.timer);
    this.attempts = 0;
    void this.run();
  }

  async reload(): Promise<Act[]> {
    const acts = await this.database.acts();
    this.events.changed(acts, null);
    return acts;
  }

  async decide(act: Act, what: "again" | "drop"): Promise<void> {
    if (what === "drop" && act.kind === "report") await this.database.dropReport(act);
    else if (what === "drop") await this.database.delete("acts", act.id);
    else await this.database.putAct({ ...act, refused: null });
    await this.reload();
    this.hurry();
  }

  private async run(): Promise<void> {
    if (this.busy) {
      this.again = true;
      return;
    }
    this.busy = true;
    try {
      do {
        this.again = false;
        await this.alone();
      } while (this.again);
    } finally {
      this.busy = false;
    }
  }

  /** One tab sends at a time; where locks are missing the operation ids keep twins harmless. */
  private async alone(): Promise<void> {
    if (!navigator.locks) return this.drain();
    await navigator.locks.request(LOCK, () => this.drain());
  }

  private async drain(): Promise<void> {
    while (this.person !== null && navigator.onLine) {
      const acts = await this.reload();
      const act = nextToSend(acts, this.person);
      if (!act) return;
      this.events.changed(acts, act.operation);
      if (!(await this.attempt(act))) return;
    }
  }

  /** Whether to go on with the next act. */
  private async attempt(act: Act): Promise<boolean> {
    try {
      const row = await send(act);
      this.attempts = 0;
      await this.events.taken(act, row);
      if (act.kind === "report") await this.database.settle(act, row?.id ?? null, text.phone.reportLeft);
      else await this.database.delete("acts", act.id);
      await this.reload();
      return true;
    } catch (error) {
      return this.failed(act, asProblem(error));
    }
  }

  private async failed(act: Act, problem: Problem): Promise<boolean> {
    const verdict = verdictOf({ status: problem.status, type: problem.body.type }, act);
    if (verdict === "refused") {
      const refused = { status: problem.status, detail: problem.message };
      await this.database.putAct({ ...act, refused });
      this.events.refused({ ...act, refused }, problem);
      await this.reload();
      return true;
    }
    await this.reload();
    if (verdict === "again") this.tryLater();
    else {
      this.person = null;
      this.events.stopped(verdict);
    }
    return false;
  }

  private tryLater(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), waitAfter(this.attempts, Math.random()));
    this.attempts += 1;
  }
}
