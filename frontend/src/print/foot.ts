/** Where a form's foot begins: the rows at its end that are written and signed by hand. They stay on one page. Pure. */
import type { PaperCell } from "../wire/papers";

export function footAt(rows: readonly (readonly Pick<PaperCell, "kind">[])[]): number {
  let at = rows.length;
  while (at > 0 && rows[at - 1]?.every(({ kind }) => kind === "sign" || kind === "blank")) at -= 1;
  return at;
}
