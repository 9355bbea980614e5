/** One ticket in a list: shape, urgency and title over the whole width; type, place, who holds it, arrival; due. */
import { memo } from "react";
import { Shape, severityClass } from "../look/Shape";
import { clockSeverity, nextDue, severityOf, standsAt, usedShare } from "../state/clocks";
import { answerClock } from "../state/duties";
import { dateOf, duePhrase, shortTime } from "../state/format";
import { text } from "../text";
import { words as scoreWords } from "../text/scores";
import type { RunningClock, TicketRow } from "../wire/types";
import { holderOf, type Names, placeOf } from "./names";

function firstClock(row: TicketRow): RunningClock | null {
  return row.clocks.reduce<RunningClock | null>(
    (first, clock) => (first && first.due_at <= clock.due_at ? first : clock),
    null,
  );
}

function Due({ row, now }: { row: TicketRow; now: number }) {
  const clock = firstClock(row);
  const due = nextDue(row);
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

export function Bar({ share, severity }: { share: number; severity: string }) {
  return (
    <svg className={`bar ${severity}`} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect className="bar-ground" width="100" height="4" rx="2" />
      <rect className="bar-used" width={Math.max(2, share * 100)} height="4" rx="2" />
    </svg>
  );
}

/** 督办 and its own clock: an answer that is owed says when. */
function Supervised({ row, now }: { row: TicketRow; now: number }) {
  if (row.supervised === 0) return null;
  const clock = answerClock(row);
  const severity = clock ? clockSeverity(clock, now) : "on_time";
  return (
    <span className={`chip ${severity === "on_time" ? "" : severityClass(severity)}`} data-supervised>
      {[scoreWords.supervised(row.supervised), clock ? duePhrase(clock.due_at, now) : null]
        .filter(Boolean)
        .join(" ")}
    </span>
  );
}

function Counts({ row }: { row: TicketRow }) {
  return (
    <>
      {row.urged > 0 ? <span className="chip">{text.list.urged(row.urged)}</span> : null}
      {row.rework > 0 ? <span className="chip">{text.list.rework(row.rework)}</span> : null}
      {row.hops > 0 ? <span className="chip">{text.list.hops(row.hops)}</span> : null}
    </>
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
  const facts = [
    text.type[row.type],
    placeOf(row, names),
    holder === text.list.ours ? "" : holder,
    text.list.arrived(shortTime(row.received_at, now)),
  ].filter(Boolean);
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
      <span className={urgency ? "line-title marked" : "line-title"} title={row.title}>
        {urgency ? `【${urgency}】${row.title}` : row.title}
        {row.confidential ? text.list.confidential : ""}
      </span>
      <span className="line-facts" title={facts.join(text.dot)}>
        <Supervised row={row} now={now} />
        {facts.join(text.dot)}
        <Counts row={row} />
      </span>
      <span className="line-clock">
        <Due row={row} now={now} />
        <DueBar row={row} now={now} />
      </span>
    </button>
  );
});
