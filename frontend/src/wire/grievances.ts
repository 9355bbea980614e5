/** 投诉建议: said on the phone page, answered in the administration. Knows no React. */
import { ask, at, queryOf } from "./api";
import type { components } from "./generated";

type Schemas = components["schemas"];

export type Grievance = Schemas["Grievance"];
export type GrievanceForm = Schemas["GrievanceForm"];

export const grievancesApi = {
  say: (form: GrievanceForm, signal?: AbortSignal) => ask<void>("POST", "/api/grievances", form, signal),
  own: () => ask<Grievance[]>("GET", "/api/grievances/own"),
  waiting: () => ask<Grievance[]>("GET", "/api/grievances/waiting"),
  answered: (before?: string) => ask<Grievance[]>("GET", `/api/grievances/answered${queryOf({ before })}`),
  answer: (grievance: string, answer: string) =>
    ask<void>("POST", `/api/grievances/${at(grievance)}/answer`, { answer }),
};
