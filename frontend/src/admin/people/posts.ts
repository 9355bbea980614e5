/** Which units a role may be held for, and which posts of former days are not where their role belongs. Pure. */
import type { PersonEntry, PostForm, Posts } from "../../wire/telling";

export function fitting({ roles, units }: Posts, role: PostForm["role"]): Posts["units"] {
  const kinds = roles.find((each) => each.role === role)?.kinds ?? [];
  return units.filter(({ kind }) => kinds.includes(kind));
}

/** Given before the rule, or before the unit changed its kind: its rights last until it is ended. */
export function isMisplaced({ roles, units }: Posts, { role, unit }: PersonEntry["posts"][number]): boolean {
  const kind = units.find(({ id }) => id === unit)?.kind;
  const kinds = roles.find((each) => each.role === role)?.kinds;
  return kind !== undefined && kinds !== undefined && !kinds.includes(kind);
}
