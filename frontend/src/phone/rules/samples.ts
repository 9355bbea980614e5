/** Acts and forms for tests. Imported by tests only. */
import type { Allowed, FieldDescription } from "../../wire/types";
import type { CommandAct, GrievanceAct, PhotoAct, ReportAct } from "./acts";

const COMMON = {
  id: 1,
  operation: "2f1c1a52-9a0c-4a43-8a1c-6a8f0d3c9b11",
  person: 7,
  ticket: 1,
  title: "沿街商铺占道经营",
  label: "收到",
  state_seen: "assigned" as const,
  done_at: "2026-11-23T03:00:00.000Z",
  refused: null,
};

export function sampleAct(change: Partial<CommandAct> = {}): CommandAct {
  return { ...COMMON, kind: "command", command: "accept", fields: {}, ...change };
}

export function samplePhoto(change: Partial<PhotoAct> = {}): PhotoAct {
  const photo = new Blob(["jpeg"], { type: "image/jpeg" });
  return { ...COMMON, kind: "photo", photo, from_gallery: false, lon: null, lat: null, ...change };
}

export function sampleReport(change: Partial<ReportAct> = {}): ReportAct {
  const said = {
    content: "窨井盖松动",
    urgency: "normal" as const,
    address: "",
    lon: 119.05,
    lat: 33.65,
    cell: null,
  };
  return { ...COMMON, kind: "report", ticket: -1, ...said, ...change };
}

export function sampleField(change: Partial<FieldDescription> = {}): FieldDescription {
  return { name: "reason", label: "原因", kind: "long_text", required: true, choices: null, ...change };
}

export function sampleAllowed(command: string, change: Partial<Allowed> = {}): Allowed {
  return { command, label: command, primary: false, danger: false, fields: [], why: null, ...change };
}

export function sampleGrievance(change: Partial<GrievanceAct> = {}): GrievanceAct {
  return { ...COMMON, kind: "grievance", ticket: -2, words: "时限太短", named: true, ...change };
}
