/** Reports that did not reach the hotline, to be sent again; the hotline's messages that wait for their ticket. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useToasts } from "../seat/toasts";
import { shortTime } from "../state/format";
import { text, word } from "../text";
import { api } from "../wire/api";
import { asProblem } from "../wire/problem";
import type { Callback, WaitingMessage } from "../wire/types";
import { useDesk } from "./context";
import { Listed } from "./Listed";
import { useIsDistrict } from "./lists";
import { SidePanel } from "./SidePanel";

const RENEW_MS = 15_000;
const REPLAYERS = new Set(["district_operator", "town_operator", "duty_leader"]);

export function DeadLetters() {
  const isDistrict = useIsDistrict();
  return (
    <SidePanel title={text.dead.title} lead={text.dead.lead} name="dead">
      <div className="panel-body">
        <DeadCallbacks />
        {isDistrict ? <Waiting /> : null}
      </div>
    </SidePanel>
  );
}

function DeadCallbacks() {
  const found = useQuery({ queryKey: ["dead"], queryFn: api.deadCallbacks, refetchInterval: RENEW_MS });
  return (
    <Listed
      name="dead-callbacks"
      title={text.dead.callbacks}
      none={text.dead.none}
      found={found}
      line={(callback) => <Letter key={callback.id} callback={callback} />}
    />
  );
}

function useReplay() {
  const queries = useQueryClient();
  const toasts = useToasts();
  return useMutation({
    mutationFn: (callback: Callback) => api.replayCallback(callback.id),
    onSuccess: (_nothing, callback) => toasts.say(`${text.dead.replayed}${text.dot}${callback.number}`),
    onError: (error) => toasts.say(asProblem(error).body.detail ?? text.act.offline),
    onSettled: () => queries.invalidateQueries({ queryKey: ["dead"] }),
  });
}

function Letter({ callback }: { callback: Callback }) {
  const { me, now, go } = useDesk();
  const replay = useReplay();
  const mayReplay = me.memberships.some((membership) => REPLAYERS.has(membership.role));
  return (
    <li className="letter" data-callback={callback.id}>
      <button type="button" className="link" onClick={() => go({ panel: null, ticket: callback.ticket })}>
        {callback.number}
      </button>
      <strong>{callback.status}</strong>
      <span className="quiet">
        {[shortTime(callback.created_at, now), text.dead.attempts(callback.attempts)].join(text.dot)}
      </span>
      {callback.last_error ? <span className="letter-why">{callback.last_error}</span> : null}
      {mayReplay ? (
        <button
          type="button"
          className="button small"
          data-replay={callback.id}
          disabled={replay.isPending}
          onClick={() => replay.mutate(callback)}
        >
          {text.dead.replay}
        </button>
      ) : null}
    </li>
  );
}

function Waiting() {
  const found = useQuery({ queryKey: ["waiting"], queryFn: api.waiting, refetchInterval: RENEW_MS });
  return (
    <Listed
      name="waiting"
      title={text.dead.messages}
      none={text.dead.noneMessages}
      found={found}
      line={(message) => <Message key={message.id} message={message} />}
    />
  );
}

function Message({ message }: { message: WaitingMessage }) {
  const { now } = useDesk();
  return (
    <li className="letter" data-message={message.id}>
      <span>{message.order_no}</span>
      <strong>{word(text.dead.messageKind, message.kind)}</strong>
      <span className="quiet">
        {[
          word(text.dead.waitingState, message.state),
          shortTime(message.received_at, now),
          text.dead.until(shortTime(message.until, now)),
        ].join(text.dot)}
      </span>
      {message.reason ? <span className="letter-why">{message.reason}</span> : null}
    </li>
  );
}
