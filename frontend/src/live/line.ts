/**
 * One socket for all windows of a person: each page talks as if the line were its own (hello, resume, presence), and
 * hears what comes in. Input in, actions out, no socket inside; run in a shared worker by live/line.worker.
 */

/** What a page says to the worker. */
export type FromPage = { kind: "open" } | { kind: "say"; text: string } | { kind: "leave" };

/** What the worker says to a page: a socket's events. */
export type ToPage = { kind: "opened" } | { kind: "heard"; text: string } | { kind: "closed"; code: number };

export type LineAction<P> =
  | { kind: "tell"; page: P; message: ToPage }
  | { kind: "dial" }
  | { kind: "say"; text: string }
  | { kind: "hang_up" };

/** The service speaks at least every so often; a line silent for longer is dead, whoever still holds it. */
const SILENCE_MS = 40_000;
const ABNORMAL = 1006;

type Kind = "welcome" | "frame" | "refetch" | "ephemeral" | "versions" | "health";

function kindOf(text: string): Kind {
  const quick = /^\{"type":"(\w+)"/.exec(text)?.[1];
  return (quick ?? (JSON.parse(text) as { type: string }).type) as Kind;
}

export class Line<P> {
  /** Pages that were welcomed, each with the ticket it looks at. */
  private readonly joined = new Map<P, number | null>();
  /** Pages that said hello while there was no welcome to give them yet. */
  private readonly waiting = new Map<P, string>();
  private phase: "down" | "dialling" | "greeting" | "up" = "down";
  private welcome: { text: string; at: number } | null = null;
  /** The newest of what a page that joins later has missed. */
  private readonly latest = new Map<string, string>();
  private lastHeard = 0;
  private looking: number | null = null;

  /** A page speaks. */
  page(page: P, said: FromPage, now: number): LineAction<P>[] {
    if (said.kind === "open") return [tell(page, { kind: "opened" })];
    if (said.kind === "leave") return this.leave(page);
    const message = JSON.parse(said.text) as { type: string; ticket?: number | null };
    if (message.type === "hello") return this.hello(page, said.text, now);
    if (!this.joined.has(page)) return [tell(page, { kind: "closed", code: ABNORMAL })];
    if (message.type !== "presence") return [{ kind: "say", text: said.text }];
    this.joined.set(page, message.ticket ?? null);
    return this.look(message.ticket ?? this.anyLook());
  }

  /** The socket is open: whoever waits first says hello for all. */
  opened(): LineAction<P>[] {
    const [text] = this.waiting.values();
    this.phase = "greeting";
    return text === undefined ? [{ kind: "hang_up" }] : [{ kind: "say", text }];
  }

  heard(text: string, now: number): LineAction<P>[] {
    this.lastHeard = now;
    const kind = kindOf(text);
    if (kind === "welcome") return this.welcomed(text, now);
    if (kind === "versions" || kind === "health") this.latest.set(kind, text);
    if (kind === "ephemeral") {
      const { ticket } = JSON.parse(text) as { ticket: number };
      this.latest.set(`ephemeral ${ticket}`, text);
    }
    return [...this.joined.keys()].map((page) => tell(page, { kind: "heard", text }));
  }

  closed(code: number): LineAction<P>[] {
    const all = [...this.joined.keys(), ...this.waiting.keys()];
    this.forget();
    return all.map((page) => tell(page, { kind: "closed", code }));
  }

  private forget(): void {
    this.joined.clear();
    this.waiting.clear();
    this.latest.clear();
    this.phase = "down";
    this.welcome = null;
    this.looking = null;
  }

  private hello(page: P, text: string, now: number): LineAction<P>[] {
    const isDead = this.phase === "up" && now - this.lastHeard > SILENCE_MS;
    const dropped: LineAction<P>[] = isDead ? [{ kind: "hang_up" }, ...this.closed(ABNORMAL)] : [];
    if (this.phase === "up" && this.welcome) return this.admit(page, now);
    this.waiting.set(page, text);
    if (this.phase !== "down") return dropped;
    this.phase = "dialling";
    return [...dropped, { kind: "dial" }];
  }

  private welcomed(text: string, now: number): LineAction<P>[] {
    this.phase = "up";
    this.welcome = { text, at: now };
    const pages = [...this.waiting.keys()];
    this.waiting.clear();
    return pages.flatMap((page) => this.admit(page, now));
  }

  /** The welcome as it would be said now, and what has changed since it was said. */
  private admit(page: P, now: number): LineAction<P>[] {
    if (!this.welcome) return [];
    this.joined.set(page, null);
    const welcome = JSON.parse(this.welcome.text) as { now: string };
    const passed = now - this.welcome.at;
    const text = JSON.stringify({
      ...welcome,
      now: new Date(Date.parse(welcome.now) + passed).toISOString(),
    });
    return [text, ...this.latest.values()].map((each) => tell(page, { kind: "heard", text: each }));
  }

  private leave(page: P): LineAction<P>[] {
    this.waiting.delete(page);
    this.joined.delete(page);
    if (this.joined.size + this.waiting.size > 0) return this.look(this.anyLook());
    const wasDown = this.phase === "down";
    this.forget();
    return wasDown ? [] : [{ kind: "hang_up" }];
  }

  /** Which ticket the person looks at, in whichever window. */
  private anyLook(): number | null {
    return [...this.joined.values()].find((ticket) => ticket !== null) ?? null;
  }

  private look(ticket: number | null): LineAction<P>[] {
    if (this.phase !== "up" || ticket === this.looking) return [];
    this.looking = ticket;
    return [{ kind: "say", text: JSON.stringify({ type: "presence", ticket }) }];
  }
}

function tell<P>(page: P, message: ToPage): LineAction<P> {
  return { kind: "tell", page, message };
}
