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

/** So many snapshots are asked for at a time: a browser has six connections to a service, and people ask for more than lists. */
const AT_ONCE = 3;

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
  private readonly wanted = new Set<number>();
  private fetching = 0;
  private view: LiveView;

  constructor(ended: Ended, dial: () => Wire = ownWire) {
    this.dial = dial;
    this.ended = ended;
    this.view = this.look();
  }

  /** `streams`: those that the person will hear, as far as the page knows. */
  start(streams: readonly number[] = []): void {
    if (this.timer) return;
    this.timer = setInterval(() => this.feed({ kind: "tick" }), 1_000);
    window.addEventListener("online", this.online);
    document.addEventListener("visibilitychange", this.online);
    this.feed({ kind: "start", streams });
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
        this.wanted.add(action.stream);
        return this.fetchWanted();
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

  private fetchWanted(): void {
    for (const stream of this.wanted) {
      if (this.fetching >= AT_ONCE) return;
      this.wanted.delete(stream);
      void this.fetchSnapshot(stream);
    }
  }

  private async fetchSnapshot(stream: number): Promise<void> {
    this.fetching += 1;
    const found = await api.snapshot(stream).then(
      (snapshot): Input => ({ kind: "snapshot", snapshot }),
      (error): Input => ({ kind: "snapshot_failed", stream, status: asProblem(error).status }),
    );
    this.fetching -= 1;
    this.fetchWanted();
    this.feed(found);
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
