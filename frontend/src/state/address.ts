/** What the address bar keeps: filters and the open ticket, never a name, a number or words searched for. */
import type { ClockFilter, Duty } from "./duties";
import { DUTIES } from "./duties";
import { type HeatAddress, readHeat, writeHeat } from "./heatAddress";
import { LISTS } from "./shelf";

/** The views of the district: its towns, the desk with its map, and the queues that are decided there. */
export const VIEWS = [
  ...(["towns", "desk", "ruling", "supervision", "calls"] as const),
  ...(["look-back", "upward", "reconciliation", "heat"] as const),
] as const;
/** None: the one the person's post begins with. */
export type View = (typeof VIEWS)[number] | null;

/** Lists of the view of all towns: what is open, and the tickets behind the two figures that stand there. */
const FIGURES = ["sign_on_time", "reply_on_time"] as const;
const BOARD_LISTS = [...LISTS, ...FIGURES] as const;
export type BoardList = (typeof BOARD_LISTS)[number];
export type BoardFigure = (typeof FIGURES)[number];

export function isFigure(list: BoardList): list is BoardFigure {
  return FIGURES.some((figure) => figure === list);
}

const PANELS = ["new", "dead", "calls", "duty", "call-list", "joint", "upward"] as const;
/** What the right column shows instead of a ticket. */
type Panel = (typeof PANELS)[number] | null;

export interface Address {
  duty: Duty | null;
  clock: ClockFilter;
  stream: number | null;
  ticket: number | null;
  panel: Panel;
  view: View;
  /** The list that is open beside the towns; of the town in `stream`, or of all. */
  list: BoardList | null;
  /** Of the heat map; kept while another view is looked at. */
  heat: HeatAddress;
}

function wholeNumber(value: string | null): number | null {
  return value !== null && /^\d{1,15}$/.test(value) ? Number(value) : null;
}

export function readAddress(search: string): Address {
  const query = new URLSearchParams(search);
  const duty = query.get("duty");
  const clock = query.get("clock");
  const panel = query.get("panel");
  return {
    duty: DUTIES.find((name) => name === duty) ?? null,
    clock: clock === "soon" || clock === "overdue" ? clock : null,
    stream: wholeNumber(query.get("town")),
    ticket: wholeNumber(query.get("ticket")),
    panel: PANELS.find((name) => name === panel) ?? null,
    view: VIEWS.find((name) => name === query.get("view")) ?? null,
    list: BOARD_LISTS.find((name) => name === query.get("list")) ?? null,
    heat: readHeat(query),
  };
}

export function writeAddress(address: Address): string {
  const query = new URLSearchParams();
  if (address.duty) query.set("duty", address.duty);
  if (address.clock) query.set("clock", address.clock);
  if (address.stream !== null) query.set("town", String(address.stream));
  if (address.ticket !== null) query.set("ticket", String(address.ticket));
  if (address.panel) query.set("panel", address.panel);
  if (address.view) query.set("view", address.view);
  if (address.list) query.set("list", address.list);
  if (address.view === "heat") writeHeat(query, address.heat);
  const words = query.toString();
  return words ? `?${words}` : "";
}
