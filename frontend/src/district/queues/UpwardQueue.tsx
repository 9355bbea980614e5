/** 上行申请 that have no result yet: what the hotline left unanswered first, as an alarm. */
import { type ReactNode, useMemo } from "react";
import { useDesk } from "../../desk/context";
import { useRequests } from "../../desk/UpwardList";
import { duePhrase, shortTime } from "../../state/format";
import { words } from "../../text/district";
import { words as upward } from "../../text/upward";
import type { ListedRequest } from "../../wire/upward";
import { byAnswerOfHotline } from "./ordering";
import { type Column, Queue, TicketCell } from "./Queue";

const key = (request: ListedRequest) => request.id;
const ticket = (request: ListedRequest) => request.ticket;

export function UpwardQueue({ side }: { side: (nextTicket: number | null) => ReactNode }) {
  const found = useRequests("open");
  const items = useMemo(() => [...(found.data ?? [])].sort(byAnswerOfHotline), [found.data]);
  return (
    <Queue
      name="upward"
      title={words.upward}
      lead={words.upwardLead}
      none={words.upwardNone}
      found={found}
      items={items}
      keyOf={key}
      ticketOf={ticket}
      columns={COLUMNS}
      side={side}
    />
  );
}

const COLUMNS: readonly Column<ListedRequest>[] = [
  { title: words.asked, className: "nowrap", cell: (request) => <Asked request={request} /> },
  { title: words.ticket, cell: (request) => <TicketCell {...request} /> },
  {
    title: words.by,
    cell: ({ center_name, ground_name }) => (
      <>
        {center_name}
        <span className="queue-under">{ground_name}</span>
      </>
    ),
  },
  {
    title: words.state,
    className: "nowrap",
    cell: ({ state }) =>
      state === "unanswered" ? <strong data-unanswered>■ {upward.state[state]}</strong> : upward.state[state],
  },
  { title: words.answerBy, className: "nowrap", cell: (request) => <AnswerBy request={request} /> },
];

/** What is asked for, and until when where it is for time. */
function Asked({ request: { kind, until } }: { request: ListedRequest }) {
  const { now } = useDesk();
  return (
    <>
      <strong>{upward.kind[kind]}</strong>
      {until ? <span className="queue-under">{upward.until(shortTime(until, now))}</span> : null}
    </>
  );
}

function AnswerBy({ request }: { request: ListedRequest }) {
  const { now } = useDesk();
  const { answer_due_at: due } = request;
  if (!due) return <span className="quiet">–</span>;
  return (
    <>
      <span className={Date.parse(due) <= now ? "overdue" : undefined}>{duePhrase(due, now)}</span>
      <span className="queue-under">{shortTime(due, now)}</span>
    </>
  );
}
