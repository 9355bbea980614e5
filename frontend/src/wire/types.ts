/**
 * The shapes that travel between the service and the pages, by their names in the glossary. HTTP shapes come from
 * the generated file; the stream's messages, which OpenAPI does not describe, are written here.
 */
import type { components } from "./generated";

type Schemas = components["schemas"];

export type TicketRow = Schemas["TicketRow"];
export type RunningClock = Schemas["RunningClock"];
export type TicketClock = Schemas["Clock"];
export type TicketState = TicketRow["state"];
export type TicketType = TicketRow["type"];
export type Urgency = TicketRow["urgency"];
export type PlaceNeed = TicketRow["place_need"];
export type ClockKind = RunningClock["kind"];
export type Me = Schemas["Me"];
export type Membership = Schemas["Membership"];
export type Directory = Schemas["Directory"];
export type DirectoryUnit = Schemas["DirectoryUnit"];
export type DirectoryPerson = Schemas["DirectoryPerson"];
export type Category = Schemas["Category"];
export type Cell = Schemas["Cell"];
export type CellPerson = Schemas["CellPerson"];
export type Candidate = Schemas["Candidate"];
export type Located = Schemas["Located"];
export type TicketDetail = Schemas["TicketDetail"];
export type Assignment = Schemas["Assignment"];
export type JourneyStep = Schemas["JourneyStep"];
export type Evidence = Schemas["Evidence"];
export type Delivery = Schemas["Delivery"];
export type CommandAnswer = Schemas["CommandAnswer"];
export type SearchAnswer = Schemas["SearchAnswer"];
export type Match = Schemas["Match"];
export type Callback = Schemas["Callback"];
export type WaitingMessage = Schemas["WaitingMessage"];
export type NewTicket = Schemas["NewTicket"];
export type RevealedCaller = Schemas["Caller"];

/** Inputs a command may ask for. */
export type FieldKind =
  | "text"
  | "long_text"
  | "choice"
  | "number"
  | "unit"
  | "assignment"
  | "handler"
  | "handlers"
  | "point";

/** Who is to handle a ticket: a unit, or a person of it. */
export interface Handler {
  unit: number;
  person: number | null;
}

export interface Point {
  lon: number;
  lat: number;
}

export type FieldValue = string | number | Handler | Handler[] | Point | null;

export type FieldDescription = Omit<Schemas["FieldDescription"], "kind"> & { kind: FieldKind };
export type Allowed = Omit<Schemas["Allowed"], "fields"> & { fields: FieldDescription[] };

export interface Position {
  epoch: string;
  seq: number;
  rights: string;
}

export interface Snapshot extends Position {
  stream: number;
  tickets: TicketRow[];
}

export interface Entry {
  seq: number;
  ticket: number;
  version: number;
  event: string;
  row?: TicketRow;
  leave?: boolean;
}

export interface Frame {
  type: "frame";
  stream: number;
  epoch: string;
  from: number;
  to: number;
  entries: Entry[];
}

export interface Welcome {
  type: "welcome";
  person: { id: number; name: string };
  rights: string;
  streams: number[];
  now: string;
  beacon_seconds: number;
}

export interface Refetch {
  type: "refetch";
  stream: number;
  reason: string;
}

export interface PresentPerson {
  id: number;
  name: string;
}

export interface Ephemeral {
  type: "ephemeral";
  kind: string;
  ticket: number;
  people: PresentPerson[];
}

export type ServerMessage = Welcome | Frame | Refetch | Ephemeral;

export type ClientMessage =
  | { type: "hello"; ticket: string }
  | { type: "resume"; stream: number; position: Position }
  | { type: "presence"; ticket: number | null };

export interface SocketTicket {
  ticket: string;
  expires_in: number;
}
