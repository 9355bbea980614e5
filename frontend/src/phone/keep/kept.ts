/** What was last seen, kept for reading without network. Belongs to one person; gone when another signs in. */
import type { Grievance } from "../../wire/grievances";
import type { PatrolCell, Reported } from "../../wire/scores";
import type { Allowed, Directory, Me, OwedPart, TicketDetail, TicketRow } from "../../wire/types";
import type { PhoneDatabase } from "./database";

/** Tickets no longer on the list are forgotten; these many at most are kept. */
const MOST_TICKETS = 60;
const TICKET = "ticket/";

export interface KeptBoard {
  rows: TicketRow[];
  /** What is owed beside the lead; a board kept by an earlier page has none. */
  parts?: OwedPart[];
  /** Service clock minus the phone's, in ms. */
  offset: number;
}

/** What the service says, kept for later; without it what was kept. Rejects where there is neither. */
export async function freshOrKept<T>(
  ask: () => Promise<T>,
  keep: (fresh: T) => Promise<void>,
  before: () => Promise<T | undefined>,
): Promise<T> {
  try {
    const fresh = await ask();
    await keep(fresh).catch(() => undefined);
    return fresh;
  } catch (error) {
    const kept = await before();
    if (kept) return kept;
    throw error;
  }
}

export class Kept {
  private readonly database: PhoneDatabase;
  private isForgotten = false;

  constructor(database: PhoneDatabase) {
    this.database = database;
  }

  me = (): Promise<Me | undefined> => this.database.get("kept", "me");
  board = (): Promise<KeptBoard | undefined> => this.database.get("kept", "board");
  forms = (): Promise<Allowed[] | undefined> => this.database.get("kept", "forms");
  directory = (): Promise<Directory | undefined> => this.database.get("kept", "directory");
  ticket = (id: number): Promise<TicketDetail | undefined> => this.database.get("kept", `${TICKET}${id}`);

  reportedBefore = (): Promise<Reported[] | undefined> => this.database.get("kept", "reported");
  grievances = (): Promise<Grievance[] | undefined> => this.database.get("kept", "grievances");
  cells = (): Promise<PatrolCell[] | undefined> => this.database.get("kept", "cells");

  keepMe = (me: Me): Promise<void> => this.keep("me", me);
  keepBoard = (board: KeptBoard): Promise<void> => this.keep("board", board);
  keepForms = (forms: Allowed[]): Promise<void> => this.keep("forms", forms);
  keepDirectory = (directory: Directory): Promise<void> => this.keep("directory", directory);
  keepReported = (reported: Reported[]): Promise<void> => this.keep("reported", reported);
  keepGrievances = (said: Grievance[]): Promise<void> => this.keep("grievances", said);
  keepCells = (cells: PatrolCell[]): Promise<void> => this.keep("cells", cells);
  keepTicket = (detail: TicketDetail): Promise<void> => this.keep(`${TICKET}${detail.row.id}`, detail);
  dropTicket = (id: number): Promise<void> => this.database.delete("kept", `${TICKET}${id}`);

  /** An answer that comes in after everything was forgotten is not kept: the person has left. */
  private keep(key: string, value: unknown): Promise<void> {
    return this.isForgotten ? Promise.resolve() : this.database.put("kept", key, value);
  }

  async tickets(): Promise<number[]> {
    const keys = await this.database.keys("kept");
    return keys.filter((key) => key.startsWith(TICKET)).map((key) => Number(key.slice(TICKET.length)));
  }

  /** Forget tickets that left the list, the oldest first beyond the limit. */
  async tidy(listed: ReadonlySet<number>): Promise<void> {
    const held = (await this.tickets()).sort((a, b) => b - a);
    const gone = held.filter((id, index) => !listed.has(id) || index >= MOST_TICKETS);
    await Promise.all(gone.map((id) => this.dropTicket(id)));
  }

  forget(): Promise<void> {
    this.isForgotten = true;
    return this.database.clear("kept");
  }
}
