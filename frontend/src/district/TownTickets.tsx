/** The list behind a number of the board: whom one rings up at that town, then the tickets, the most pressing first. */
import "./board.css";
import { memo, useCallback, useMemo, useState } from "react";
import { ClockChips } from "../desk/ClockChips";
import { useDesk } from "../desk/context";
import { LineList } from "../desk/LineList";
import { useFiltered, useNumbers } from "../desk/lists";
import { useOnDuty } from "../desk/telling/DutyTools";
import { useSteps, useWalkingKeys } from "../desk/useSteps";
import { useGoTo } from "../desk/view";
import { Face } from "../look/Failure";
import { useHeldWalk } from "../seat/held";
import { useKey } from "../seat/keys";
import { type BoardFigure, type BoardList, isFigure } from "../state/address";
import type { ListName } from "../state/shelf";
import { text } from "../text";
import { words } from "../text/district";
import { words as telling } from "../text/telling";
import type { OnDuty } from "../wire/telling";
import { type Part, reachableAt, useBehind } from "./asked";
import { listName } from "./columns";
import { townName } from "./names";

export function TownTickets({ list }: { list: BoardList }) {
  return isFigure(list) ? <BehindFigure key={list} figure={list} /> : <OpenTickets list={list} />;
}

function OpenTickets({ list }: { list: ListName }) {
  const rows = useFiltered(list);
  useWalkingKeys(useSteps(rows).step);
  return (
    <section className="town-list" aria-label={words.list} data-town-list={list}>
      <Head title={listName(list)} list={list} />
      <Numbers list={list} />
      {rows.length > 0 ? <LineList rows={rows} /> : <Face title={words.listNone} />}
    </section>
  );
}

const Numbers = memo(function Numbers({ list }: { list: ListName }) {
  const { soon, overdue } = useNumbers(list);
  return (
    <div className="clock-filter">
      <ClockChips soon={soon} overdue={overdue} />
      <span className="clock-order">{text.list.byDue}</span>
    </div>
  );
});

const PARTS = ["rest", "all"] as const;

function BehindFigure({ figure }: { figure: BoardFigure }) {
  const { address } = useDesk();
  const [part, setPart] = useState<Part>("rest");
  const [before, setBefore] = useState<number>();
  const found = useBehind(figure, address.stream, part, before);
  const rows = useMemo(() => found.data?.tickets.map(({ row }) => row) ?? [], [found.data]);
  const next = found.data?.next ?? null;
  useWalkingKeys(useSteps(rows).step);
  useHeldWalk(`${figure} ${address.stream} ${part}`, found.data !== undefined);
  return (
    <section className="town-list" aria-label={words.list} data-town-list={figure}>
      <Head title={words.figure[figure]} list={null} />
      <div className="clock-filter">
        {PARTS.map((each) => (
          <button
            key={each}
            type="button"
            className="clock-chip"
            aria-pressed={part === each}
            data-part={each}
            onClick={() => {
              setPart(each);
              setBefore(undefined);
            }}
          >
            {words.part[each]}
          </button>
        ))}
        {next === null ? null : (
          <button type="button" className="link clock-order" onClick={() => setBefore(next)}>
            {words.more}
          </button>
        )}
      </div>
      {rows.length > 0 ? <LineList rows={rows} /> : null}
      {found.data && rows.length === 0 ? <Face title={words.partNone[part]} /> : null}
      {found.data ? null : <Face title={found.error ? words.failed : words.loadingList} />}
    </section>
  );
}

/** Whose list it is, the way to the map, and whom to ring up about it. */
const Head = memo(function Head({ title, list }: { title: string; list: ListName | null }) {
  const { me, address, go } = useDesk();
  const goTo = useGoTo();
  const duty = useOnDuty();
  const close = useCallback(() => go({ list: null, clock: null, ticket: null }), [go]);
  useKey("Escape", close);
  const { operator, leader } = reachableAt(duty.data, address.stream);
  const { stream, clock, ticket } = address;
  return (
    <header className="town-list-head">
      <h2>{[townName(me, stream), title].join(text.dot)}</h2>
      {list ? (
        <button
          type="button"
          className="link"
          data-to-map
          onClick={() => goTo({ view: "desk", stream, clock, ticket, duty: list === "open" ? null : list })}
        >
          {words.toMap}
        </button>
      ) : null}
      <button
        type="button"
        className="header-icon"
        title={words.closeList}
        aria-label={words.closeList}
        onClick={close}
      >
        ×
      </button>
      {operator || leader ? (
        <p className="town-list-reach">
          <Reach person={operator} />
          <Reach person={leader} />
        </p>
      ) : null}
    </header>
  );
});

function Reach({ person }: { person: OnDuty | undefined }) {
  if (!person) return null;
  return (
    <span>
      {words.onDuty(telling.dutyRole[person.role], person.person_name)}{" "}
      <a href={`tel:${person.phone}`}>{person.phone}</a>
    </span>
  );
}
