/** The lists the desk shows now: the duty in hand, counts, clock filter. Derived from the board, never kept. */
import { useMemo } from "react";
import {
  byAnswerDue,
  byDue,
  DUTIES,
  type Duty,
  dutyCounts,
  filterByClock,
  rowsOfDuty,
  rowsOnBoard,
  severityCounts,
} from "../state/duties";
import { isDistrict } from "../state/roles";
import type { TicketRow } from "../wire/types";
import { useDesk } from "./context";

/** District people hear several streams, and own the question whose a ticket is. */
export function useIsDistrict(): boolean {
  const { me } = useDesk();
  return isDistrict(me.memberships);
}

export function useDuties(): readonly Duty[] {
  const isDistrict = useIsDistrict();
  return useMemo(() => DUTIES.filter((duty) => isDistrict || duty !== "undecided"), [isDistrict]);
}

export function useCounts(): Record<Duty, number> {
  const { live, address } = useDesk();
  return useMemo(() => dutyCounts(live.board, address.stream), [live.board, address.stream]);
}

/** The duty in hand: the one asked for, else the first that has something to do. */
export function useDuty(): Duty {
  const { address } = useDesk();
  const counts = useCounts();
  const duties = useDuties();
  if (address.duty) return address.duty;
  const preferred: Duty[] = ["dispatched", ...duties];
  return preferred.find((duty) => duties.includes(duty) && counts[duty] > 0) ?? "dispatched";
}

export interface ShownList {
  duty: Duty;
  rows: TicketRow[];
  soon: number;
  overdue: number;
  /** Before the clock filter. */
  total: number;
}

export function useShownList(): ShownList {
  const { live, address, now } = useDesk();
  const duty = useDuty();
  return useMemo(() => {
    const all = rowsOfDuty(live.board, duty, address.stream);
    const counts = severityCounts(all, now);
    const rows = filterByClock(all, address.clock, now).sort(duty === "supervised" ? byAnswerDue : byDue);
    return { duty, rows, soon: counts.soon, overdue: counts.overdue, total: all.length };
  }, [live.board, duty, address.stream, address.clock, now]);
}

export function useAllRows(): TicketRow[] {
  const { live, address } = useDesk();
  return useMemo(() => rowsOnBoard(live.board, address.stream), [live.board, address.stream]);
}
