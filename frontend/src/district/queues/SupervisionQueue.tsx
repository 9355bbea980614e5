/**
 * 督办 at its five levels: what was asked of whom, and how long until the answer is due; or what was lifted, why, by
 * whom. Acts are the ticket's.
 */
import { type ReactNode, useMemo, useState } from "react";
import { useDesk } from "../../desk/context";
import { useGoTo } from "../../desk/view";
import { Shape, severityClass } from "../../look/Shape";
import type { Severity } from "../../state/clocks";
import { duePhrase, shortTime } from "../../state/format";
import { text } from "../../text";
import { words } from "../../text/district";
import { words as scores } from "../../text/scores";
import type { SupervisedTicket } from "../../wire/scores";
import { useSupervisions } from "../asked";
import { byAnswer, byLifting, countLevels } from "./ordering";
import { Choices, type Column, Queue, TicketCell } from "./Queue";

/** The choice of what is over. */
const LIFTED = "lifted";
type Shown = number | typeof LIFTED | null;

const key = (each: SupervisedTicket) => each.id;
const ticket = (each: SupervisedTicket) => each.ticket;

export function SupervisionQueue({ side }: { side: (nextTicket: number | null) => ReactNode }) {
  const [shown, setShown] = useState<Shown>(null);
  const goTo = useGoTo();
  const [standing, lifted] = [useSupervisions(false), useSupervisions(true)];
  const all = useMemo(() => [...(standing.data ?? [])].sort(byAnswer), [standing.data]);
  const over = useMemo(() => [...(lifted.data ?? [])].sort(byLifting), [lifted.data]);
  const isOver = shown === LIFTED;
  const items = isOver ? over : shown === null ? all : all.filter((each) => each.level === shown);
  const choices: { value: Shown; label: string }[] = [
    { value: null, label: words.levelCount(words.everyLevel, all.length) },
    ...countLevels(all).map(([value, count]) => ({
      value,
      label: words.levelCount(scores.supervised(value), count),
    })),
    { value: LIFTED, label: scores.supervisionState.lifted },
  ];
  return (
    <Queue
      name="supervision"
      title={words.supervision}
      lead={words.supervisionLead}
      none={isOver ? words.supervisionNoneLifted : words.supervisionNone}
      found={isOver ? lifted : standing}
      items={items}
      keyOf={key}
      ticketOf={ticket}
      columns={isOver ? LIFTED_COLUMNS : COLUMNS}
      tools={
        <>
          <Choices all={choices} shown={shown} onShow={setShown} least={2} />
          {items.length > 0 && !isOver ? (
            <button
              type="button"
              className="link queue-aside"
              data-to-map
              onClick={() => goTo({ view: "desk", duty: "supervised" })}
            >
              {words.toMap}
            </button>
          ) : null}
        </>
      }
      side={side}
    />
  );
}

const ASKED: readonly Column<SupervisedTicket>[] = [
  { title: words.level, className: "nowrap", cell: ({ level }) => scores.supervised(level) },
  { title: words.ticket, cell: (each) => <TicketCell {...each} /> },
  {
    title: words.requirement,
    cell: ({ requirement, asked_by }) => (
      <>
        {requirement}
        <span className="queue-under">{asked_by}</span>
      </>
    ),
  },
  { title: words.askedOf, cell: ({ asked_of, unit }) => unit ?? asked_of },
];

const COLUMNS: readonly Column<SupervisedTicket>[] = [
  ...ASKED,
  { title: words.answerDue, className: "nowrap", cell: (each) => <AnswerDue each={each} /> },
];

const LIFTED_COLUMNS: readonly Column<SupervisedTicket>[] = [
  ...ASKED,
  { title: scores.supervisionState.lifted, cell: (each) => <LiftedBy each={each} /> },
];

function LiftedBy({ each }: { each: SupervisedTicket }) {
  const { now } = useDesk();
  return (
    <>
      {each.lifted ?? each.answer}
      <span className="queue-under">
        {[each.lifted_by, each.lifted_at ? shortTime(each.lifted_at, now) : null]
          .filter(Boolean)
          .join(text.dot)}
      </span>
    </>
  );
}

function AnswerDue({ each }: { each: SupervisedTicket }) {
  const { now } = useDesk();
  if (each.state !== "asked") return <span className="quiet">{words.answered}</span>;
  const severity: Severity = each.overdue || Date.parse(each.due_at) <= now ? "overdue" : "on_time";
  return (
    <>
      <span className={severity === "on_time" ? "" : severityClass(severity)}>
        <Shape severity={severity} /> {duePhrase(each.due_at, now)}
      </span>
      <span className="queue-under">{shortTime(each.due_at, now)}</span>
    </>
  );
}
