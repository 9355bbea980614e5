/** 权属裁定: returned and undecided tickets one after the other, the two views of each side by side, and the ground. */
import "./ruling.css";
import { type ReactNode, useCallback, useMemo, useRef } from "react";
import { useDesk, useLive } from "../desk/context";
import { LineList } from "../desk/LineList";
import { useIsListed } from "../desk/lists";
import { MapPane } from "../desk/MapPane";
import { neighbour, placeOf } from "../desk/step";
import { Face } from "../look/Failure";
import { useHeldWalk } from "../seat/held";
import { useKey } from "../seat/keys";
import { waitingForRuling } from "../state/rulings";
import { text } from "../text";
import { words } from "../text/district";
import type { TicketRow } from "../wire/types";
import { usePingPong } from "./asked";
import { CaseView } from "./CaseView";

export function Ruling({ side }: { side: (nextTicket: number | null) => ReactNode }) {
  const { address } = useDesk();
  const board = useLive((live) => live.board);
  const rows = useMemo(() => waitingForRuling(board), [board]);
  const next = useWalk(rows);
  const isListed = useIsListed();
  const none = isListed ? words.rulingNone : text.list.loading;
  useHeldWalk("ruling", isListed);
  return (
    <>
      <section className="list-pane ruling-list" data-view-shown="ruling" data-count={rows.length}>
        <header className="ruling-head">
          <h2>{words.ruling}</h2>
          <p className="quiet">{words.rulingLead}</p>
          <PassedOn />
        </header>
        {rows.length > 0 ? <LineList rows={rows} /> : <Face title={none} />}
      </section>
      <main className={address.ticket === null ? "ruling bare" : "ruling"}>
        {address.ticket === null ? null : <CaseView ticket={address.ticket} />}
        <MapPane />
      </main>
      {side(next)}
    </>
  );
}

/** 推诿预警: how many tickets were passed to and fro; which, and what was done about it, has a page. */
function PassedOn() {
  const count = usePingPong().data?.length ?? 0;
  return count > 0 ? (
    <p>
      <a className="alarm-link" href="/admin?at=owning&tab=alarms" data-passed-on={count}>
        <span aria-hidden="true">■ </span>
        {words.passedOn(count)}
      </a>
    </p>
  ) : null;
}

/** ↑ ↓ through the cases, from where the open one stands or stood; the case that follows it. */
function useWalk(rows: readonly TicketRow[]): number | null {
  const { address, go } = useDesk();
  const stood = useRef(0);
  const at = placeOf(rows, address.ticket, stood.current);
  if (at >= 0) stood.current = at;
  const step = useCallback(
    (by: 1 | -1) => {
      const row = neighbour(rows, address.ticket, stood.current, by);
      if (row) go({ ticket: row.id, panel: null });
    },
    [rows, address.ticket, go],
  );
  const up = useCallback(() => step(-1), [step]);
  const down = useCallback(() => step(1), [step]);
  useKey("ArrowUp", up);
  useKey("ArrowDown", down);
  return rows[at + 1]?.id ?? null;
}
