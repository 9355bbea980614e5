/** 各镇街: all towns side by side, what burns first; each number leads to its tickets, each ticket to who holds it. */
import "./board.css";
import { memo, type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { useDesk, useLive, useShelvesCalmly } from "../desk/context";
import { useIsListed } from "../desk/lists";
import { useOnDuty } from "../desk/telling/DutyTools";
import { Face } from "../look/Failure";
import { useHeldWalk } from "../seat/held";
import { useKey } from "../seat/keys";
import { shortTime } from "../state/format";
import type { ListName } from "../state/shelf";
import { type CenterCounts, keepOrder, Lines, type Order, sortCenters } from "../state/towns";
import { text } from "../text";
import { words } from "../text/district";
import type { OnDuty } from "../wire/telling";
import { useDesks, useFigures } from "./asked";
import { COLUMNS, FIGURES, listName } from "./columns";
import { TownRow } from "./TownRow";
import { TownTickets } from "./TownTickets";

/** The lines in their order; while a hand lies on them, or a list of theirs is open, they stand still. */
function useLines(order: Order, isHeld: boolean) {
  const { me, now } = useDesk();
  const shelf = useShelvesCalmly();
  const [counting] = useState(() => new Lines());
  const stood = useRef<{ order: Order; streams: (number | null)[] }>({ order, streams: [] });
  const counted = useMemo(
    () => me.streams.map(({ id }) => counting.at(shelf(id), now)),
    [counting, shelf, me.streams, now],
  );
  const isOwn = (line: CenterCounts) => line.stream === me.home.unit;
  const fresh = sortCenters(
    counted.filter((line) => !isOwn(line)),
    order,
  );
  const isKept = isHeld && stood.current.order === order;
  const lines = isKept ? keepOrder(fresh, stood.current.streams) : fresh;
  stood.current = { order, streams: lines.map(({ stream }) => stream) };
  return { lines, own: counted.filter(isOwn), all: counting.at(shelf(null), now) };
}

function useChosenRow(lines: readonly CenterCounts[]) {
  const { address, go } = useDesk();
  const isOpen = address.list !== null;
  const at = lines.findIndex(({ stream }) => stream === address.stream);
  const step = useCallback(
    (by: 1 | -1) => {
      const next = at < 0 ? (by === 1 ? 0 : lines.length - 1) : at + by;
      const line = lines[next];
      if (line) go({ stream: line.stream });
    },
    [at, lines, go],
  );
  const up = useCallback(() => step(-1), [step]);
  const down = useCallback(() => step(1), [step]);
  const line = lines[at];
  const open = useCallback(() => {
    if (line) go({ list: "open", clock: line.counts.open.overdue > 0 ? "overdue" : null });
  }, [line, go]);
  useKey(isOpen ? null : "ArrowUp", up);
  useKey(isOpen ? null : "ArrowDown", down);
  useKey(isOpen || !line ? null : "Enter", open);
}

interface Props {
  side: (nextTicket: number | null) => ReactNode;
}

export function Towns({ side }: Props) {
  const { address } = useDesk();
  const isSeen = useLive((live) => live.board.size > 0);
  useHeldWalk("towns", useIsListed());
  return (
    <>
      <main className="board" data-view-shown="towns">
        {isSeen ? <Board /> : <Receiving />}
      </main>
      {address.list ? <TownTickets list={address.list} /> : null}
      {address.ticket !== null || address.panel ? side(null) : null}
    </>
  );
}

function Receiving() {
  const isOffline = useLive((live) => live.connection.kind === "offline");
  return <Face title={isOffline ? words.loadFailed : words.loading} />;
}

function Board() {
  const [order, setOrder] = useState<Order>("burning");
  const [isTouched, setTouched] = useState(false);
  const beside = { desks: useDesks(), figures: useFigures(), duty: useOnDuty().data };
  const { desks, figures } = beside;
  return (
    <>
      <BoardHead order={order} onOrder={setOrder} window={figures.window} />
      <div
        className="board-box"
        onPointerEnter={() => setTouched(true)}
        onPointerLeave={() => setTouched(false)}
      >
        <table className="board-table" aria-label={words.board}>
          <Heads order={order} onOrder={setOrder} />
          <TownRows order={order} isTouched={isTouched} {...beside} />
        </table>
      </div>
      <p className="board-foot">
        {[words.hint, figures.isFailed ? words.figuresFailed : "", desks.isFailed ? words.desksFailed : ""]
          .filter(Boolean)
          .join(text.dot)}
      </p>
    </>
  );
}

interface RowsProps {
  order: Order;
  isTouched: boolean;
  desks: ReturnType<typeof useDesks>;
  figures: ReturnType<typeof useFigures>;
  duty: readonly OnDuty[] | undefined;
}

/** The lines, which events renew: what stands around and beside them does not render with these. */
function TownRows({ order, isTouched, desks, figures, duty }: RowsProps) {
  const { address } = useDesk();
  const { lines, own, all } = useLines(order, isTouched || address.list !== null);
  useChosenRow(useMemo(() => [...lines, ...own], [lines, own]));
  const row = (line: CenterCounts) => (
    <TownRow
      key={line.stream}
      line={line}
      figures={figures.of(line.stream)}
      desk={line.stream === null ? undefined : desks.byUnit.get(line.stream)}
      duty={duty}
    />
  );
  return (
    <>
      <tbody>{lines.map(row)}</tbody>
      <tfoot>
        {own.map(row)}
        {row(all)}
      </tfoot>
    </>
  );
}

interface HeadProps {
  order: Order;
  onOrder: (order: Order) => void;
}

function BoardHead({
  order,
  onOrder,
  window,
}: HeadProps & { window: { since: string; until: string } | null }) {
  const { now } = useDesk();
  return (
    <div className="board-head">
      <h2>{words.board}</h2>
      <fieldset className="board-order">
        <legend className="visually-hidden">{words.order}</legend>
        {(["burning", "listed"] as const).map((each) => (
          <button
            key={each}
            type="button"
            className="board-choice"
            aria-pressed={order === each}
            data-order={each}
            onClick={() => onOrder(each)}
          >
            {words[each]}
          </button>
        ))}
      </fieldset>
      <span className="board-window">
        {window ? words.window(shortTime(window.since, now), shortTime(window.until, now)) : ""}
      </span>
    </div>
  );
}

const Heads = memo(function Heads({ order, onOrder }: HeadProps) {
  const lists: readonly ListName[] = ["open", ...COLUMNS];
  return (
    <thead>
      <tr>
        <th scope="col">{words.town}</th>
        <th scope="col" className="board-number">
          {words.overdue}
        </th>
        <th scope="col" className="board-number">
          {words.soon}
        </th>
        {lists.map((list) => (
          <th
            key={list}
            scope="col"
            className={`board-number ${list}`}
            aria-sort={order === list ? "descending" : undefined}
          >
            <SortButton list={list} order={order} onOrder={onOrder} />
          </th>
        ))}
        {FIGURES.map((figure) => (
          <th key={figure} scope="col" className="board-figure">
            {words.figure[figure]}
          </th>
        ))}
        <th scope="col" className="board-desk">
          {words.desk}
        </th>
        <th scope="col" className="board-person">
          {words.operator}
        </th>
        <th scope="col" className="board-person leader">
          {words.leader}
        </th>
      </tr>
    </thead>
  );
});

function SortButton({ list, order, onOrder }: HeadProps & { list: ListName }) {
  return (
    <button
      type="button"
      className="board-sort"
      title={words.sortBy(listName(list))}
      data-sort={list}
      onClick={() => onOrder(order === list ? "burning" : list)}
    >
      {listName(list)}
      {order === list ? <span aria-hidden="true">↓</span> : null}
    </button>
  );
}
