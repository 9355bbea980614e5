/** What a link opens: its standing, its ticket as its person may see it, what can be done; asked anew to be kept fresh. */
import { api, ask } from "../wire/api";
import type { components } from "../wire/generated";
import type { Allowed, TicketDetail } from "../wire/types";
import { mean } from "./meant";

export type Standing = components["schemas"]["LinkStanding"];

export interface Opened {
  standing: Standing;
  detail: TicketDetail;
  /** What each command asks: without network the next step is known by it. */
  forms: readonly Allowed[];
  /** Service clock minus the phone's, in ms. */
  offset: number;
}

/** Opens the link, the first time by its token; says again how it stands. */
export async function open(token: string | null, before: Opened | null): Promise<Opened> {
  if (token) mean((await ask<components["schemas"]["LinkOpened"]>("POST", "/api/link", { token })).link);
  const standing = await ask<Standing>("GET", "/api/link");
  const offset = settledOffset(Date.parse(standing.now) - Date.now(), before?.offset);
  const detail = await api.ticket(standing.ticket);
  const forms = before?.forms.length ? before.forms : await api.forms().catch(() => []);
  return { standing, detail, forms, offset };
}

/** A slow answer says little about clocks: what was known stays unless it is clearly wrong. */
function settledOffset(measured: number, known: number | undefined): number {
  return known !== undefined && Math.abs(measured - known) < 5_000 ? known : measured;
}
