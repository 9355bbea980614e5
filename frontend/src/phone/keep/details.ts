/**
 * Tickets in full: from the phone at once, from the service when it can be reached. One question at a time, because
 * the network outdoors is thin. Owned by the session.
 */
import { api } from "../../wire/api";
import { asProblem, type Problem } from "../../wire/problem";
import type { TicketDetail, TicketRow } from "../../wire/types";
import type { Kept } from "./kept";

/** `lost`: not this person's any more. `unknown`: never kept and the service cannot be reached. */
export interface Held {
  detail: TicketDetail | null;
  state: "loading" | "fresh" | "kept" | "unknown" | "failed" | "lost";
  words?: string;
}

export class Details {
  readonly held = new Map<number, Held>();
  private readonly kept: Kept;
  private readonly changed: () => void;
  private readonly refused: (problem: Problem) => void;
  private queue: number[] = [];
  private working: Promise<void> | null = null;

  constructor(kept: Kept, changed: () => void, refused: (problem: Problem) => void) {
    this.kept = kept;
    this.changed = changed;
    this.refused = refused;
  }

  /** Shows what is on the phone, then asks the service. */
  async open(id: number): Promise<void> {
    if (!this.held.has(id)) {
      this.set(id, { detail: null, state: "loading" });
      const detail = await this.kept.ticket(id).catch(() => undefined);
      if (detail && this.held.get(id)?.detail === null) this.set(id, { detail, state: "kept" });
    }
    await this.fetch(id);
  }

  /** Asks for the tickets that are missing or older than their row. */
  refresh(rows: readonly TicketRow[]): void {
    const behind = rows.filter((row) => (this.held.get(row.id)?.detail?.row.version ?? 0) < row.version);
    for (const { id } of behind) if (!this.queue.includes(id)) this.queue.push(id);
    this.working ??= this.work().finally(() => {
      this.working = null;
    });
  }

  private async work(): Promise<void> {
    for (let id = this.queue.shift(); id !== undefined; id = this.queue.shift()) {
      const problem = await this.fetch(id);
      if (problem?.isOffline) this.queue = [];
    }
  }

  async fetch(id: number): Promise<Problem | null> {
    try {
      const detail = await api.ticket(id);
      this.set(id, { detail, state: "fresh" });
      await this.kept.keepTicket(detail).catch(() => undefined);
      return null;
    } catch (error) {
      const problem = asProblem(error);
      this.failed(id, problem);
      return problem;
    }
  }

  private failed(id: number, problem: Problem): void {
    const detail = this.held.get(id)?.detail ?? null;
    if (problem.status === 404 || problem.status === 403) {
      void this.kept.dropTicket(id).catch(() => undefined);
      return this.set(id, { detail: null, state: "lost" });
    }
    this.refused(problem);
    if (detail) return this.set(id, { detail, state: "kept" });
    if (problem.isOffline) return this.set(id, { detail: null, state: "unknown" });
    this.set(id, { detail: null, state: "failed", words: problem.message });
  }

  private set(id: number, held: Held): void {
    this.held.set(id, held);
    this.changed();
  }
}
