/** The hotline above us: upward requests, their published grounds, and comparisons with its list. Knows no React. */
import { ask, fileOf } from "./api";
import type { components } from "./generated";

type Schemas = components["schemas"];

export type UpwardRequest = Schemas["UpwardRequest"];
export type ListedRequest = Schemas["ListedRequest"];
export type UpwardGround = Schemas["UpwardGround"];
export type UpwardGrounds = Schemas["UpwardGrounds"];
export type RequestKind = UpwardRequest["kind"];
export type Run = Schemas["ReconciliationRun"];
export type Reconciliation = Schemas["Reconciliation"];
export type Difference = Schemas["ReconciliationRow"];
export type ReconciliationSource = Schemas["ReconciliationSource"];
export type RunMade = Schemas["ReconciliationMade"];

export interface ListOptions {
  source: string;
  since: string;
  until: string;
  name: string;
}

export const upwardApi = {
  ofTicket: (ticket: number) => ask<UpwardRequest[]>("GET", `/api/tickets/${ticket}/upward`),
  listed: (state: "open" | "answered" | "withdrawn") =>
    ask<ListedRequest[]>("GET", `/api/upward?state=${state}`),
  grounds: () => ask<UpwardGrounds>("GET", "/api/upward/grounds"),
  sources: () => ask<ReconciliationSource[]>("GET", "/api/reconciliations/sources"),
  addGround: (kind: RequestKind, code: string | null, name: string) =>
    ask<void>("POST", "/api/upward/grounds", { kind, code, name }),
  endGround: (id: number) => ask<void>("POST", `/api/upward/grounds/${id}/end`),
  setLimit: (kind: RequestKind, answer_minutes: number) =>
    ask<void>("PUT", `/api/upward/limits/${kind}`, { answer_minutes }),
  runs: () => ask<Run[]>("GET", "/api/reconciliations"),
  run: (id: number) => ask<Reconciliation>("GET", `/api/reconciliations/${id}`),
  upload: (file: File, options: ListOptions) => {
    const form = new FormData();
    form.append("file", file);
    form.append("options", JSON.stringify(options));
    return ask<RunMade>("POST", "/api/reconciliations", form);
  },
  fileOf: (id: number, kind: "csv" | "xlsx") => fileOf(`/api/reconciliations/${id}/file.${kind}`),
};
