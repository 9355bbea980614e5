/** What a desk is told of in passing: a ticket of its own was urged, or goes on after 挂账. Pure. */
import type { TicketRow } from "../wire/types";
import type { Board } from "./apply";
import { changesBetween } from "./changes";

export interface Tiding {
  kind: "urged" | "resumed";
  row: TicketRow;
}

/** News between two boards of the tickets that a center answers for; of what has only just come there is none. */
export function tidings(before: Board, after: Board, center: number | null): Tiding[] {
  if (center === null || !before.has(center)) return [];
  const { gone, come } = changesBetween(before, after, center);
  const former = new Map(gone.map((row) => [row.id, row]));
  return come.flatMap((row): Tiding[] => {
    const was = former.get(row.id);
    if (!was || row.stream !== center) return [];
    if (was.state === "suspended" && row.state !== "suspended") return [{ kind: "resumed", row }];
    return row.urged > was.urged ? [{ kind: "urged", row }] : [];
  });
}
