/** The lists the desk shows now: the duty in hand, counts, clock filter. Derived from the board, never kept. */
import { useMemo } from "react";
import { ACROSS, DUTIES, type Duty, filterByClock, rowsOnBoard } from "../state/duties";
import { isDistrict } from "../state/roles";
import { type ListName, lateIn } from "../state/shelf";
import type { Listing } from "../state/sorted";
import type { TicketRow } from "../wire/types";
import { useBoardNow, useDesk, useListed, useLive, useShelf, useShelfCalmly } from "./context";

/** District people hear several streams, and own the question whose a ticket is. */
export function useIsDistrict(): boolean {
  const { me } = useDesk();
  return isDistrict(me.memberships);
}

/** Whose a ticket is, is the district's question; lists across the states stand where they hold something. */
export function useDuties(): readonly Duty[] {
  const isDistrict = useIsDistrict();
  const { address } = useDesk();
  const names = useListed(address.stream, (lists) =>
    DUTIES.filter((duty) => {
      if (duty === "undecided") return isDistrict;
      return !ACROSS.has(duty) || lists[duty].rows.length > 0 || address.duty === duty;
    }).join(" "),
  );
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
  return useListed(useDesk().address.stream, (lists) => lists[duty].rows.length);
}

/** The duty in hand: the one asked for, else the first that has something to do. */
export function useDuty(): Duty {
  const { address } = useDesk();
  const duties = useDuties();
  const preferred: Duty[] = ["dispatched", ...duties];
  return useListed(
    address.stream,
    (lists) =>
      address.duty ??
      preferred.find((duty) => duties.includes(duty) && lists[duty].rows.length > 0) ??
      "dispatched",
  );
}

/** A list of what the desk looks at, by the clock filter. */
export function useFiltered(name: ListName): Listing<TicketRow> {
  const { address, now } = useDesk();
  const { rows } = useShelf().lists[name];
  return useMemo(() => filterByClock(rows, address.clock, now), [rows, address.clock, now]);
}

export interface ListNumbers {
  /** Before the clock filter, as what follows. */
  rows: Listing<TicketRow>;
  soon: number;
  overdue: number;
}

/** What stands above such a list. */
export function useNumbers(name: ListName): ListNumbers {
  const { now } = useDesk();
  const list = useShelfCalmly().lists[name];
  return useMemo(() => ({ rows: list.rows, ...lateIn(list, now) }), [list, now]);
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
