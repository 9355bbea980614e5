/** Which units a role may be held for. Pure. */
import type { PostForm, Posts } from "../../wire/telling";

export function fitting({ roles, units }: Posts, role: PostForm["role"]): Posts["units"] {
  const kinds = roles.find((each) => each.role === role)?.kinds ?? [];
  return units.filter(({ kind }) => kinds.includes(kind));
}
