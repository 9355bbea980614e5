/**
 * The phone page's memory: who is here, the live list, tickets in full, the outbox. Screens read its view and call its
 * verbs; what is decided by rule stands in rules/, what is kept in the database beside it.
 */
import { LiveConnection } from "../../live/socket";
import type { Connection } from "../../live/stream";
import { signInHere } from "../../signin/landing";
import { ticketOnBoard } from "../../state/apply";
import { rowsOnBoard } from "../../state/duties";
import { mayPatrol } from "../../state/roles";
import { api } from "../../wire/api";
import { type Grievance, grievancesApi } from "../../wire/grievances";
import { asProblem, type Problem } from "../../wire/problem";
import { type PatrolCell, type Reported, scoresApi } from "../../wire/scores";
import type { Allowed, Directory, Me, TicketRow } from "../../wire/types";
import { type Act, type CommandAct, isYetToBe, type NewAct } from "../rules/acts";
import { askedForCo, type CoHandled, coHandled, lookerOf, sectionsOf, worthKeeping } from "../rules/lists";
import { actsOf, type Sending, type Summary, summaryOf } from "../rules/outbox";
import type { PhoneDatabase } from "./database";
import { Details, type Held } from "./details";
import { draftAgain } from "./drafts";
import { freshOrKept, Kept } from "./kept";
import { limited } from "./limited";
import { COMMAND_MS } from "./posting";
import { postOrReport } from "./reporting";
import { Sender } from "./sender";

export type Face = "loading" | "unreachable" | "locked" | "forbidden" | "ready";

export interface PhoneView {
  face: Face;
  me: Me | null;
  connection: Connection;
  isOnline: boolean;
  /** The service answers, but cannot take or show things as usual. */
  isBusy: boolean;
  /** null until the list is known from the service or from the phone. */
  rows: readonly TicketRow[] | null;
  co: CoHandled;
  acts: readonly Act[];
  summary: Summary;
  sending: Sending | null;
  details: ReadonlyMap<number, Held>;
  /** Tickets that left by this person's own act, by its name. */
  given: ReadonlyMap<number, string>;
  /** Reports that became tickets, by the phone's own number. */
  reported: ReadonlyMap<number, number>;
  forms: readonly Allowed[];
  directory: Directory | undefined;
  offset: number;
}

const KEEP_AHEAD = 12;
const KEEP_MS = 1_000;
const CONFIRM_MS = 10_000;

/** Signed out by the person's own will: the next sign-in begins at the list. */
export function toSignIn(): void {
  location.assign(signInHere({ pathname: "/m", search: "" }));
}

export class PhoneSession {
  readonly database: PhoneDatabase;
  private readonly kept: Kept;
  private readonly details: Details;
  private readonly sender: Sender;
  private readonly listeners = new Set<() => void>();
  private readonly live: LiveConnection;
  private isLive = false;
  private isUnreached = false;
  private face: Face = "loading";
  private me: Me | null = null;
  private all: Act[] = [];
  private sending: Sending | null = null;
  private keptRows: TicketRow[] | null = null;
  private keptOffset = 0;
  private co: CoHandled = new Map();
  private coAsked = "";
  private forms: readonly Allowed[] = [];
  private directory: Directory | undefined;
  private opened: number | null = null;
  private readonly given = new Map<number, string>();
  /** Reports that became tickets while this page stood: the phone's own number → the ticket. */
  private readonly reported = new Map<number, number>();
  private readonly wasListed = new Set<number>();
  private confirmTimer: ReturnType<typeof setTimeout> | undefined;
  private keepTimer: ReturnType<typeof setTimeout> | undefined;
  private view: PhoneView;

  constructor(database: PhoneDatabase) {
    this.database = database;
    this.kept = new Kept(database);
    this.details = new Details(this.kept, this.announce, this.heardRefusal);
    const parts = { keeper: database, lock: "dispatch-phone-outbox", isOurs: () => true, post: postOrReport };
    this.sender = new Sender(parts, {
      changed: (acts, sending) => {
        this.all = acts;
        this.sending = sending;
        this.announce();
      },
      moved: (sending) => {
        this.sending = sending;
        this.announce();
      },
      taken: async (act, row) => {
        if (row) this.reported.set(act.ticket, row.id);
        const ticket = row?.id ?? act.ticket;
        if (isYetToBe(ticket)) return;
        const problem = await this.details.fetch(ticket);
        if (problem?.status === 404) this.given.set(ticket, act.label);
      },
      refused: (act) => void (isYetToBe(act.ticket) ? undefined : this.details.fetch(act.ticket)),
      stopped: (why) => this.stopped(why),
    });
    this.live = new LiveConnection((why) => (why === "signed_out" ? this.signedOut() : location.reload()));
    this.live.subscribe(this.heardLive);
    this.view = this.look();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): PhoneView => this.view;

  async start(): Promise<void> {
    window.addEventListener("online", this.networkBack);
    window.addEventListener("offline", this.announce);
    document.addEventListener("visibilitychange", this.seenAgain);
    // What an ended page asked about was done all the same.
    await this.database.unask(null, {}).catch(() => undefined);
    await this.sender.reload();
    const me = await this.kept.me();
    if (me) await this.show(me);
    await this.confirm();
  }

  /** Asks who is signed in. Also after a while away: the screen may have been locked meanwhile. */
  confirm = async (): Promise<void> => {
    clearTimeout(this.confirmTimer);
    try {
      await this.confirmed(await limited(api.me(), COMMAND_MS));
    } catch (error) {
      const problem = asProblem(error);
      if (problem.status === 401) return this.signedOut();
      this.isUnreached = true;
      if (!this.me) this.face = "unreachable";
      this.confirmTimer = setTimeout(() => void this.confirm(), CONFIRM_MS);
      this.announce();
    }
  };

  open(ticket: number | null): void {
    this.opened = ticket;
    if (ticket !== null) void this.details.open(ticket);
    if (this.isLive) this.live.lookAt(ticket);
  }

  /** Puts an act into the outbox and sends what can be sent. Rejects when the phone cannot keep it. */
  async act(act: NewAct): Promise<void> {
    await this.database.addAct({ ...act, ticket: this.reported.get(act.ticket) ?? act.ticket });
    await this.toSend();
  }

  /** What was asked about acts of these tickets is said, or will not be: they go. Rejects when the phone cannot keep it. */
  async unask(tickets: readonly number[], said: CommandAct["fields"]): Promise<void> {
    if (await this.database.unask(tickets, said)) await this.toSend();
  }

  private async toSend(): Promise<void> {
    this.all = await this.database.acts();
    this.announce();
    this.sender.hurry();
  }

  /** The cells a report may name without a position: from the service, else as they were last known. */
  patrolCells = (): Promise<PatrolCell[]> =>
    freshOrKept(scoresApi.patrolCells, this.kept.keepCells, this.kept.cells);

  /** One's own reports and what became of them: from the service, else as they were last known. */
  ownReports = (): Promise<Reported[]> =>
    freshOrKept(scoresApi.reported, this.kept.keepReported, this.kept.reportedBefore);

  /** What this person said against the work, and what was answered: from the service, else as it was last known. */
  ownGrievances = (): Promise<Grievance[]> =>
    freshOrKept(grievancesApi.own, this.kept.keepGrievances, this.kept.grievances);

  sendNow(): void {
    this.sender.hurry();
  }

  /** `mend` takes it back with what was filled in, and rejects when the phone cannot keep that. */
  async decide(act: Act, what: "again" | "drop" | "mend"): Promise<void> {
    if (what === "mend") await draftAgain(this.database, act);
    else if (what === "drop" && act.kind !== "command")
      await draftAgain(this.database, act).catch(() => undefined);
    await this.sender.decide(act, what === "again" ? "again" : "drop");
  }

  async unlock(password: string): Promise<void> {
    await api.unlock(password);
    await this.confirm();
    if (this.opened !== null) void this.details.fetch(this.opened);
  }

  /** What was read is forgotten; what waits to be sent stays for the same person's next sign-in. */
  async signOut(): Promise<void> {
    await api.signOut();
    await this.kept.forget();
    toSignIn();
  }

  /** Now by the service's clock, as far as this phone knows it. */
  now(): number {
    return Date.now() + this.view.offset;
  }

  /** A question was refused: a locked screen or an ended session concerns the whole page. */
  heardRefusal = (problem: Problem): void => {
    if (problem.status === 401) this.signedOut();
    if (problem.status === 423) this.locked();
  };

  private async confirmed(me: Me): Promise<void> {
    if (this.me && this.me.person.id !== me.person.id) {
      await this.kept.forget();
      return location.reload();
    }
    this.isUnreached = false;
    await this.show(me);
    await this.kept.keepMe(me).catch(() => undefined);
    if (this.face === "ready") this.goLive();
  }

  private async show(me: Me): Promise<void> {
    const isFirst = this.me === null;
    this.me = me;
    this.face = me.locked ? "locked" : me.streams.length === 0 ? "forbidden" : "ready";
    this.sender.for(this.face === "ready" ? me.person.id : null);
    if (isFirst) await this.showKept();
    this.announce();
  }

  private async showKept(): Promise<void> {
    const [board, forms, directory] = await Promise.all([
      this.kept.board(),
      this.kept.forms(),
      this.kept.directory(),
    ]);
    this.keptRows = board?.rows ?? null;
    this.keptOffset = board?.offset ?? 0;
    this.co = coHandled(board?.parts ?? []);
    this.forms = forms ?? [];
    this.directory = directory;
  }

  private goLive(): void {
    if (this.isLive) return;
    this.isLive = true;
    this.live.start();
    this.live.lookAt(this.opened);
    void this.fetchTables();
  }

  private async fetchTables(): Promise<void> {
    try {
      this.forms = await api.forms();
      await this.kept.keepForms([...this.forms]);
      this.directory = await api.directory();
      await this.kept.keepDirectory(this.directory);
      if (mayPatrol(this.me?.memberships ?? [])) await Promise.all([this.patrolCells(), this.ownReports()]);
    } catch {
      // What was kept before serves on; the next start asks again.
    }
    this.announce();
  }

  private heardLive = (): void => {
    this.announce();
    const { rows, me } = this.view;
    if (!rows || !me || !this.boardIsWhole()) return;
    const keep = new Set(worthKeeping(sectionsOf(rows, lookerOf(me), [], this.co), KEEP_AHEAD));
    if (this.opened !== null) keep.add(this.opened);
    this.details.refresh(rows.filter((row) => keep.has(row.id)));
    if (this.opened !== null) this.checkOpened(this.opened);
    this.keepTimer ??= setTimeout(() => void this.settled(), KEEP_MS);
  };

  /** The open ticket left the list: it ended, or it is another's now; the service says which. */
  private checkOpened(id: number): void {
    const held = this.details.held.get(id);
    const isListed = ticketOnBoard(this.live.snapshot().board, id) !== undefined;
    if (!isListed && held?.state === "fresh" && this.wasListed.has(id)) {
      this.wasListed.delete(id);
      void this.details.fetch(id);
    }
    if (isListed) this.wasListed.add(id);
  }

  /** The list has been still for a moment. */
  private async settled(): Promise<void> {
    this.keepTimer = undefined;
    const { rows, me } = this.view;
    if (!rows || !me) return;
    await this.askCo(rows, me);
    await this.keepBoard(rows);
  }

  /** Which tickets wait for a reply as co-handler; asked again only when those tickets have changed. */
  private async askCo(rows: readonly TicketRow[], me: Me): Promise<void> {
    const asked = askedForCo(rows, lookerOf(me));
    const versions = new Map(rows.map((row) => [row.id, row.version]));
    const now = asked.map((id) => `${id}.${versions.get(id)}`).join();
    if (now === this.coAsked) return;
    try {
      this.co = coHandled(asked.length > 0 ? await api.coHandled(asked) : []);
      this.coAsked = now;
    } catch (error) {
      // The list is shown without it, and asked for again with the next change.
      this.heardRefusal(asProblem(error));
    }
    this.announce();
  }

  private async keepBoard(rows: readonly TicketRow[]): Promise<void> {
    const { offset } = this.view;
    try {
      await this.kept.keepBoard({ rows: [...rows], parts: [...this.co.values()], offset });
      await this.kept.tidy(new Set(rows.map((row) => row.id)));
    } catch {
      // A full phone keeps no list; it is still on the screen, and acts report their own failure.
    }
  }

  private networkBack = (): void => {
    this.announce();
    this.sender.hurry();
    if (!this.isLive) void this.confirm();
  };

  private seenAgain = (): void => {
    if (document.visibilityState !== "visible") return;
    this.sender.hurry();
    void this.confirm();
  };

  private locked(): void {
    this.face = "locked";
    this.sender.for(null);
    this.announce();
  }

  private signedOut(): void {
    void this.kept.forget().finally(() => location.assign(signInHere(location)));
  }

  private stopped(why: "signed_out" | "locked" | "another_person"): void {
    if (why === "locked") this.locked();
    else if (why === "signed_out") this.signedOut();
    else void this.confirm();
  }

  private boardIsWhole(): boolean {
    const { board } = this.live.snapshot();
    return this.me?.streams.every((stream) => board.has(stream.id)) ?? false;
  }

  private look(): PhoneView {
    const { board, connection, offset, health } = this.live.snapshot();
    const isWhole = this.boardIsWhole();
    const person = this.me?.person.id ?? -1;
    return {
      face: this.face,
      me: this.me,
      connection,
      isOnline: navigator.onLine && connection.kind !== "offline" && !this.isUnreached,
      isBusy: health.status === "down" || health.findings.some(({ name }) => name === "relay"),
      rows: isWhole ? rowsOnBoard(board, null) : this.keptRows,
      co: this.co,
      acts: actsOf(this.all, person),
      summary: summaryOf(this.all, person),
      sending: this.sending,
      details: new Map(this.details.held),
      given: this.given,
      reported: this.reported,
      forms: this.forms,
      directory: this.directory,
      offset: isWhole ? offset : this.keptOffset,
    };
  }

  private announce = (): void => {
    this.view = this.look();
    for (const listener of this.listeners) listener();
  };
}
