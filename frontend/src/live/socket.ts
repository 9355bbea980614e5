/** The thin shell around live/stream: a wire to the service, fetches and timers. One per page; the socket may be shared. */
import type { Board } from "../state/apply";
import { api } from "../wire/api";
import { asProblem } from "../wire/problem";
import type { PresentPerson, ServerMessage } from "../wire/types";
import {
  type Action,
  type Connection,
  type Health,
  type Input,
  type MapVersions,
  StreamSession,
} from "./stream";
import { ownWire, type Wire } from "./wire";

export interface LiveView {
  readonly board: Board;
  readonly connection: Connection;
  readonly presence: ReadonlyMap<number, readonly PresentPerson[]>;
  readonly offset: number;
  readonly versions: MapVersions | null;
  readonly health: Health;
}

type Ended = (why: "signed_out" | "rights") => void;

/** Runs the session and tells its listeners at most once a frame (of the screen) what changed. */
export class LiveConnection {
  private readonly session = new StreamSession();
  private readonly listeners = new Set<() => void>();
  private readonly ended: Ended;
  private readonly dial: () => Wire;
  private wire: Wire | null = null;
  private timer: ReturnType<typeof setInterval> | null = null;
  private scheduled = false;
  private view: LiveView;

  constructor(ended: Ended, dial: () => Wire = ownWire) {
    this.dial = dial;
    this.ended = ended;
    this.view = this.look();
  }

  start(): void {
    if (this.timer) return;
    this.timer = setInterval(() => this.feed({ kind: "tick" }), 1_000);
    window.addEventListener("online", this.online);
    document.addEventListener("visibilitychange", this.online);
    this.feed({ kind: "start" });
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    window.removeEventListener("online", this.online);
    document.removeEventListener("visibilitychange", this.online);
    this.dropWire();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): LiveView => this.view;

  /** Say which ticket this person is looking at; null for none. */
  lookAt(ticket: number | null): void {
    this.feed({ kind: "presence", ticket });
  }

  private online = (): void => {
    if (document.visibilityState === "visible") this.feed({ kind: "network", online: true });
  };

  private feed(input: Input): void {
    for (const action of this.session.handle(input, Date.now())) this.perform(action);
    this.announce();
  }

  private perform(action: Action): void {
    switch (action.kind) {
      case "fetch_ticket":
        return void this.fetchTicket();
      case "connect":
        return this.openWire();
      case "send":
        return this.wire?.send(JSON.stringify(action.message));
      case "fetch_snapshot":
        return void this.fetchSnapshot(action.stream);
      case "close":
        return this.dropWire();
      case "ended":
        return this.ended(action.why);
    }
  }

  private async fetchTicket(): Promise<void> {
    try {
      const { ticket } = await api.socketTicket();
      this.feed({ kind: "ticket", token: ticket });
    } catch (error) {
      this.feed({ kind: "ticket_failed", status: asProblem(error).status });
    }
  }

  private async fetchSnapshot(stream: number): Promise<void> {
    try {
      this.feed({ kind: "snapshot", snapshot: await api.snapshot(stream) });
    } catch (error) {
      this.feed({ kind: "snapshot_failed", stream, status: asProblem(error).status });
    }
  }

  private openWire(): void {
    this.dropWire();
    const wire = this.dial();
    this.wire = wire;
    wire.onopen = () => this.wire === wire && this.feed({ kind: "opened" });
    wire.onmessage = (text) => {
      if (this.wire === wire) this.feed({ kind: "message", message: JSON.parse(text) as ServerMessage });
    };
    wire.onclose = (code) => {
      if (this.wire !== wire) return;
      this.dropWire();
      this.feed({ kind: "closed", code });
    };
  }

  private dropWire(): void {
    const { wire } = this;
    this.wire = null;
    wire?.close();
  }

  private look(): LiveView {
    const { board, presence, offset, versions, health } = this.session;
    return { board, connection: this.session.connection(), presence, offset, versions, health };
  }

  private announce(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    // A hidden page gets no animation frames; it still has to keep its title and its counts.
    const later = document.visibilityState === "visible" ? requestAnimationFrame : queueMicrotask;
    later(() => {
      this.scheduled = false;
      this.view = this.look();
      for (const listener of this.listeners) listener();
    });
  }
}
