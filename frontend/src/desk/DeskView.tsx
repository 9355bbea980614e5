/** Lists at the left, the map in the middle, the open ticket at the right: what events renew, and nothing around it. */
import { type ReactNode, type RefObject, useCallback, useEffect, useMemo, useRef } from "react";
import { useHeldWalk } from "../seat/held";
import { useKey } from "../seat/keys";
import type { Duty } from "../state/duties";
import type { Listing } from "../state/sorted";
import type { TicketRow } from "../wire/types";
import { useDesk } from "./context";
import { ListPane } from "./ListPane";
import { useDuty, useFiltered, useIsListed } from "./lists";
import { MapPane } from "./MapPane";
import { readPanel } from "./panel/reading";
import type { SearchState } from "./Search";
import { neighbour, nextOwed, placeOf } from "./step";

interface Props {
  search: SearchState;
  box: RefObject<HTMLInputElement | null>;
  hasMap: boolean;
  /** The right column; the ticket to go to once the open one is done with. Null where it stands in another window. */
  side: ((nextTicket: number | null) => ReactNode) | null;
}

export function DeskView({ search, box, hasMap, side }: Props) {
  const duty = useDuty();
  const listed = useFiltered(duty);
  useStaying(duty);
  const rows = search.isActive ? (search.answer?.tickets ?? NOTHING) : listed;
  const { step, first, next } = useSteps(rows);
  const down = useWalkingKeys(step);
  useEarlyWalk();
  return (
    <>
      <ListPane duty={duty} rows={rows} search={search} box={box} onFirst={search.isActive ? first : down} />
      {hasMap ? <MapPane /> : null}
      {side?.(next)}
    </>
  );
}

/** Until a ticket is open the first list that holds something is shown; from then on the list stays, empty or not. */
function useStaying(duty: Duty): void {
  const { address, go } = useDesk();
  const isToStay = address.ticket !== null && address.duty === null;
  useEffect(() => {
    if (isToStay) go({ duty });
  }, [isToStay, duty, go]);
}

const NOTHING: TicketRow[] = [];

/** Walking the list, from where the open ticket stands or stood before it left the list. */
function useSteps(rows: Listing<TicketRow>) {
  const { address, me, go } = useDesk();
  const stood = useRef(0);
  const shown = useRef(rows);
  shown.current = rows;
  const at = placeOf(rows, address.ticket, stood.current);
  if (at >= 0) stood.current = at;
  const step = useCallback(
    (by: 1 | -1) => {
      const row = neighbour(shown.current, address.ticket, stood.current, by);
      if (!row) return;
      letGoOfButtons();
      go({ ticket: row.id, panel: null });
    },
    [address.ticket, go],
  );
  const first = useCallback(() => {
    const [row] = shown.current.slice(0, 1);
    if (row) go({ ticket: row.id, panel: null });
  }, [go]);
  const next = useMemo(
    () => nextOwed(rows, address.ticket, stood.current, me.home.unit)?.id ?? null,
    [rows, address.ticket, me.home.unit],
  );
  return { step, first, next };
}

/** Who walks the list is done with the button pressed before: the next Enter is the list's. */
function letGoOfButtons(): void {
  if (document.activeElement instanceof HTMLButtonElement) document.activeElement.blur();
}

/** Keys pressed before the lists have come walk the one that was looked at, once it has. */
function useEarlyWalk(): void {
  const { duty, clock, stream } = useDesk().address;
  useHeldWalk(`desk ${duty} ${clock} ${stream}`, useIsListed());
}

/** Both ways by keys; answers the way down. */
function useWalkingKeys(step: (by: 1 | -1) => void): () => void {
  const up = useCallback(() => step(-1), [step]);
  const down = useCallback(() => step(1), [step]);
  useKey("ArrowUp", up);
  useKey("ArrowDown", down);
  useKey("Enter", readPanel);
  useKey("-", up);
  useKey("+", down);
  return down;
}
