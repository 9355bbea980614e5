/** Lists at the left, the map in the middle, the open ticket at the right: what events renew, and nothing around it. */
import { type ReactNode, type RefObject, useEffect, useMemo } from "react";
import { useHeldWalk } from "../seat/held";
import type { Duty } from "../state/duties";
import type { Listing } from "../state/sorted";
import type { TicketRow } from "../wire/types";
import { useDesk } from "./context";
import { ListPane } from "./ListPane";
import { useDuty, useFiltered, useIsListed } from "./lists";
import { MapPane } from "./MapPane";
import type { SearchState } from "./Search";
import { nextOwed } from "./step";
import { useSteps, useWalkingKeys } from "./useSteps";

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
  const { step, first, stood } = useSteps(rows);
  const next = useNext(rows, stood);
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

/** The ticket that the reader's own unit owes after the open one. */
function useNext(rows: Listing<TicketRow>, stood: number): number | null {
  const { address, me } = useDesk();
  return useMemo(
    () => nextOwed(rows, address.ticket, stood, me.home.unit)?.id ?? null,
    [rows, address.ticket, stood, me.home.unit],
  );
}

/** Keys pressed before the lists have come walk the one that was looked at, once it has. */
function useEarlyWalk(): void {
  const { duty, clock, stream } = useDesk().address;
  useHeldWalk(`desk ${duty} ${clock} ${stream}`, useIsListed());
}
