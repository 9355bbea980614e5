/** Whom a person outdoors calls: the command center they work for, and the district's above it. Pure. */
import type { Directory, Me } from "../../wire/types";

interface Center {
  name: string;
  phone: string;
}

export interface Centers {
  own: Center | null;
  /** Above one's own: where to complain about it. None where one works for the district itself. */
  above: Center | null;
}

type Unit = Directory["units"][number];

function reachable(unit: Unit | undefined): Center | null {
  return unit?.phone ? { name: unit.name, phone: unit.phone } : null;
}

export function centersOf(me: Pick<Me, "memberships">, directory: Directory | undefined): Centers {
  const units = new Map((directory?.units ?? []).map((unit) => [unit.id, unit]));
  const own = me.memberships.map(({ unit }) => units.get(units.get(unit)?.center ?? -1)).find(Boolean);
  const district = [...units.values()].find(({ kind }) => kind === "district_center");
  return { own: reachable(own), above: own?.id === district?.id ? null : reachable(district) };
}
