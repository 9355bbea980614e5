/** What leaves the board is told by no stream afterwards: whoever still shows it has to ask. */
import { useEffect, useRef } from "react";
import { type Board, ticketOnBoard } from "../state/apply";

/** Asks each time that one of these tickets stood on the board and stands there no more. */
export function useGone(ids: readonly number[], board: Board, ask: () => void): void {
  const stood = useRef<ReadonlySet<number>>(new Set());
  useEffect(() => {
    const here = new Set(ids.filter((id) => ticketOnBoard(board, id)));
    const isGone = ids.some((id) => stood.current.has(id) && !here.has(id));
    stood.current = here;
    if (isGone) ask();
  }, [ids, board, ask]);
}
