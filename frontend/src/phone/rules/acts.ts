/**
 * An act: one thing a person did on the phone, kept until the service has taken it. Pure.
 * An act carries its own operation id (so it is applied once), the state seen and the time it was done.
 */
import type { FieldValue, TicketState } from "../../wire/types";

interface Common {
  /** Counts up on this phone: the order in which things were done. */
  id: number;
  operation: string;
  person: number;
  ticket: number;
  /** The ticket's title and the button's name, for the list of what is to be sent. */
  title: string;
  label: string;
  state_seen: TicketState;
  done_at: string;
  refused: Refusal | null;
}

export interface CommandAct extends Common {
  kind: "command";
  command: string;
  fields: Record<string, FieldValue>;
  /** How far off the phone was, metres, while the reason is asked for: it is not sent before that question is over. */
  asked?: number;
}

export const PHOTO_KINDS = ["before", "after", "document"] as const;
export type PhotoKind = (typeof PHOTO_KINDS)[number];

export interface PhotoAct extends Common {
  kind: "photo";
  photo: Blob;
  from_gallery: boolean;
  /** What it shows; acts kept by an earlier page do not say. */
  shows?: PhotoKind;
  lon: number | null;
  lat: number | null;
}

interface VoiceAct extends Common {
  kind: "voice";
  voice: Blob;
  seconds: number;
}

/** What was seen on patrol: a ticket yet to be made. Until then `ticket` is a number of this phone's own, below zero. */
export interface ReportAct extends Common {
  kind: "report";
  content: string;
  urgency: "normal" | "urgent";
  address: string;
  lon: number | null;
  lat: number | null;
  cell: string | null;
}

/** 投诉建议: of no ticket. `ticket` is a number of this phone's own, below zero, so that it neither waits nor holds up. */
export interface GrievanceAct extends Common {
  kind: "grievance";
  words: string;
  named: boolean;
}

export type Act = CommandAct | PhotoAct | VoiceAct | ReportAct | GrievanceAct;
export type NewAct =
  | Omit<CommandAct, "id">
  | Omit<PhotoAct, "id">
  | Omit<VoiceAct, "id">
  | Omit<ReportAct, "id">
  | Omit<GrievanceAct, "id">;

/** Whether a ticket is one that the service does not know yet. */
export function isYetToBe(ticket: number): boolean {
  return ticket < 0;
}

/** Why the service did not take an act, in its own words. */
interface Refusal {
  status: number;
  detail: string;
  /** What of the form or the ticket it is about, where the service names that. */
  field?: string | null;
  /** The ticket's state still has this step: something else stands against it. */
  isOpen?: boolean;
}

/** How far off an act was done about which a question is open. */
export function askedOf(act: Act): number | undefined {
  return act.kind === "command" ? act.asked : undefined;
}

/** The same act once its question is over, with what was said. */
export function unasked({ asked: _, ...act }: CommandAct, said: CommandAct["fields"]): CommandAct {
  return { ...act, fields: { ...act.fields, ...said } };
}

export function isCommand(act: Act, ...names: string[]): boolean {
  return act.kind === "command" && names.includes(act.command);
}
