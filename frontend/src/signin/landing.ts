/** Where a person lands after signing in: the desk, the pages of administration, or outdoors the phone page. */
import { hasDesk, isAdministrator, isSeated, mayAdminister, mayLook } from "../state/roles";
import type { Membership } from "../wire/types";

/** The pages there are, with what stands behind them: an open ticket, a duty, a version. */
const PAGE = /^\/(m|admin|print|ogc|)(\?.*)?$/;

function home(held: readonly Membership[]): string {
  if (isAdministrator(held) && mayAdminister(held)) return mayLook(held) ? "/admin" : "/admin?at=audit";
  return isSeated(held) ? "/" : "/m";
}

/** `wanted` is what was asked for without a session; who has no desk finds a desk's ticket on the phone page. */
export function landingPage(memberships: readonly Membership[], wanted: string | null): string {
  const asked = PAGE.exec(wanted ?? "");
  if (!asked) return home(memberships);
  const [, page = "", query = ""] = asked;
  if (page === "" && isAdministrator(memberships)) return home(memberships);
  if (page === "ogc" && mayLook(memberships)) return `/ogc${query}`;
  return `/${hasDesk(memberships) ? page : "m"}${query}`;
}

/** The sign-in page that leads back to where the person is now. */
export function signInHere({ pathname, search }: Pick<Location, "pathname" | "search">): string {
  return `/signin?next=${encodeURIComponent(pathname + search)}`;
}
