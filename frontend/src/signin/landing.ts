/** Where a person lands after signing in: desk people at the desk, people outdoors on the phone page. */
import type { Membership } from "../wire/types";

const DESK_ROLES = new Set<Membership["role"]>([
  "district_operator",
  "supervisor",
  "town_operator",
  "duty_leader",
  "signing_leader",
  "department_liaison",
  "system_admin",
  "security_admin",
  "audit_admin",
]);

export function landingPage(memberships: readonly Membership[], wanted: string | null): string {
  if (wanted === "/" || wanted === "/m" || wanted?.startsWith("/?")) return wanted;
  return memberships.some((membership) => DESK_ROLES.has(membership.role)) ? "/" : "/m";
}
