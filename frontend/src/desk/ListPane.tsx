/** The left column: duties, search, clock filter, the list, and its empty, loading and failed faces. */
import { lazy, memo, type RefObject, useCallback, useMemo, useState } from "react";
import { Face } from "../look/Failure";
import { Late } from "../look/Late";
import { type Taker, useTaker } from "../seat/keys";
import { type Duty, filterByClock } from "../state/duties";
import type { Listing } from "../state/sorted";
import { text } from "../text";
import { words } from "../text/desk";
import type { TicketRow } from "../wire/types";
import { ClockChips } from "./ClockChips";
import { useDesk, useLive } from "./context";
import { Duties } from "./Duties";
import { LineList } from "./LineList";
import { useCount, useIsListed, useNumbers } from "./lists";
import { SearchBox, type SearchState, searchSummary } from "./Search";
import { toSign } from "./signing";

const SignAll = lazy(() => import("./SignAll").then(({ SignAll }) => ({ default: SignAll })));

interface SignAllProps {
  rows: Listing<TicketRow>;
}

/** 签收全部, where the list holds more than one that the reader may sign; Shift S. */
function SignAllButton({ rows }: SignAllProps) {
  const { me } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const { handles } = me;
  const count = useMemo(() => toSign(rows, handles).length, [rows, handles]);
  const isOffered = count > 1;
  const taker = useCallback<Taker>((key, event) => {
    if (key !== "s" || !event.shiftKey) return false;
    setOpen(true);
    return true;
  }, []);
  useTaker(isOffered ? taker : null);
  return (
    <>
      {isOffered ? (
        <button
          type="button"
          className="link sign-all-button"
          data-sign-all-open
          onClick={() => setOpen(true)}
        >
          {words.signAll.button} {count} <kbd>⇧S</kbd>
        </button>
      ) : null}
      {isOpen ? (
        <Late waiting={null} isSmall>
          <SignAll rows={rows} handles={handles} onClose={close} />
        </Late>
      ) : null}
    </>
  );
}

const Numbers = memo(function Numbers({ duty }: { duty: Duty }) {
  const { address, now } = useDesk();
  const { rows, soon, overdue } = useNumbers(duty);
  return (
    <div className="clock-filter">
      <ClockChips soon={soon} overdue={overdue} />
      {duty === "dispatched" ? <SignAllButton rows={filterByClock(rows, address.clock, now)} /> : null}
      <span className="clock-order">{text.list.byDue}</span>
    </div>
  );
});

function EmptyList({ duty }: { duty: Duty }) {
  const { address, go } = useDesk();
  const isOffline = useLive((live) => live.connection.kind === "offline");
  const isFiltered = useCount(duty) > 0;
  if (!useIsListed()) {
    return <Face title={isOffline ? text.list.loadFailed : text.list.loading} />;
  }
  if (address.clock && isFiltered) {
    return (
      <Face title={text.list.emptyFilter}>
        <button type="button" className="button small" onClick={() => go({ clock: null })}>
          {text.list.clearFilter}
        </button>
      </Face>
    );
  }
  return <Face title={text.dutyEmpty[duty]} />;
}

interface Props {
  duty: Duty;
  /** Of that duty, or what a search found. */
  rows: Listing<TicketRow>;
  search: SearchState;
  box: RefObject<HTMLInputElement | null>;
  /** From the search box into its results. */
  onFirst: () => void;
}

export function ListPane({ duty, rows, search, box, onFirst }: Props) {
  return (
    <section className="list-pane">
      <Duties />
      <SearchBox search={search} box={box} onFirst={onFirst} />
      {search.isActive ? (
        <div className="clock-filter">
          <span>{searchSummary(search)}</span>
          <button type="button" className="link clock-order" onClick={() => search.setWords("")}>
            {text.list.clearSearch}
          </button>
        </div>
      ) : (
        <Numbers duty={duty} />
      )}
      {search.isActive || rows.length > 0 ? <LineList rows={rows} /> : <EmptyList duty={duty} />}
    </section>
  );
}
