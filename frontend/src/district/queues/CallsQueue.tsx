/** 待电话通知 of all towns: people who opened neither message nor call, with their phones; the result is logged here. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import { useDesk } from "../../desk/context";
import { useCallList } from "../../desk/telling/CallList";
import { callsCount } from "../../desk/telling/calls";
import { useToasts } from "../../seat/toasts";
import { span } from "../../state/format";
import { mayReceive } from "../../state/roles";
import { text } from "../../text";
import { words } from "../../text/district";
import { words as telling } from "../../text/telling";
import { shortName } from "../../text/unitNames";
import { asProblem } from "../../wire/problem";
import { type Call, type CallResult, tellingApi } from "../../wire/telling";
import { countUnits } from "./ordering";
import { Choices, type Column, Queue, TicketCell } from "./Queue";

const RESULTS: readonly CallResult[] = ["reached", "no_answer", "passed_on"];
const key = (call: Call) => call.id;
const ticket = (call: Call) => call.ticket;
const NONE: readonly Call[] = [];

export function CallsQueue({ side }: { side: (nextTicket: number | null) => ReactNode }) {
  const [unit, setUnit] = useState<number | null>(null);
  const found = useCallList();
  const all = found.data ?? NONE;
  const units = useMemo(() => countUnits(all), [all]);
  const shown = units.some(([each]) => each === unit) ? unit : null;
  const items = shown === null ? all : all.filter((call) => call.unit === shown);
  const choices = [
    { value: null, label: words.levelCount(words.everyLevel, callsCount(all)) },
    ...units.slice(0, 6).map(([value, name, count]) => ({ value, label: words.townsCalls(count, name) })),
  ];
  return (
    <Queue
      name="calls"
      title={words.calls}
      lead={words.callsLead}
      none={words.callsNone}
      found={found}
      items={items}
      keyOf={key}
      ticketOf={ticket}
      columns={COLUMNS}
      tools={<Choices all={choices} shown={shown} onShow={setUnit} />}
      side={side}
    />
  );
}

const COLUMNS: readonly Column<Call>[] = [
  {
    title: words.whom,
    cell: (call) => (
      <>
        <strong>{call.person_name}</strong>
        <span className="queue-under">{[shortName(call.unit_name), call.post].join(text.dot)}</span>
      </>
    ),
  },
  {
    title: words.phone,
    className: "nowrap",
    cell: ({ phone }) => (phone ? <a href={`tel:${phone}`}>{phone}</a> : telling.noPhone),
  },
  { title: words.ticket, cell: (call) => <TicketCell {...call} /> },
  { title: words.since, className: "nowrap", cell: (call) => <Waited call={call} /> },
  { title: "", className: "ends", cell: (call) => <Results call={call} /> },
];

function Waited({ call }: { call: Call }) {
  const { now } = useDesk();
  return (
    <>
      {span(now - Date.parse(call.listed_at))}
      {call.error ? <span className="queue-under">{call.error}</span> : null}
    </>
  );
}

function Results({ call }: { call: Call }) {
  const { me } = useDesk();
  const queries = useQueryClient();
  const toasts = useToasts();
  const note = useMutation({
    mutationFn: (result: CallResult) => tellingApi.called(call.id, result),
    onSuccess: () => toasts.say(`${telling.called}${text.dot}${call.person_name}`),
    onError: (error) => toasts.say(asProblem(error).body.detail ?? text.act.offline),
    onSettled: () => queries.invalidateQueries({ queryKey: ["call-list"] }),
  });
  if (!mayReceive(me.memberships)) return null;
  return (
    <span className="queue-acts">
      {RESULTS.map((result) => (
        <button
          key={result}
          type="button"
          className="button small"
          data-called={result}
          aria-disabled={note.isPending}
          onClick={(event) => {
            event.stopPropagation();
            if (!note.isPending) note.mutate(result);
          }}
        >
          {telling.callResult[result]}
        </button>
      ))}
    </span>
  );
}
