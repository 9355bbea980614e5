/** The lists the desk shows now: the duty in hand, counts, clock filter. Derived from the board, never kept. */
import { useMemo } from "react";
import { ACROSS, DUTIES, type Duty, filterByClock, rowsOnBoard } from "../state/duties";
import { isDistrict } from "../state/roles";
import { type ListName, lateIn } from "../state/shelf";
import type { TicketRow } from "../wire/types";
import { useBoardNow, useDesk, useLive, useShelf } from "./context";

/** District people hear several streams, and own the question whose a ticket is. */
export function useIsDistrict(): boolean {
  const { me } = useDesk();
  return isDistrict(me.memberships);
}

/** Whose a ticket is, is the district's question; lists across the states stand where they hold something. */
export function useDuties(): readonly Duty[] {
  const isDistrict = useIsDistrict();
  const { address } = useDesk();
  const { lists } = useShelf();
  const names = DUTIES.filter((duty) => {
    if (duty === "undecided") return isDistrict;
    return !ACROSS.has(duty) || lists[duty].rows.length > 0 || address.duty === duty;
  }).join(" ");
  return useMemo(() => names.split(" ") as Duty[], [names]);
}

/** Whether every list that is looked at has come. */
export function useIsListed(): boolean {
  const { me, address } = useDesk();
  const { stream } = address;
  return useLive(({ board }) =>
    stream === null ? me.streams.every(({ id }) => board.has(id)) : board.has(stream),
  );
}

/** How many a duty's list holds. */
export function useCount(duty: Duty): number {
  const { lists } = useShelf();
  return lists[duty].rows.length;
}

/** The duty in hand: the one asked for, else the first that has something to do. */
export function useDuty(): Duty {
  const { address } = useDesk();
  const { lists } = useShelf();
  const duties = useDuties();
  if (address.duty) return address.duty;
  const preferred: Duty[] = ["dispatched", ...duties];
  return preferred.find((duty) => duties.includes(duty) && lists[duty].rows.length > 0) ?? "dispatched";
}

export interface FilteredList {
  rows: readonly TicketRow[];
  soon: number;
  overdue: number;
  /** Before the clock filter. */
  total: number;
}

/** A list of what the desk looks at, by the clock filter. */
export function useFiltered(name: ListName): FilteredList {
  const { address, now } = useDesk();
  const list = useShelf().lists[name];
  return useMemo(() => {
    const rows = address.clock === null ? list.rows : filterByClock(list.rows, address.clock, now);
    return { rows, ...lateIn(list, now), total: list.rows.length };
  }, [list, address.clock, now]);
}

export interface ShownList extends FilteredList {
  duty: Duty;
}

export function useShownList(): ShownList {
  const duty = useDuty();
  const list = useFiltered(duty);
  return useMemo(() => ({ duty, ...list }), [duty, list]);
}

const NONE: readonly TicketRow[] = [];

/**
 * Every row as it stood when asked first: what a form counts or offers does not change under the hand, and what goes on
 * meanwhile renders nothing.
 */
export function useRowsAsAsked(): readonly TicketRow[] {
  const { stream } = useDesk().address;
  const board = useBoardNow();
  const isKnown = useLive((live) => live.board.size > 0);
  return useMemo(() => (isKnown ? rowsOnBoard(board(), stream) : NONE), [isKnown, board, stream]);
}
