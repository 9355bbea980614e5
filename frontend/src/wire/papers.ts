/** Questions about papers: what can be printed of a ticket, a form with all it says, where a day's report is fetched. */
import { ask, at, queryOf } from "./api";
import type { components } from "./generated";

type Schemas = components["schemas"];
export type PaperSheet = Schemas["PaperSheet"];
export type PaperCell = Schemas["PaperCell"];
export type PaperListing = Schemas["PaperListing"];
export type PrintablePaper = Schemas["PrintablePaper"];

export const papersApi = {
  printable: (ticket: number) => ask<PrintablePaper[]>("GET", `/api/tickets/${ticket}/papers`),
  ofTicket: (ticket: number, paper: string, record: number | null) =>
    ask<PaperSheet>("GET", `/api/tickets/${ticket}/papers/${at(paper)}${queryOf({ record })}`),
  ofHandover: (handover: number) => ask<PaperSheet>("GET", `/api/duty/handovers/${handover}/paper`),
  /** Where the browser fetches a day's report as a file. */
  dayReportUrl: (form: "docx" | "xlsx", on: string, unit: number | null) =>
    `/api/day-report.${form}${queryOf({ on, unit })}`,
};
