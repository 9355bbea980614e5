/** Walking a list of tickets, by hand and by keys. */
import { useCallback, useRef } from "react";
import { useKey } from "../seat/keys";
import type { Listing } from "../state/sorted";
import type { TicketRow } from "../wire/types";
import { useDesk } from "./context";
import { readPanel } from "./panel/reading";
import { neighbour, placeOf } from "./step";

/** From where the open ticket stands, or stood before it left the list. */
export function useSteps(rows: Listing<TicketRow>) {
  const { address, go } = useDesk();
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
  return { step, first, stood: stood.current };
}

/** Who walks the list is done with the button pressed before: the next Enter is the list's. */
function letGoOfButtons(): void {
  if (document.activeElement instanceof HTMLButtonElement) document.activeElement.blur();
}

/** Both ways by keys; answers the way down. */
export function useWalkingKeys(step: (by: 1 | -1) => void): () => void {
  const up = useCallback(() => step(-1), [step]);
  const down = useCallback(() => step(1), [step]);
  useKey("ArrowUp", up);
  useKey("ArrowDown", down);
  useKey("Enter", readPanel);
  useKey("-", up);
  useKey("+", down);
  return down;
}
