/**
 * A long list that draws only what is in sight. Every line has the same height and a place of its own: one that comes
 * moves those below, of which nothing is drawn anew.
 */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Listing } from "../state/sorted";
import { text } from "../text";
import type { TicketRow } from "../wire/types";
import { useDesk } from "./context";
import { placeOf } from "./step";
import { TicketLine } from "./TicketLine";

const HEIGHT = 66;
const SPARE = 3;

function useWindow(count: number) {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 900 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener("scroll", measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", measure);
    };
  }, []);
  const first = Math.max(0, Math.floor(view.top / HEIGHT) - SPARE);
  const last = Math.min(count, Math.ceil((view.top + view.height) / HEIGHT) + SPARE);
  return { box, first, last };
}

export function LineList({ rows }: { rows: Listing<TicketRow> }) {
  const { me, names, now, address, go } = useDesk();
  const { box, first, last } = useWindow(rows.length);
  const stood = useRef(0);
  const index = placeOf(rows, address.ticket, stood.current);
  if (index >= 0) stood.current = index;
  useEffect(() => {
    const element = box.current;
    if (!element || index < 0) return;
    const top = index * HEIGHT;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + HEIGHT > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + HEIGHT - element.clientHeight;
    }
  }, [index, box]);
  const choose = useCallback((ticket: number) => go({ ticket, panel: null }), [go]);
  return (
    <div className="lines" ref={box} role="listbox" aria-label={text.list.tickets} tabIndex={0}>
      <div className="lines-all" role="presentation" style={{ height: rows.length * HEIGHT }}>
        {rows.slice(first, last).map((row, offset) => (
          <div
            key={row.id}
            className="line-place"
            role="presentation"
            style={{ transform: `translateY(${(first + offset) * HEIGHT}px)` }}
          >
            <TicketLine
              row={row}
              names={names}
              home={address.stream ?? me.home.unit}
              now={now}
              chosen={row.id === address.ticket}
              onChoose={choose}
            />
          </div>
        ))}
      </div>
    </div>
  );
}
