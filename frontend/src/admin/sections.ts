/** Which sections are for whom: the navigation shows no other, and a link to another says so. Pure. */
import { GROUPS, type Group, type Section } from "./address";
import type { Rights } from "./rights";

export function isOpen(section: Section, may: Rights): boolean {
  switch (section) {
    case "keys":
    case "sources":
    case "people":
      return may.makeKeys;
    case "orders":
      return may.importOrders;
    case "closing":
    case "telling":
    case "joint":
    case "intake":
    case "desksetting":
    case "categories":
    case "units":
    case "walls":
    case "cellpeople":
      return may.keep;
    case "owning":
      return may.own;
    case "lookback":
      return may.lookBack;
    case "grievances":
      return may.hearGrievances;
    case "audit":
      return may.audit;
    default:
      return may.look;
  }
}

export interface OpenGroup {
  group: Group;
  sections: readonly Section[];
}

/** The headings under which there is something for whoever is here. */
export function openGroups(may: Rights): OpenGroup[] {
  return (Object.keys(GROUPS) as Group[])
    .map((group) => ({ group, sections: GROUPS[group].filter((section) => isOpen(section, may)) }))
    .filter(({ sections }) => sections.length > 0);
}
