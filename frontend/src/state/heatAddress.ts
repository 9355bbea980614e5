/** What the address bar keeps of the heat map: which while, of which tickets, and the step in hand by its own name. Pure. */
import type { Span } from "../wire/heat";

export const SPANS = ["day", "week", "month", "clock"] as const satisfies readonly Span[];
export const LOOKS = ["map", "table"] as const;

export interface HeatAddress {
  span: Span;
  branch: string;
  urgency: string;
  onlyOpen: boolean;
  /** A step's name, which stays while hours pass; none means the whole while. */
  at: string | null;
  look: (typeof LOOKS)[number];
}

export const HEAT_AT_FIRST: HeatAddress = {
  span: "day",
  branch: "",
  urgency: "",
  onlyOpen: false,
  at: null,
  look: "map",
};

const URGENCIES: readonly (string | null)[] = ["normal", "urgent", "critical"];
const LONGEST_BRANCH = 100;
const STEP = /^(\d{4}-\d{2}-\d{2}(T\d{2})?|\d{2})$/;

export function readHeat(query: URLSearchParams): HeatAddress {
  const urgency = query.get("urgency");
  const at = query.get("at");
  return {
    span: SPANS.find((each) => each === query.get("span")) ?? HEAT_AT_FIRST.span,
    branch: (query.get("branch") ?? "").slice(0, LONGEST_BRANCH),
    urgency: urgency !== null && URGENCIES.includes(urgency) ? urgency : "",
    onlyOpen: query.get("open") === "1",
    at: at !== null && STEP.test(at) ? at : null,
    look: LOOKS.find((each) => each === query.get("look")) ?? HEAT_AT_FIRST.look,
  };
}

/** Only what differs from how the view begins. */
export function writeHeat(query: URLSearchParams, heat: HeatAddress): void {
  if (heat.span !== HEAT_AT_FIRST.span) query.set("span", heat.span);
  if (heat.branch) query.set("branch", heat.branch);
  if (heat.urgency) query.set("urgency", heat.urgency);
  if (heat.onlyOpen) query.set("open", "1");
  if (heat.at !== null) query.set("at", heat.at);
  if (heat.look !== HEAT_AT_FIRST.look) query.set("look", heat.look);
}
