/** Where a person lands after signing in: desk people at the desk, people outdoors on the phone page. */
import { hasDesk, isSeated } from "../state/roles";
import type { Membership } from "../wire/types";

/** The pages there are, with what stands behind them: an open ticket, a duty. */
const PAGE = /^\/(m?)(\?.*)?$/;

/** `wanted` is what was asked for without a session; who has no desk finds a desk's ticket on the phone page. */
export function landingPage(memberships: readonly Membership[], wanted: string | null): string {
  const asked = PAGE.exec(wanted ?? "");
  if (!asked) return isSeated(memberships) ? "/" : "/m";
  const [, page = "", query = ""] = asked;
  return `/${hasDesk(memberships) ? page : "m"}${query}`;
}

/** The sign-in page that leads back to where the person is now. */
export function signInHere({ pathname, search }: Pick<Location, "pathname" | "search">): string {
  return `/signin?next=${encodeURIComponent(pathname + search)}`;
}
