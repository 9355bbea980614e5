/** Questions about rates, supervision, cards, score periods, and the doors beside the hotline. Knows no React. */
import type { Started } from "./administration";
import { ask, at, fileOf, queryOf } from "./api";
import type { components } from "./generated";

type Schemas = components["schemas"];

export type Rates = Schemas["Rates"];
export type Figures = Schemas["Figures"];
export type UnitFigures = Schemas["UnitFigures"];
export type RateFigure = Schemas["RateFigure"];
export type FormulaText = Schemas["FormulaText"];
export type CountedTickets = Schemas["CountedTickets"];
export type RateSetting = Schemas["RateSetting"];
export type RateSettingForm = Schemas["RateSettingForm"];
export type Supervision = Schemas["Supervision"];
export type SupervisedTicket = Schemas["SupervisedTicket"];
export type Card = Schemas["Card"];
export type CardForm = Schemas["CardForm"];
export type Period = Schemas["Period"];
export type PeriodDetail = Schemas["PeriodDetail"];
export type PeriodForm = Schemas["PeriodForm"];
export type Objection = Schemas["Objection"];
export type ObjectionForm = Schemas["ObjectionForm"];
export type PastedDraft = Schemas["PastedDraft"];
export type PatrolReport = Schemas["PatrolReport"];
export type PatrolCell = Schemas["PatrolCell"];
export type Reported = Schemas["Reported"];
export type Alike = Schemas["Alike"];
export type OrderSource = Schemas["OrderSource"];
export type OrderInspection = Schemas["OrderInspection"];
export type NextState = "ruling" | "locked" | "published";

/** Which window, cut how. */
export interface WindowQuery {
  on?: string;
  month?: string;
  since?: string;
  until?: string;
  by: "center" | "unit";
}

export interface BehindQuery extends WindowQuery {
  /** None: of all units whose tickets the person may open. */
  unit?: number;
  rate: string;
  part: "numerator" | "rest" | "all";
  before?: number;
}

export interface OrderOptions {
  source: string;
  mapping: Record<string, string>;
  dry_run: boolean;
  name: string;
}

/** What an import of orders came to. */
export interface OrdersResult {
  rows_read: number;
  created: number;
  known: number;
  refused: number;
  ended: number;
  warned: number;
  dry_run: boolean;
  rows: { row: number; field: string; says: string }[];
}

function formOf(file: File, options: object): FormData {
  const form = new FormData();
  form.append("file", file);
  form.append("options", JSON.stringify(options));
  return form;
}

export const scoresApi = {
  rates: (window: WindowQuery) => ask<Rates>("GET", `/api/rates${queryOf(window)}`),
  behind: (figure: BehindQuery) => ask<CountedTickets>("GET", `/api/rates/tickets${queryOf(figure)}`),
  exportUrl: (form: "csv" | "xlsx", window: WindowQuery) => fileOf(`/api/rates/export.${form}`, window),
  settings: () => ask<RateSetting[]>("GET", "/api/rates/settings"),
  keepSetting: (form: RateSettingForm) => ask<RateSetting[]>("POST", "/api/rates/settings", form),
  supervisions: (ended: boolean) => ask<SupervisedTicket[]>("GET", `/api/supervisions${queryOf({ ended })}`),
  supervisionsOf: (ticket: number) => ask<Supervision[]>("GET", `/api/tickets/${ticket}/supervisions`),
  behindOf: (period: number, figure: Omit<BehindQuery, "on" | "month" | "since" | "until">) =>
    ask<CountedTickets>("GET", `/api/score-periods/${period}/tickets${queryOf(figure)}`),
  periodExportUrl: (period: number, form: "csv" | "xlsx", by: WindowQuery["by"]) =>
    fileOf(`/api/score-periods/${period}/export.${form}`, { by }),
  cards: () => ask<Card[]>("GET", "/api/cards"),
  giveCard: (form: CardForm) => ask<{ id: number }>("POST", "/api/cards", form),
  revokeCard: (card: number, reason: string) => ask<void>("POST", `/api/cards/${card}/revoke`, { reason }),
  answerCard: (card: number, answer: string) => ask<void>("POST", `/api/cards/${card}/answer`, { answer }),
  periods: () => ask<Period[]>("GET", "/api/score-periods"),
  period: (id: number) => ask<PeriodDetail>("GET", `/api/score-periods/${id}`),
  openPeriod: (form: PeriodForm) => ask<{ id: number }>("POST", "/api/score-periods", form),
  goOn: (id: number, state: NextState) =>
    ask<PeriodDetail>("POST", `/api/score-periods/${id}/state`, { state }),
  objectTo: (id: number, form: ObjectionForm) =>
    ask<{ id: number }>("POST", `/api/score-periods/${id}/objections`, form),
  rule: (objection: number, upheld: boolean, ruling: string) =>
    ask<void>("POST", `/api/objections/${objection}/ruling`, { upheld, ruling }),
  read: (pasted: string) => ask<PastedDraft>("POST", "/api/pasted", { text: pasted }),
  report: (form: PatrolReport, signal?: AbortSignal) =>
    ask<Schemas["PatrolAnswer"]>("POST", "/api/reports", form, signal),
  patrolCells: () => ask<PatrolCell[]>("GET", "/api/reports/cells"),
  reported: () => ask<Reported[]>("GET", "/api/reports"),
  alike: (ticket: number) => ask<Alike[]>("GET", `/api/tickets/${ticket}/alike`),
  link: (ticket: number, own: number, operation: string) =>
    ask<Schemas["PatrolAnswer"]>("POST", `/api/tickets/${at(String(ticket))}/link`, { own, operation }),
  orderSources: () => ask<OrderSource[]>("GET", "/api/orders/sources"),
  inspectOrders: (file: File, source: string) =>
    ask<OrderInspection>("POST", "/api/orders/inspect", formOf(file, { source })),
  importOrders: (file: File, options: OrderOptions) =>
    ask<Started>("POST", "/api/orders/import", formOf(file, options)),
};
