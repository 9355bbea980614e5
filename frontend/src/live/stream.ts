/**
 * The talk with the service's stream, without input or output: inputs in, actions out.
 * Owns the board, the resume rule, and what the connection indicator says. Run by live/socket.
 */
import { applyFrame, applySnapshot, type Board, emptyBoard, keepStreams } from "../state/apply";
import type {
  ClientMessage,
  Frame,
  HealthMessage,
  PresentPerson,
  ServerMessage,
  Snapshot,
  Versions,
  Welcome,
} from "../wire/types";

export type Input =
  | { kind: "start"; streams: readonly number[] }
  | { kind: "ticket"; token: string }
  | { kind: "ticket_failed"; status: number }
  | { kind: "opened" }
  | { kind: "message"; message: ServerMessage }
  | { kind: "closed"; code: number }
  | { kind: "snapshot"; snapshot: Snapshot }
  | { kind: "snapshot_failed"; stream: number; status: number }
  | { kind: "presence"; ticket: number | null }
  | { kind: "network"; online: boolean }
  | { kind: "tick" };

export type Action =
  | { kind: "fetch_ticket" }
  | { kind: "connect" }
  | { kind: "send"; message: ClientMessage }
  | { kind: "fetch_snapshot"; stream: number }
  | { kind: "close" }
  | { kind: "ended"; why: "signed_out" | "rights" };

export type Connection =
  | { kind: "connecting" }
  | { kind: "live"; at: number }
  | { kind: "catching_up"; missing: number }
  | { kind: "offline"; since: number };

type Phase = "idle" | "waiting" | "ticket" | "connecting" | "hello" | "open";

interface StreamProgress {
  phase: "fetching" | "fetch_again" | "resuming" | "live";
  since: number;
  missing: number;
}

const SILENCE_MS = 40_000;
const RESUME_MS = 10_000;
/** A resume with nothing to send is answered by silence; a refusal would have come by then. */
const QUIET_MS = 1_500;
const HANDSHAKE_MS = 15_000;
const BACKOFF_MS = 500;
const BACKOFF_MAX_MS = 30_000;
const CROWDED_MS = 15_000;
/** Within so long the clients of a process that stops spread over the others. */
const MOVING_MS = 3_000;
/** Sent on again and again for so long, a page says that it is offline. */
const MOVING_LONGEST_MS = 15_000;

/** How the service is, as it said last. */
export type Health = Pick<HealthMessage, "status" | "findings">;

const WELL: Health = { status: "ok", findings: [] };

export interface MapVersions {
  readonly boundaries: number;
  readonly names: number;
}

function versionsIn({ boundary_version, gazetteer_version }: Welcome | Versions): MapVersions | null {
  if (boundary_version === null || gazetteer_version === null) return null;
  return { boundaries: boundary_version, names: gazetteer_version };
}

export class StreamSession {
  board: Board = emptyBoard;
  presence: ReadonlyMap<number, readonly PresentPerson[]> = new Map();
  /** Service clock minus this machine's clock, in ms: deadlines are counted by the service's clock. */
  offset = 0;
  /** Which boundaries and names maps show now; null until the service has said so. */
  versions: MapVersions | null = null;
  health: Health = WELL;

  private phase: Phase = "idle";
  private phaseSince = 0;
  private streams = new Map<number, StreamProgress>();
  private rights = "";
  private attempts = 0;
  private retryAt = 0;
  private lastHeard = 0;
  private offlineSince: number | null = null;
  /** The process stops in good order and another one is about to take over: nothing is out of order. */
  private moving = false;
  private looking: number | null = null;
  private token = "";
  private readonly random: () => number;

  constructor(random: () => number = Math.random) {
    this.random = random;
  }

  handle(input: Input, now: number): Action[] {
    switch (input.kind) {
      case "start":
        return [...this.begin(now), ...this.fetchAhead(input.streams, now)];
      case "ticket":
        return this.connect(input.token, now);
      case "ticket_failed":
        return input.status === 401 ? this.end("signed_out") : this.retry(now);
      case "opened":
        return this.greet(now);
      case "message":
        return this.hear(input.message, now);
      case "closed":
        return this.closed(input.code, now);
      case "snapshot":
        return this.takeSnapshot(input.snapshot, now);
      case "snapshot_failed":
        return this.snapshotFailed(input.stream, input.status, now);
      case "presence":
        return this.look(input.ticket);
      case "network":
        return input.online ? this.hurry(now) : [];
      case "tick":
        return this.tick(now);
    }
  }

  /** What the header says: 实时 / 补收中 / 离线自. */
  connection(): Connection {
    if (this.offlineSince !== null) return { kind: "offline", since: this.offlineSince };
    if (this.moving) return { kind: "live", at: this.lastHeard };
    if (this.phase !== "open") return { kind: "connecting" };
    const behind = [...this.streams.values()].filter((stream) => stream.phase !== "live");
    if (behind.length === 0) return { kind: "live", at: this.lastHeard };
    const missing = behind.reduce((sum, stream) => sum + Math.max(stream.missing, 1), 0);
    return { kind: "catching_up", missing };
  }

  private enter(phase: Phase, now: number): void {
    this.phase = phase;
    this.phaseSince = now;
  }

  private begin(now: number): Action[] {
    this.enter("ticket", now);
    return [{ kind: "fetch_ticket" }];
  }

  /** What the page knows it will hear is asked for beside the handshake, not after it. */
  private fetchAhead(streams: readonly number[], now: number): Action[] {
    return streams.filter((stream) => !this.board.has(stream)).flatMap((stream) => this.refetch(stream, now));
  }

  private connect(token: string, now: number): Action[] {
    if (this.phase !== "ticket") return [];
    this.token = token;
    this.enter("connecting", now);
    return [{ kind: "connect" }];
  }

  private greet(now: number): Action[] {
    if (this.phase !== "connecting") return [];
    this.enter("hello", now);
    return [{ kind: "send", message: { type: "hello", ticket: this.token } }];
  }

  private hear(message: ServerMessage, now: number): Action[] {
    this.lastHeard = now;
    switch (message.type) {
      case "welcome":
        return this.welcome(message, now);
      case "frame":
        return this.takeFrame(message, now);
      case "refetch":
        return this.refetch(message.stream, now);
      case "ephemeral":
        this.presence = new Map(this.presence).set(message.ticket, message.people);
        return [];
      case "versions":
        this.versions = versionsIn(message);
        return [];
      case "health":
        this.health = message;
        return [];
      default:
        // A message of a newer service: this page does not know it, and misses nothing that it shows.
        return [];
    }
  }

  private welcome(message: Welcome, now: number): Action[] {
    this.enter("open", now);
    this.attempts = 0;
    this.offlineSince = null;
    this.moving = false;
    this.rights = message.rights;
    this.versions = versionsIn(message);
    this.offset = Date.parse(message.now) - now;
    this.board = keepStreams(this.board, message.streams);
    this.presence = new Map();
    this.health = WELL;
    const ahead = this.streams;
    this.streams = new Map();
    const joins = message.streams.flatMap((stream) => this.join(stream, ahead.get(stream), now));
    return this.looking === null ? joins : [...joins, ...this.look(this.looking)];
  }

  /** Resume where we were when the rights are still the same, else take the whole stream anew: it may be on its way. */
  private join(stream: number, ahead: StreamProgress | undefined, now: number): Action[] {
    const held = this.board.get(stream);
    if (held?.position.rights === this.rights) return this.resume(stream, now);
    if (held || ahead?.phase !== "fetching") return this.refetch(stream, now);
    this.streams.set(stream, ahead);
    return [];
  }

  private resume(stream: number, now: number): Action[] {
    const held = this.board.get(stream);
    if (!held) return this.refetch(stream, now);
    this.streams.set(stream, { phase: "resuming", since: now, missing: 0 });
    return [{ kind: "send", message: { type: "resume", stream, position: held.position } }];
  }

  private refetch(stream: number, now: number): Action[] {
    const state = this.streams.get(stream);
    if (state?.phase === "fetching") return [];
    this.streams.set(stream, { phase: "fetching", since: now, missing: 0 });
    return [{ kind: "fetch_snapshot", stream }];
  }

  private takeSnapshot(snapshot: Snapshot, now: number): Action[] {
    if (this.streams.get(snapshot.stream)?.phase !== "fetching") return [];
    this.board = applySnapshot(this.board, snapshot);
    return this.phase === "open" ? this.resume(snapshot.stream, now) : [];
  }

  private snapshotFailed(stream: number, status: number, now: number): Action[] {
    if (status === 401) return this.end("signed_out");
    if (this.streams.has(stream)) this.streams.set(stream, { phase: "fetch_again", since: now, missing: 0 });
    return [];
  }

  private takeFrame(frame: Frame, now: number): Action[] {
    const state = this.streams.get(frame.stream);
    if (!state || state.phase === "fetching" || state.phase === "fetch_again") return [];
    const { board, outcome } = applyFrame(this.board, frame);
    this.board = board;
    if (outcome === "epoch" || outcome === "no_snapshot") return this.refetch(frame.stream, now);
    if (outcome !== "gap") {
      this.streams.set(frame.stream, { phase: "live", since: now, missing: 0 });
      return [];
    }
    const missing = frame.to - (board.get(frame.stream)?.position.seq ?? frame.to);
    const actions = state.phase === "live" ? this.resume(frame.stream, now) : [];
    const since = state.phase === "live" ? now : state.since;
    this.streams.set(frame.stream, { phase: "resuming", since, missing });
    return actions;
  }

  private look(ticket: number | null): Action[] {
    this.looking = ticket;
    if (this.phase !== "open") return [];
    return [{ kind: "send", message: { type: "presence", ticket } }];
  }

  private closed(code: number, now: number): Action[] {
    if (this.phase === "idle" || this.phase === "waiting") return [];
    this.streams = new Map();
    if (code === 4403) return this.end("rights");
    if (code === 1012) return this.move(now);
    if (code === 4409) return this.again(now, 0);
    if (code === 4429) return this.again(now, CROWDED_MS * (0.5 + this.random()));
    return this.retry(now);
  }

  private end(why: "signed_out" | "rights"): Action[] {
    this.phase = "idle";
    this.streams = new Map();
    return [{ kind: "close" }, { kind: "ended", why }];
  }

  /** Wait longer each time, never all clients at once. */
  private retry(now: number): Action[] {
    const ceiling = Math.min(BACKOFF_MAX_MS, BACKOFF_MS * 2 ** this.attempts);
    this.attempts += 1;
    return this.again(now, ceiling * (0.5 + this.random() / 2));
  }

  /** Not all at once, and without a word: what the page shows is seconds old, and goes on from there. */
  private move(now: number): Action[] {
    const isFresh = now - this.lastHeard < MOVING_LONGEST_MS;
    if (!isFresh || (this.phase !== "open" && !this.moving)) return this.retry(now);
    this.moving = true;
    this.enter("waiting", now);
    this.retryAt = now + MOVING_MS * this.random();
    return [{ kind: "close" }];
  }

  private again(now: number, wait: number): Action[] {
    this.moving = false;
    this.enter("waiting", now);
    this.retryAt = now + wait;
    this.offlineSince ??= this.lastHeard || now;
    return [{ kind: "close" }];
  }

  private hurry(now: number): Action[] {
    return this.phase === "waiting" ? this.begin(now) : [];
  }

  private tick(now: number): Action[] {
    if (this.phase === "waiting") return now >= this.retryAt ? this.begin(now) : [];
    if (this.phase === "idle") return [];
    if (this.phase !== "open") return now - this.phaseSince > HANDSHAKE_MS ? this.retry(now) : [];
    if (now - this.lastHeard > SILENCE_MS) return this.retry(now);
    return [...this.streams].flatMap(([stream, state]) => this.nudge(stream, state, now));
  }

  private nudge(stream: number, state: StreamProgress, now: number): Action[] {
    if (state.phase === "resuming" && state.missing === 0 && now - state.since > QUIET_MS) {
      this.streams.set(stream, { phase: "live", since: now, missing: 0 });
      return [];
    }
    if (state.phase === "fetch_again" && now - state.since > 3_000) return this.refetch(stream, now);
    if (state.phase === "resuming" && now - state.since > RESUME_MS) return this.resume(stream, now);
    return [];
  }
}
