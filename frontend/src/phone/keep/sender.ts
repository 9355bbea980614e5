/**
 * Sends the outbox: reads it, sends the next act, keeps the answer, again. The rules are in rules/outbox.
 * The database is the truth; a page that is killed between sending and forgetting sends the same operation again,
 * which the service knows.
 */
import { text } from "../../text";
import { asProblem, type Problem } from "../../wire/problem";
import type { TicketRow } from "../../wire/types";
import type { Act } from "../rules/acts";
import { nextToSend, refusalOf, type Sending, verdictOf, waitAfter } from "../rules/outbox";
import type { ActKeeper } from "./database";
import { limited } from "./limited";

/** How long what follows from a taken act may take; the next acts do not wait longer for it. */
const TAKEN_MS = 15_000;
const STEP = 5;
/** What has left the phone has not arrived. */
const MOST_SENT = 95;

export interface SenderEvents {
  /** The outbox or what is being sent changed. */
  changed(acts: Act[], sending: Sending | null): void;
  /** More of what is being sent has left. */
  moved(sending: Sending): void;
  /** An act was taken; waited for before the act is forgotten, so that the screen never flickers back. */
  taken(act: Act, row: TicketRow | null): Promise<void>;
  refused(act: Act, problem: Problem): void;
  stopped(why: "signed_out" | "locked" | "another_person"): void;
}

export interface SenderParts {
  keeper: ActKeeper;
  /** Names the lock under which one tab sends at a time. */
  lock: string;
  /** Which of the kept acts are this page's to send. */
  isOurs(act: Act): boolean;
  /** Sends an act: what the ticket looks like afterwards, where it still can be seen. */
  post(act: Act, sent: (share: number) => void): Promise<TicketRow | null>;
}

export class Sender {
  private readonly parts: SenderParts;
  private readonly events: SenderEvents;
  private person: number | null = null;
  private busy = false;
  private again = false;
  private attempts = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: SenderParts, events: SenderEvents) {
    this.parts = parts;
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
    const acts = await this.parts.keeper.acts();
    this.events.changed(acts, null);
    return acts;
  }

  async decide(act: Act, what: "again" | "drop"): Promise<void> {
    if (what === "drop") await this.parts.keeper.drop(act);
    else await this.parts.keeper.putAct({ ...act, refused: null });
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
    await navigator.locks.request(this.parts.lock, () => this.drain());
  }

  private async drain(): Promise<void> {
    while (this.person !== null && navigator.onLine) {
      const acts = await this.reload();
      const act = nextToSend(acts.filter(this.parts.isOurs), this.person);
      if (!act) return;
      this.events.changed(acts, { operation: act.operation, percent: 0 });
      if (!(await this.attempt(act))) return;
    }
  }

  /** Whether to go on with the next act. */
  private async attempt(act: Act): Promise<boolean> {
    try {
      const row = await this.parts.post(act, this.telling(act));
      this.attempts = 0;
      await limited(this.events.taken(act, row), TAKEN_MS).catch(() => undefined);
      await this.parts.keeper.settle(act, row?.id ?? null, text.phone.reportLeft);
      await this.reload();
      return true;
    } catch (error) {
      return this.failed(act, asProblem(error));
    }
  }

  /** Says how much has left, in steps that a person can follow. */
  private telling({ operation }: Act): (share: number) => void {
    let last = 0;
    return (share) => {
      const percent = Math.min(MOST_SENT, Math.floor((share * 100) / STEP) * STEP);
      if (percent === last) return;
      last = percent;
      this.events.moved({ operation, percent });
    };
  }

  private async failed(act: Act, problem: Problem): Promise<boolean> {
    const { type, allowed } = problem.body;
    const verdict = verdictOf({ status: problem.status, type, allowed }, act);
    if (verdict === "reached") return this.reached(act);
    if (verdict === "refused") {
      const refused = refusalOf(problem, act);
      await this.parts.keeper.putAct({ ...act, refused });
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

  /** It is as the person wanted it, by another way: nothing is left to send or to ask them. */
  private async reached(act: Act): Promise<boolean> {
    await this.events.taken(act, null);
    await this.parts.keeper.drop(act);
    await this.reload();
    return true;
  }

  private tryLater(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), waitAfter(this.attempts, Math.random()));
    this.attempts += 1;
  }
}
