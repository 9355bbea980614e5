/** One town's line: its numbers, each the way to its tickets; how much was in time; who sits there and their phones. */
import { memo } from "react";
import { useDesk } from "../desk/context";
import { Shape, severityClass } from "../look/Shape";
import type { BoardFigure } from "../state/address";
import type { ClockFilter } from "../state/duties";
import { shortTime } from "../state/format";
import type { ListName } from "../state/shelf";
import { type CenterCounts, type Count, worstOf } from "../state/towns";
import { words } from "../text/district";
import type { RateFigure } from "../wire/scores";
import type { CenterDesk, OnDuty } from "../wire/telling";
import { reachableAt, type TownFigures } from "./asked";
import { COLUMNS, FIGURES, listName } from "./columns";
import { townName } from "./names";

interface Props {
  line: CenterCounts;
  figures: TownFigures | undefined;
  desk: CenterDesk | undefined;
  duty: readonly OnDuty[] | undefined;
}

/** Renders for its own numbers, not for each event of another town. */
export const TownRow = memo(function TownRow({ line, figures, desk, duty }: Props) {
  const { me, address } = useDesk();
  const { stream, counts } = line;
  const reach = reachableAt(duty, stream);
  const name = townName(me, stream);
  const isChosen = stream !== null && address.stream === stream;
  return (
    <tr
      className={stream === null ? "board-all" : undefined}
      aria-current={isChosen ? "true" : undefined}
      data-town={stream ?? "all"}
    >
      <th scope="row" className={severityClass(worstOf(counts.open))}>
        <Shape severity={worstOf(counts.open)} />
        <span className="board-name">{name}</span>
      </th>
      <NumberCell {...{ stream, name }} list="open" clock="overdue" count={counts.open} />
      <NumberCell {...{ stream, name }} list="open" clock="soon" count={counts.open} />
      <NumberCell {...{ stream, name }} list="open" clock={null} count={counts.open} />
      {COLUMNS.map((list) => (
        <NumberCell key={list} {...{ stream, name, list }} clock={null} count={counts[list]} />
      ))}
      {FIGURES.map((figure) => (
        <FigureCell key={figure} {...{ stream, name, figure }} of={figures?.[figure]} />
      ))}
      {stream === null ? (
        <td colSpan={3} className="board-desk" />
      ) : (
        <>
          <td className="board-desk">
            <Staffed desk={desk} />
          </td>
          <PersonCell person={reach.operator} isKnown={duty !== undefined} />
          <PersonCell person={reach.leader} isKnown={duty !== undefined} isLeader />
        </>
      )}
    </tr>
  );
});

interface NumberProps {
  stream: number | null;
  name: string;
  list: ListName;
  clock: ClockFilter;
  count: Count;
}

/** Colour says how late the worst of them is; where all are counted in columns of their own, only that one's. */
const NumberCell = memo(function NumberCell({ stream, name, list, clock, count }: NumberProps) {
  const { address, go } = useDesk();
  const number = count[clock ?? "total"];
  const severity = clock ?? (list === "open" ? "on_time" : worstOf(count));
  const isOpen = address.list === list && address.clock === clock && address.stream === stream;
  const label = words.cell(name, listName(list), number, clock ? 0 : count.overdue, clock ? 0 : count.soon);
  const className = `board-number ${clock ?? list}`;
  if (number === 0) {
    return (
      <td className={className}>
        <span className="board-none">0</span>
      </td>
    );
  }
  return (
    <td className={className}>
      <button
        type="button"
        className={`board-count ${severity === "on_time" ? "" : severityClass(severity)}`}
        aria-pressed={isOpen}
        aria-label={clock ? `${label} ${words[clock]}` : label}
        title={label}
        data-number={clock ?? list}
        onClick={() => go({ list, clock, stream, ticket: null, panel: null })}
      >
        {severity === "on_time" ? null : <Shape severity={severity} />}
        {number}
      </button>
    </td>
  );
});

interface FigureProps {
  stream: number | null;
  name: string;
  figure: BoardFigure;
  of: RateFigure | undefined;
}

function FigureCell({ stream, name, figure, of }: FigureProps) {
  const { address, go } = useDesk();
  if (!of?.said) {
    return (
      <td className="board-figure">
        <span className="board-none" title={words.noFigure}>
          –
        </span>
      </td>
    );
  }
  const share = `${of.numerator}/${of.denominator}`;
  return (
    <td className="board-figure">
      <button
        type="button"
        className="board-count"
        aria-pressed={address.list === figure && address.stream === stream}
        title={words.figureOf(name, words.figure[figure], share)}
        data-figure={figure}
        onClick={() => go({ list: figure, clock: null, stream, ticket: null, panel: null })}
      >
        <strong>{of.said}</strong>
        <span className="board-share">{share}</span>
      </button>
    </td>
  );
}

/** Whether somebody sits there: a word, for colour is the clock's. */
function Staffed({ desk }: { desk: CenterDesk | undefined }) {
  const { now } = useDesk();
  if (!desk) return null;
  if (desk.staffed) return <span data-staffed="yes">{words.staffed}</span>;
  if (!desk.seen_at) {
    return (
      <strong className="board-absent" data-staffed="no">
        {words.nobody}
      </strong>
    );
  }
  const since = shortTime(desk.seen_at, now);
  return (
    <span className="board-absent" title={words.awayWhy(since)} data-staffed="away">
      {words.away(since)}
    </span>
  );
}

interface PersonProps {
  person: OnDuty | undefined;
  isKnown: boolean;
  isLeader?: boolean;
}

function PersonCell({ person, isKnown, isLeader = false }: PersonProps) {
  return (
    <td className={isLeader ? "board-person leader" : "board-person"}>
      {person ? (
        <>
          {person.person_name}{" "}
          <a className="board-phone" href={`tel:${person.phone}`} title={words.call(person.person_name)}>
            {person.phone}
          </a>
        </>
      ) : isKnown ? (
        <strong className="board-absent">{words.noShift}</strong>
      ) : null}
    </td>
  );
}
