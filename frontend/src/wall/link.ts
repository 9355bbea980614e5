/**
 * The wall's line to the service: asks every two seconds, shows a code until somebody pairs it, says since when it is
 * not live, and forgets everything once it is ended. Holds one picture, however long it runs. Knows no React.
 */
import { asProblem } from "../wire/problem";
import { type Ground, type WallPairing, type WallPicture, wallApi } from "../wire/wall";

export const ASK_MS = 2_000;
const PATIENCE_MS = 8_000;
const ENDED_MS = 60_000;

export type Shown =
  | { kind: "starting" }
  | { kind: "pairing"; pairing: WallPairing | null }
  | { kind: "ended" }
  /** `away`: since when no answer came, by this machine's clock; null while answers come. */
  | { kind: "picture"; picture: WallPicture; ground: Ground | null; takenAt: number; away: number | null };

type Asks = Pick<typeof wallApi, "picture" | "ground" | "pairing">;

export class WallLink {
  shown: Shown = { kind: "starting" };
  private listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private version: number | null = null;
  private isRunning = false;

  private readonly asks: Asks;
  private readonly now: () => number;

  constructor(asks: Asks = wallApi, now: () => number = Date.now) {
    this.asks = asks;
    this.now = now;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): Shown => this.shown;

  /** Ask from now on; the function it gives ends that. */
  start(): () => void {
    this.isRunning = true;
    void this.turn();
    return () => {
      this.isRunning = false;
      clearTimeout(this.timer);
    };
  }

  /** Ask for a code although the screen was ended. */
  async pairAgain(): Promise<void> {
    this.show({ kind: "pairing", pairing: null });
    await this.askForCode();
    this.next(ASK_MS);
  }

  /** One question and what follows from its answer. */
  async step(): Promise<number> {
    try {
      const picture = await this.asks.picture(AbortSignal.timeout(PATIENCE_MS));
      const ground = await this.groundOf(picture.boundary_version);
      this.show({ kind: "picture", picture, ground, takenAt: this.now(), away: null });
      return ASK_MS;
    } catch (error) {
      return this.refused(error);
    }
  }

  private async turn(): Promise<void> {
    const wait = await this.step();
    this.next(wait);
  }

  private next(wait: number): void {
    clearTimeout(this.timer);
    if (this.isRunning) this.timer = setTimeout(() => void this.turn(), wait);
  }

  private async refused(error: unknown): Promise<number> {
    const type = asProblem(error).body.type ?? "";
    if (type.endsWith(":wall-ended")) {
      this.version = null;
      this.show({ kind: "ended" });
      return ENDED_MS;
    }
    if (type.endsWith(":wall-unpaired")) await this.askForCode();
    else if (this.shown.kind === "picture" && this.shown.away === null)
      this.show({ ...this.shown, away: this.shown.takenAt });
    return ASK_MS;
  }

  /** A code to show, unless one is shown that is good for another while. */
  private async askForCode(): Promise<void> {
    const known = this.shown.kind === "pairing" ? this.shown.pairing : null;
    if (known && Date.parse(known.expires_at) - this.now() > ASK_MS) return;
    try {
      this.show({ kind: "pairing", pairing: await this.asks.pairing(AbortSignal.timeout(PATIENCE_MS)) });
    } catch {
      // The service is away or wants us to wait: the page says so, and the next turn asks again.
      this.show({ kind: "pairing", pairing: null });
    }
  }

  /** The outlines of a boundary version; asked for once. */
  private async groundOf(version: number): Promise<Ground | null> {
    const known = this.shown.kind === "picture" ? this.shown.ground : null;
    if (known && this.version === version) return known;
    const ground = await this.asks.ground(version, AbortSignal.timeout(4 * PATIENCE_MS));
    this.version = version;
    return ground;
  }

  private show(shown: Shown): void {
    this.shown = shown;
    for (const listener of this.listeners) listener();
  }
}
