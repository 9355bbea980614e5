/** 督办 at its five levels: what was asked of whom, and how long until the answer is due. Acts are the ticket's. */
import { type ReactNode, useMemo, useState } from "react";
import { useDesk } from "../../desk/context";
import { useGoTo } from "../../desk/view";
import { Shape, severityClass } from "../../look/Shape";
import type { Severity } from "../../state/clocks";
import { duePhrase, shortTime } from "../../state/format";
import { words } from "../../text/district";
import { words as scores } from "../../text/scores";
import type { SupervisedTicket } from "../../wire/scores";
import { useSupervisions } from "../asked";
import { byAnswer, countLevels } from "./ordering";
import { Choices, type Column, Queue, TicketCell } from "./Queue";

const key = (each: SupervisedTicket) => each.id;
const ticket = (each: SupervisedTicket) => each.ticket;

export function SupervisionQueue({ side }: { side: (nextTicket: number | null) => ReactNode }) {
  const [level, setLevel] = useState<number | null>(null);
  const goTo = useGoTo();
  const found = useSupervisions();
  const all = useMemo(() => [...(found.data ?? [])].sort(byAnswer), [found.data]);
  const items = level === null ? all : all.filter((each) => each.level === level);
  const choices = [
    { value: null, label: words.levelCount(words.everyLevel, all.length) },
    ...countLevels(all).map(([value, count]) => ({
      value,
      label: words.levelCount(scores.supervised(value), count),
    })),
  ];
  return (
    <Queue
      name="supervision"
      title={words.supervision}
      lead={words.supervisionLead}
      none={words.supervisionNone}
      found={found}
      items={items}
      keyOf={key}
      ticketOf={ticket}
      columns={COLUMNS}
      tools={
        <>
          <Choices all={choices} shown={level} onShow={setLevel} />
          {items.length > 0 ? (
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

const COLUMNS: readonly Column<SupervisedTicket>[] = [
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
  { title: words.answerDue, className: "nowrap", cell: (each) => <AnswerDue each={each} /> },
];

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
