/** Where a person lands after signing in: desk people at the desk, people outdoors on the phone page. */
import { isSeated } from "../state/roles";
import type { Membership } from "../wire/types";

export function landingPage(memberships: readonly Membership[], wanted: string | null): string {
  if (wanted === "/" || wanted === "/m" || wanted?.startsWith("/?")) return wanted;
  return isSeated(memberships) ? "/" : "/m";
}
