/** Which roles a page offers what. The service decides for itself; a button it would refuse is not shown. */
import type { Membership } from "../wire/types";

type Role = Membership["role"];
type Held = readonly Pick<Membership, "role">[];

const DISTRICT: readonly Role[] = ["district_operator", "supervisor"];
const OPERATORS: readonly Role[] = ["district_operator", "town_operator", "duty_leader"];
const WATCHERS: readonly Role[] = [...OPERATORS, "supervisor"];
const ADMINISTRATORS: readonly Role[] = ["system_admin", "security_admin", "audit_admin"];
const KEEPERS: readonly Role[] = ["district_operator", "system_admin"];
const SEATED: readonly Role[] = [...WATCHERS, "signing_leader", "department_liaison", ...ADMINISTRATORS];

function holds(held: Held, roles: readonly Role[]): boolean {
  return held.some(({ role }) => roles.includes(role));
}

/** District people hear several streams, and own the question whose a ticket is. */
export const isDistrict = (held: Held): boolean => holds(held, DISTRICT);

/** 督查员: hears what those who do the work say against it. */
export const isSupervisor = (held: Held): boolean => holds(held, ["supervisor"]);

/** 带班领导、分管领导 of a center, who watch over the others' lists. */
export const isLeader = (held: Held): boolean => holds(held, ["duty_leader", "signing_leader"]);

/** 手工建单. */
export const mayReceive = (held: Held): boolean => holds(held, OPERATORS);

/** 巡查上报, on the phone. */
export const mayPatrol = (held: Held): boolean =>
  holds(held, ["grid_worker", "police_officer", "station_clerk", "enforcement_officer"]);

/** 打印交办单, at the phone page too: whoever does a unit's work. */
export const mayPrint = (held: Held): boolean =>
  holds(held, [
    ...WATCHERS,
    "station_clerk",
    "police_officer",
    "enforcement_officer",
    "window_clerk",
    "agency_clerk",
    "department_liaison",
  ]);

/** 导入工单. */
export const mayImport = (held: Held): boolean => holds(held, ["district_operator"]);

/** 考核与统计: the figures of the own unit, or of all. */
export const maySeeRates = (held: Held): boolean =>
  holds(held, [...WATCHERS, "signing_leader", "department_liaison"]);

/** 未送达: reports that did not reach the hotline. */
export const mayWatchReports = (held: Held): boolean => holds(held, WATCHERS);

/** 特急未签收: who is rung at a desk. */
export const isRung = (held: Held): boolean => holds(held, WATCHERS);

/** Whose work a ticket of the center is: they may ring its caller up as well. */
export const operatesAt = (held: readonly Membership[], center: number): boolean =>
  held.some(
    ({ role, unit }) => role === "district_operator" || (unit === center && OPERATORS.includes(role)),
  );

/** 上行申请: those who draft them, and the leader who signs them. */
export const maySeeRequests = (held: Held): boolean => holds(held, [...WATCHERS, "signing_leader"]);

/** Accounts that run the platform and handle no tickets: neither the desk nor the phone page is theirs. */
export const isAdministrator = (held: Held): boolean =>
  held.length > 0 && held.every(({ role }) => ADMINISTRATORS.includes(role));

/** Reads boundaries, places and the quality of locating. */
export const mayLook = (held: Held): boolean => holds(held, [...WATCHERS, "system_admin"]);

/** Reads who did or read what (审计). */
export const mayAudit = (held: Held): boolean => holds(held, ["audit_admin"]);

/** Has something to do in the administration. */
export const mayAdminister = (held: Held): boolean => mayLook(held) || mayAudit(held);

/** Changes boundaries and places. */
export const mayKeep = (held: Held): boolean => holds(held, KEEPERS);

/** Proposes another name for a place. */
export const mayPropose = (held: Held): boolean => holds(held, OPERATORS);

/** Approves or refuses another's proposal. */
export const mayDecide = (held: Held): boolean =>
  holds(held, ["district_operator", "duty_leader", "system_admin"]);

/** Makes and revokes keys for other programs. */
export const mayMakeKeys = (held: Held): boolean => holds(held, ["system_admin"]);

/** People whose work is at a screen; the others start on the phone page. */
export const isSeated = (held: Held): boolean => holds(held, SEATED);

/** Grid workers have nothing at the desk; everybody else may sit down at one. */
export const hasDesk = (held: Held): boolean => held.some(({ role }) => role !== "grid_worker");
