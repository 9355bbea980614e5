/** Every HTTP question the pages ask, one function each. Called by the screens; knows no React. */
import { language } from "../text";
import { Problem, type ProblemBody } from "./problem";
import type {
  Allowed,
  Callback,
  Channels,
  CommandAnswer,
  Directory,
  Evidence,
  FieldValue,
  Match,
  Me,
  NewTicket,
  OwedPart,
  PlacesAnswer,
  Point,
  PointOwner,
  RevealedCaller,
  SearchAnswer,
  Snapshot,
  SocketTicket,
  TicketDetail,
  TicketRow,
  WaitingMessage,
} from "./types";

async function readProblem(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({ title: response.statusText }))) as ProblemBody;
  return new Problem(response.status, body);
}

/** Headers that go with every question of this page: sentences come in the language that the page speaks. */
const always: Record<string, string> = { "Accept-Language": language };

/** The page of a one-use link says with each question which link it means, and no desk's session beside it. */
export function sendAlways(headers: Record<string, string>): void {
  Object.assign(always, headers);
}

/** What every question carries; what changes something says so in a way that no other site can. */
export function headersFor(method: string): Record<string, string> {
  const asked = { Accept: "application/json", ...always };
  return method === "GET" ? asked : { ...asked, "X-Requested-With": "dispatch" };
}

/** One question to the service. Thrown: `Problem` only, unless the signal ended it. */
export async function ask<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const headers = headersFor(method);
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers["Content-Type"] = "application/json";
  const payload = isForm ? body : body === undefined ? undefined : JSON.stringify(body);
  let response: Response;
  try {
    response = await fetch(path, { method, headers, body: payload, signal, credentials: "same-origin" });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Problem(0, { title: String(error) });
  }
  if (!response.ok) throw await readProblem(response);
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

export const at = encodeURIComponent;

export interface CommandBody {
  operation: string;
  fields: Record<string, FieldValue>;
  done_at?: string;
  state_seen?: string;
  /** Who did it: an act kept on a phone goes up under its own person only. */
  person?: number;
}

export interface LocateQuestion {
  address?: string;
  title?: string;
  content?: string;
  lon?: number;
  lat?: number;
  datum?: string;
}

export interface PlacesQuery {
  q?: string;
  kind?: string;
  town?: string;
  cursor?: string;
}

/** `?a=1&b=2` of what is given. */
export function queryOf(given: object): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined && value !== null && value !== "") query.set(name, String(value));
  }
  const words = query.toString();
  return words ? `?${words}` : "";
}

/** A file that a link takes away, in the language of the page: the browser's own header knows nothing of it. */
export function fileOf(path: string, given: object = {}): string {
  return `${path}${queryOf({ ...given, language })}`;
}

export const api = {
  me: () => ask<Me>("GET", "/api/me"),
  signIn: (username: string, password: string) => ask<Me>("POST", "/api/session", { username, password }),
  signOut: () => ask<void>("DELETE", "/api/session"),
  lock: () => ask<void>("POST", "/api/session/lock"),
  unlock: (password: string) => ask<void>("POST", "/api/session/unlock", { password }),
  socketTicket: () => ask<SocketTicket>("POST", "/api/socket-ticket"),
  snapshot: (stream: number) => ask<Snapshot>("GET", `/api/streams/${stream}/snapshot`),
  directory: () => ask<Directory>("GET", "/api/directory"),
  ticket: (id: number, signal?: AbortSignal) =>
    ask<TicketDetail>("GET", `/api/tickets/${id}`, undefined, signal),
  coHandled: (tickets: number[]) => ask<OwedPart[]>("POST", "/api/co-handled", { tickets }),
  forms: () => ask<Allowed[]>("GET", "/api/commands"),
  command: (id: number, command: string, body: CommandBody, signal?: AbortSignal) =>
    ask<CommandAnswer>("POST", `/api/tickets/${id}/commands/${at(command)}`, body, signal),
  receive: (ticket: NewTicket) => ask<{ row: TicketRow }>("POST", "/api/tickets", ticket),
  caller: (id: number, reason: string) =>
    ask<RevealedCaller>("POST", `/api/tickets/${id}/caller`, { reason }),
  addEvidence: (id: number, form: FormData) => ask<Evidence>("POST", `/api/tickets/${id}/evidence`, form),
  search: (text: string, signal?: AbortSignal) => ask<SearchAnswer>("POST", "/api/search", { text }, signal),
  locate: (body: LocateQuestion, signal?: AbortSignal) => ask<Match>("POST", "/api/locate", body, signal),
  locatePoint: ({ lon, lat }: Point, signal?: AbortSignal) =>
    ask<PointOwner>("GET", `/api/locate/point?lon=${lon}&lat=${lat}`, undefined, signal),
  places: (query: PlacesQuery, signal?: AbortSignal) =>
    ask<PlacesAnswer>("GET", `/api/gazetteer${queryOf(query)}`, undefined, signal),
  /** Channels whose coordinates are watched; an alarm is told where a keeper sits. */
  channels: () => ask<Channels>("GET", "/api/locating/channels"),
  deadCallbacks: () => ask<Callback[]>("GET", "/api/callbacks?state=dead"),
  replayCallback: (id: string) => ask<void>("POST", `/api/callbacks/${at(id)}/replay`),
  waiting: () => ask<WaitingMessage[]>("GET", "/api/waiting"),
};
