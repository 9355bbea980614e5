/** What a heat map asks. Called by district/heat and wall; knows no React. */
import { ask, queryOf } from "./api";
import type { components } from "./generated";

type Schemas = components["schemas"];
export type HeatPicture = Schemas["HeatPicture"];
export type HeatPlace = Schemas["HeatPlace"];
export type HeatTickets = Schemas["HeatTickets"];
export type Lattice = Schemas["HeatLattice"];

export type Span = "day" | "week" | "month" | "clock";

/** Which while, in hexagons of which width, of which tickets. */
export interface HeatQuery {
  span: Span;
  width: number;
  branch?: string | undefined;
  urgency?: string | undefined;
  only_open?: boolean;
}

/** Which number: of a hexagon, of a place (`none`: of no place), in a step; a page before a ticket. */
export interface NumberQuery {
  east?: number | undefined;
  north?: number | undefined;
  place?: string | undefined;
  step?: number | undefined;
  before?: number | undefined;
}

export const heatApi = {
  picture: (query: HeatQuery) => ask<HeatPicture>("GET", `/api/heat${queryOf(query)}`),
  tickets: (query: HeatQuery, number: NumberQuery) =>
    ask<HeatTickets>("GET", `/api/heat/tickets${queryOf({ ...query, ...number })}`),
  ofWall: (signal: AbortSignal) => ask<HeatPicture>("GET", "/api/wall/heat", undefined, signal),
};
