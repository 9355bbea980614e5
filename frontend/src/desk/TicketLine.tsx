/** One ticket in a list: shape, urgency and title over the whole width; place, type, who holds it, arrival; due. */
import { memo } from "react";
import { Shape, severityClass } from "../look/Shape";
import { isOver } from "../state/apply";
import { clockSeverity, nextDue, severityOf, standsAt, usedShare } from "../state/clocks";
import { answerClock } from "../state/duties";
import { dateOf, duePhrase, shortTime, timeOrDay } from "../state/format";
import { text } from "../text";
import { words as scoreWords } from "../text/scores";
import type { RunningClock, TicketRow } from "../wire/types";
import { holderOf, holdingPerson, isOurs, type Names, placeOf } from "./names";

function firstClock(row: TicketRow): RunningClock | null {
  return row.clocks.reduce<RunningClock | null>(
    (first, clock) => (first && first.due_at <= clock.due_at ? first : clock),
    null,
  );
}

function Due({ row, now }: { row: TicketRow; now: number }) {
  const clock = firstClock(row);
  const due = nextDue(row);
  if (isOver(row)) return <span className={`line-due ${row.state}`}>{text.state[row.state]}</span>;
  if (!due) return <span className="line-due">{rests(row)}</span>;
  const severity = clock ? clockSeverity(clock, now) : "on_time";
  return (
    <span className={`line-due ${severity === "on_time" ? "" : severityClass(severity)}`}>
      {duePhrase(due, now)}
      {clock?.unannounced ? (
        <span className="unannounced" title={text.due.unannounced}>
          <span aria-hidden="true">※</span>
          <span className="visually-hidden">{text.due.unannounced}</span>
        </span>
      ) : null}
    </span>
  );
}

/** Nothing runs: until when it is suspended, where it is. */
function rests({ suspended_until: until }: TicketRow): string {
  return until === null ? text.due.none : text.list.suspended(dateOf(until));
}

function DueBar({ row, now }: { row: TicketRow; now: number }) {
  const clock = firstClock(row);
  if (!clock) return null;
  return (
    <Bar share={usedShare(clock, standsAt(clock, now))} severity={severityClass(clockSeverity(clock, now))} />
  );
}

const LEAST_PERCENT = 2;

/** One element, since every row in sight has one: a drawing of its own costs each frame. */
export function Bar({ share, severity }: { share: number; severity: string }) {
  const percent = Math.min(100, Math.max(LEAST_PERCENT, share * 100));
  return (
    <span
      className={`bar ${severity}`}
      style={{ backgroundSize: `${percent.toFixed(1)}% 100%` }}
      aria-hidden="true"
    />
  );
}

/** 督办 and its own clock: an answer that is owed says when, unless that is the time at the end of the line. */
function Supervised({ row, now }: { row: TicketRow; now: number }) {
  if (row.supervised === 0) return null;
  const clock = answerClock(row);
  const isFirst = !clock || clock.due_at === nextDue(row);
  const severity = clock ? clockSeverity(clock, now) : "on_time";
  return (
    <span className={`chip ${severity === "on_time" ? "" : severityClass(severity)}`} data-supervised>
      {[scoreWords.supervised(row.supervised), isFirst ? null : duePhrase(clock.due_at, now)]
        .filter(Boolean)
        .join(" ")}
    </span>
  );
}

function countsOf(row: TicketRow): string[] {
  return [
    row.urged > 0 ? text.list.urged(row.urged) : "",
    row.rework > 0 ? text.list.rework(row.rework) : "",
    row.hops > 0 ? text.list.hops(row.hops) : "",
    ...row.flags.map((flag) => text.ticket.flags[flag]),
  ].filter(Boolean);
}

interface FactsProps {
  where: string;
  type: string;
  holder: string;
  isPerson: boolean;
  arrived: string;
  /** With its day, for whoever points at it. */
  arrivedAt: string;
}

/** Where it is is read first; where there is no room a unit that holds it gives way, then the type. */
function Facts({ where, type, holder, isPerson, arrived, arrivedAt }: FactsProps) {
  const said = [where, type, holder, arrivedAt].filter(Boolean);
  return (
    <span className="line-facts" title={said.join(text.dot)}>
      {where ? <span className="line-where">{where}</span> : null}
      <span className="line-type">{type}</span>
      {holder ? <span className={isPerson ? "person" : "line-holder"}>{holder}</span> : null}
      <span className="line-arrived">{arrived}</span>
    </span>
  );
}

interface Props {
  row: TicketRow;
  names: Names;
  /** The reader's own unit: what it holds itself needs no name. */
  home: number | null;
  now: number;
  chosen: boolean;
  onChoose: (id: number) => void;
}

export const TicketLine = memo(function TicketLine({ row, names, home, now, chosen, onChoose }: Props) {
  const urgency = row.urgency === "normal" ? "" : text.urgency[row.urgency];
  const holder = holderOf(row, names, home);
  const facts = {
    where: placeOf(row, names),
    type: text.type[row.type],
    holder: isOurs(row, names, home) ? "" : holder,
    isPerson: holdingPerson(row, names) !== undefined,
    arrived: text.list.arrived(timeOrDay(row.received_at, now)),
  };
  const counts = countsOf(row);
  return (
    <button
      type="button"
      className="line"
      role="option"
      aria-selected={chosen}
      data-ticket={row.id}
      tabIndex={-1}
      onClick={() => onChoose(row.id)}
    >
      <Shape severity={severityOf(row, now)} />
      <span className="line-head">
        <span className={urgency ? "line-title marked" : "line-title"} title={row.title}>
          {urgency ? `【${urgency}】${row.title}` : row.title}
          {row.confidential ? text.list.confidential : ""}
        </span>
        <Supervised row={row} now={now} />
        {counts.map((count) => (
          <span key={count} className="chip">
            {count}
          </span>
        ))}
      </span>
      <Facts {...facts} arrivedAt={text.list.arrived(shortTime(row.received_at, now))} />
      <span className="line-clock">
        <Due row={row} now={now} />
        <DueBar row={row} now={now} />
      </span>
    </button>
  );
});
