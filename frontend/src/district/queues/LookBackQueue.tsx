/** 回头看 still to be done: what was replied then, and the supervisor's verdict by key: P true, F not true with why. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { useDesk } from "../../desk/context";
import { isComposing } from "../../look/composing";
import { useKey } from "../../seat/keys";
import { useToasts } from "../../seat/toasts";
import { duePhrase, shortTime } from "../../state/format";
import { text, word } from "../../text";
import { words as admin } from "../../text/admin";
import { words } from "../../text/district";
import { shortName } from "../../text/unitNames";
import { closingApi, type LookBackTask } from "../../wire/closing";
import { asProblem } from "../../wire/problem";
import { useLookBack } from "../asked";
import { type Column, Queue, TicketCell } from "./Queue";

const key = (task: LookBackTask) => task.id;
const ticket = (task: LookBackTask) => task.ticket;
const NONE: readonly LookBackTask[] = [];

export function LookBackQueue({ side }: { side: (nextTicket: number | null) => ReactNode }) {
  const { me, address, go } = useDesk();
  const found = useLookBack();
  const items = found.data ?? NONE;
  const mayJudge = me.memberships.some(({ role }) => role === "supervisor");
  const at = items.findIndex((task) => task.ticket === address.ticket);
  const inHand = items[at];
  const next = items[at + 1] ?? items[at - 1];
  const onDone = useCallback(() => go({ ticket: next?.ticket ?? null }), [go, next]);
  return (
    <Queue
      name="look-back"
      title={words.lookBack}
      lead={words.lookBackLead}
      none={words.lookBackNone}
      found={found}
      items={items}
      keyOf={key}
      ticketOf={ticket}
      columns={COLUMNS}
      tools={
        inHand && mayJudge ? (
          <Verdict key={inHand.id} task={inHand} onDone={onDone} />
        ) : items.length > 0 && !mayJudge ? (
          <p className="queue-aside">{words.onlySupervisors}</p>
        ) : null
      }
      side={side}
    />
  );
}

const COLUMNS: readonly Column<LookBackTask>[] = [
  {
    title: words.ticket,
    className: "named",
    cell: (task) => (
      <>
        <TicketCell {...task} />
        <span className="queue-under">
          {[word(admin.lookback.kinds, task.kind), task.stratum ?? task.town].filter(Boolean).join(text.dot)}
        </span>
      </>
    ),
  },
  {
    title: words.lookBackReply,
    cell: ({ how_closed, reply, unit_name }) => (
      <>
        {how_closed ? <strong>{word(text.howClosed, how_closed)} </strong> : null}
        {reply}
        <span className="queue-under">{shortName(unit_name ?? "")}</span>
      </>
    ),
  },
  { title: words.due, className: "nowrap", cell: (task) => <Due task={task} /> },
];

function Due({ task }: { task: LookBackTask }) {
  const { now } = useDesk();
  return (
    <>
      <span className={Date.parse(task.due_at) <= now ? "overdue" : undefined}>
        {duePhrase(task.due_at, now)}
      </span>
      <span className="queue-under">{shortTime(task.due_at, now)}</span>
    </>
  );
}

function useJudge(task: LookBackTask, onDone: () => void) {
  const queries = useQueryClient();
  const toasts = useToasts();
  return useMutation({
    mutationFn: ({ passed, reason }: { passed: boolean; reason: string }) =>
      closingApi.judge(task.id, passed, reason),
    onSuccess: () => {
      toasts.say(`${words.judged}${text.dot}${task.title}`);
      onDone();
    },
    onError: (error) => toasts.say(asProblem(error).body.detail ?? text.act.offline),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["look-back-tasks"] });
      void queries.invalidateQueries({ queryKey: ["look-back-periods"] });
    },
  });
}

function Verdict({ task, onDone }: { task: LookBackTask; onDone: () => void }) {
  const [isFailing, setFailing] = useState(false);
  const judge = useJudge(task, onDone);
  const { isPending, mutate } = judge;
  const pass = useCallback(() => {
    if (!isPending) mutate({ passed: true, reason: "" });
  }, [isPending, mutate]);
  const fail = useCallback(() => setFailing(true), []);
  useKey(isFailing ? null : "p", pass);
  useKey(isFailing ? null : "f", fail);
  if (isFailing) {
    return (
      <Fail
        isSending={isPending}
        onSend={(reason) => mutate({ passed: false, reason })}
        onCancel={() => setFailing(false)}
      />
    );
  }
  return (
    <p className="queue-acts" data-verdict={task.id}>
      <button type="button" className="button primary" data-pass aria-disabled={isPending} onClick={pass}>
        {words.pass} <kbd>P</kbd>
      </button>
      <button type="button" className="button" data-fail onClick={fail}>
        {words.fail} <kbd>F</kbd>
      </button>
    </p>
  );
}

interface FailProps {
  isSending: boolean;
  onSend: (reason: string) => void;
  onCancel: () => void;
}

function Fail({ isSending, onSend, onCancel }: FailProps) {
  const [reason, setReason] = useState("");
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  useKey("Escape", onCancel);
  const isReady = reason.trim() !== "" && !isSending;
  return (
    <form
      className="queue-form"
      onKeyDown={(event) => {
        if (event.key === "Enter" && isComposing(event)) event.preventDefault();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onSend(reason.trim());
      }}
    >
      <label className="field">
        <span className="field-label">{words.failWhy}</span>
        <input
          ref={box}
          className="input"
          name="reason"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <p className="quiet">{words.failWhat}</p>
      <button type="submit" className="button primary" aria-disabled={!isReady} data-send-fail>
        {words.fail} <kbd>Enter</kbd>
      </button>
      <button type="button" className="button" onClick={onCancel}>
        {words.cancel} <kbd>Esc</kbd>
      </button>
    </form>
  );
}
