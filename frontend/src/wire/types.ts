/**
 * The shapes that travel between the service and the pages, by their names in the glossary: all of them, the stream's
 * messages too, come from the generated file.
 */
import type { components } from "./generated";

type Schemas = components["schemas"];

export type TicketRow = Schemas["TicketRow"];
export type RunningClock = Schemas["RunningClock"];
export type TicketClock = Schemas["Clock"];
export type TicketState = TicketRow["state"];
export type TicketType = TicketRow["type"];
export type Urgency = TicketRow["urgency"];
export type Me = Schemas["Me"];
export type Membership = Schemas["Membership"];
export type Directory = Schemas["Directory"];
export type DirectoryUnit = Schemas["DirectoryUnit"];
export type DirectoryPerson = Schemas["DirectoryPerson"];
export type Category = Schemas["Category"];
export type Cell = Schemas["Cell"];
export type Channels = Schemas["Channels"];
export type CellPerson = Schemas["CellPerson"];
/** A candidate as the ticket keeps it, or with the names of where it lies as a question of now answers it. */
export type Candidate = Schemas["Candidate"] & Partial<Omit<Schemas["NamedCandidate"], "place">>;
export type PointOwner = Schemas["PointOwner"];
export type TicketDetail = Schemas["TicketDetail"];
export type PhotosAsked = Schemas["PhotosAsked"];
export type Assignment = Schemas["Assignment"];
export type JourneyStep = Schemas["JourneyStep"];
export type Evidence = Schemas["Evidence"];
export type CommandAnswer = Schemas["CommandAnswer"];
export type SearchAnswer = Schemas["SearchAnswer"];
export type Match = Schemas["Match"];
export type Callback = Schemas["Callback"];
export type WaitingMessage = Schemas["WaitingMessage"];
export type NewTicket = Schemas["NewTicket"];
export type Place = Schemas["Place"];
export type PlacesAnswer = Schemas["Places"];
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
  | "colleague"
  | "point"
  | "reply"
  | "pick"
  | "category"
  | "moment"
  | "date"
  | "ticket"
  | "order_no";

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

/** What somebody owes beside the lead of a ticket. */
export type OwedPart = Schemas["OwedPart"];
export type Position = Schemas["Position"];
export type Snapshot = Schemas["Snapshot"];
export type Entry = Schemas["Entry"];
export type Frame = Schemas["Frame"];
export type Welcome = Schemas["Welcome"];
type Refetch = Schemas["Refetch"];
type Ephemeral = Schemas["Ephemeral"];
export type PresentPerson = Schemas["PresentPerson"];
export type Versions = Schemas["Versions"];
export type HealthMessage = Schemas["HealthMessage"];
export type ServerMessage = Welcome | Frame | Refetch | Ephemeral | Versions | HealthMessage;
export type ClientMessage = Schemas["Hello"] | Schemas["Resume"] | Schemas["LookAt"];
export type SocketTicket = Schemas["SocketTicket"];
