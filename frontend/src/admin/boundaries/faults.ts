/** Faults in the order one mends them, and how many there are of each kind. Pure. */
import type { Fault } from "../../wire/administration";

const RANK = { blocking: 0, warning: 1 } as const;

/** What blocks comes first; within, the larger ground. */
export function inOrder(faults: readonly Fault[]): Fault[] {
  return [...faults].sort(
    (a, b) => RANK[a.severity] - RANK[b.severity] || b.area_m2 - a.area_m2 || a.id - b.id,
  );
}

export interface KindCount {
  kind: string;
  count: number;
  blocking: boolean;
}

/** Kinds as they come up in `inOrder`. */
export function countKinds(faults: readonly Fault[]): KindCount[] {
  const kinds = new Map<string, KindCount>();
  for (const { kind, severity } of inOrder(faults)) {
    const held = kinds.get(kind);
    if (held) held.count += 1;
    else kinds.set(kind, { kind, count: 1, blocking: severity === "blocking" });
  }
  return [...kinds.values()];
}
