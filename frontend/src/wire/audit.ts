/** The auditor's questions and their shapes. Knows no React. */
import { ask, fileOf, queryOf } from "./api";
import type { components } from "./generated";

export type AuditPage = components["schemas"]["AuditPage"];
export type AuditEntry = components["schemas"]["AuditEntry"];
export type AuditChain = components["schemas"]["AuditChain"];

export interface AuditQuery {
  person: string;
  ticket: string;
  action: string;
  since: string;
  until: string;
}

export const auditApi = {
  page: (query: AuditQuery, before: number | null) =>
    ask<AuditPage>("GET", `/api/audit${queryOf({ ...query, before })}`),
  exportUrl: (form: "csv" | "xlsx", query: AuditQuery) => fileOf(`/api/audit/export.${form}`, query),
};
