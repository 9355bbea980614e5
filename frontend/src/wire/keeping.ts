/** Questions about what a district keeps by hand: units, who looks after which cell, webhook secrets; files; history. */
import { ask, at, fileOf, queryOf } from "./api";
import type { components } from "./generated";

type Schemas = components["schemas"];
export type UnitRegister = Schemas["UnitRegister"];
export type UnitEntry = Schemas["UnitEntry"];
export type UnitKind = UnitEntry["kind"];
export type UnitForm = Schemas["UnitForm"];
export type UnitHolds = Schemas["UnitHolds"];
export type ListTaken = Schemas["ListTaken"] & { ended?: number; accounts?: number };
/** What is asked for beside the file: `accounts` opens an account for whoever has none. */
export type TakeChoice = "accounts";
export type KeptChange = Schemas["KeptChange"];
export type CellPeopleAnswer = Schemas["CellPeopleAnswer"];
export type StaffedCell = Schemas["StaffedCell"];
export type StaffedPerson = Schemas["StaffedPerson"];
export type CellDuty = StaffedPerson["duty"];
export type CellPersonForm = Schemas["CellPersonForm"];
export type SecretSource = Schemas["SecretSource"];
export type WebhookSecret = Schemas["WebhookSecret"];

/** Which way a secret signs: what a hotline pushes, or what is reported to it. */
export type SecretWay = "push" | "report";
const WAYS: Record<SecretWay, string> = { push: "secrets", report: "report-secrets" };

export const keepingApi = {
  units: () => ask<UnitRegister>("GET", "/api/units"),
  addUnit: (form: UnitForm) => ask<{ id: number }>("POST", "/api/units", form),
  changeUnit: (id: number, form: UnitForm) => ask<void>("PUT", `/api/units/${id}`, form),
  holds: (id: number) => ask<UnitHolds[]>("GET", `/api/units/${id}/holds`),
  endUnit: (id: number, instant: string | null, reason: string) =>
    ask<void>("POST", `/api/units/${id}/end`, { at: instant, reason }),
  stay: (id: number, reason: string) => ask<void>("POST", `/api/units/${id}/stay`, { reason }),
  take: (list: string, file: File, isTrial: boolean, choice: TakeChoice | null = null) =>
    ask<ListTaken>("POST", `/api/${list}/import`, formOf(file, isTrial, choice)),
  sheet: (list: string) => fileOf(`/api/${list}/list.xlsx`),
  changes: (about: string) => ask<KeptChange[]>("GET", `/api/kept-changes${queryOf({ about })}`),
  secretChanges: () => ask<KeptChange[]>("GET", "/api/sources/changes"),

  cellPeople: (town: string | null) =>
    ask<CellPeopleAnswer>("GET", `/api/cell-people${queryOf({ town: town ?? undefined })}`),
  putPerson: (form: CellPersonForm) => ask<void>("POST", "/api/cell-people", form),
  endPerson: (cell: string, duty: CellDuty, person: number, instant: string | null, reason: string) =>
    ask<void>("POST", "/api/cell-people/end", { cell, duty, person, at: instant, reason }),

  sources: () => ask<SecretSource[]>("GET", "/api/sources"),
  addSecret: (source: string, way: SecretWay, secret: string | null) =>
    ask<{ secret: string; source: SecretSource }>("POST", `/api/sources/${at(source)}/${WAYS[way]}`, {
      secret,
    }),
  endSecret: (source: string, way: SecretWay, fingerprint: string, hours: number) =>
    ask<SecretSource>("POST", `/api/sources/${at(source)}/${WAYS[way]}/${at(fingerprint)}/end`, { hours }),
};

function formOf(file: File, isTrial: boolean, choice: TakeChoice | null): FormData {
  const form = new FormData();
  form.append("file", file);
  form.append("options", JSON.stringify({ dry_run: isTrial, ...(choice ? { [choice]: true } : {}) }));
  return form;
}
