/** The left column: duties, search, clock filter, the list, and its empty, loading and failed faces. */
import { lazy, type RefObject, useCallback, useMemo, useState } from "react";
import { Face } from "../look/Failure";
import { Late } from "../look/Late";
import { Shape } from "../look/Shape";
import { type Taker, useTaker } from "../seat/keys";
import type { ClockFilter } from "../state/duties";
import { text } from "../text";
import { words } from "../text/desk";
import { useDesk, useLive } from "./context";
import { Duties } from "./Duties";
import { LineList } from "./LineList";
import { type ShownList, useIsListed } from "./lists";
import { SearchBox, type SearchState, searchSummary } from "./Search";
import { toSign } from "./signing";

function ClockChip({ clock, count }: { clock: "soon" | "overdue"; count: number }) {
  const { address, go } = useDesk();
  const on = address.clock === clock;
  const next: ClockFilter = on ? null : clock;
  const words = clock === "soon" ? text.list.soon(count) : text.list.overdue(count);
  return (
    <button
      type="button"
      className={`clock-chip ${count > 0 ? clock : "none"}`}
      aria-pressed={on}
      data-clock={clock}
      onClick={() => go({ clock: next })}
    >
      <Shape severity={clock} />
      {words}
    </button>
  );
}

const SignAll = lazy(() => import("./SignAll").then(({ SignAll }) => ({ default: SignAll })));

/** 签收全部, where the list holds more than one that the reader may sign; Shift S. */
function SignAllButton({ list }: { list: ShownList }) {
  const { me } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const { handles } = me;
  const count = useMemo(() => toSign(list.rows, handles).length, [list.rows, handles]);
  const isOffered = list.duty === "dispatched" && count > 1;
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
          <SignAll rows={list.rows} handles={handles} onClose={close} />
        </Late>
      ) : null}
    </>
  );
}

function ClockFilters({ list }: { list: ShownList }) {
  return (
    <div className="clock-filter">
      <ClockChip clock="soon" count={list.soon} />
      <ClockChip clock="overdue" count={list.overdue} />
      <SignAllButton list={list} />
      <span className="clock-order">{text.list.byDue}</span>
    </div>
  );
}

function EmptyList({ list }: { list: ShownList }) {
  const { address, go } = useDesk();
  const isOffline = useLive((live) => live.connection.kind === "offline");
  if (!useIsListed()) {
    return <Face title={isOffline ? text.list.loadFailed : text.list.loading} />;
  }
  if (address.clock && list.total > 0) {
    return (
      <Face title={text.list.emptyFilter}>
        <button type="button" className="button small" onClick={() => go({ clock: null })}>
          {text.list.clearFilter}
        </button>
      </Face>
    );
  }
  return <Face title={text.dutyEmpty[list.duty]} />;
}

interface Props {
  list: ShownList;
  search: SearchState;
  box: RefObject<HTMLInputElement | null>;
  /** From the search box into its results. */
  onFirst: () => void;
}

export function ListPane({ list, search, box, onFirst }: Props) {
  return (
    <section className="list-pane">
      <Duties />
      <SearchBox search={search} box={box} onFirst={onFirst} />
      {search.isActive ? (
        <>
          <div className="clock-filter">
            <span>{searchSummary(search)}</span>
            <button type="button" className="link clock-order" onClick={() => search.setWords("")}>
              {text.list.clearSearch}
            </button>
          </div>
          <LineList rows={search.answer?.tickets ?? []} />
        </>
      ) : (
        <>
          <ClockFilters list={list} />
          {list.rows.length > 0 ? <LineList rows={list.rows} /> : <EmptyList list={list} />}
        </>
      )}
    </section>
  );
}
