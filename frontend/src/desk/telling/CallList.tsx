/** 待电话通知: people who opened neither message nor call; somebody at the desk rings them up. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Face } from "../../look/Failure";
import { useToasts } from "../../seat/toasts";
import { shortTime } from "../../state/format";
import { mayReceive } from "../../state/roles";
import { text } from "../../text";
import { words } from "../../text/telling";
import { shortName } from "../../text/unitNames";
import { asProblem } from "../../wire/problem";
import { type Call, type CallResult, tellingApi } from "../../wire/telling";
import { useDesk } from "../context";
import { Faces } from "../Listed";
import { SidePanel } from "../SidePanel";

const RENEW_MS = 15_000;
const RESULTS: readonly CallResult[] = ["reached", "no_answer", "passed_on"];

export function useCallList() {
  return useQuery({
    queryKey: ["call-list"],
    queryFn: tellingApi.calls,
    refetchInterval: RENEW_MS,
    refetchOnMount: "always",
  });
}

export function CallList() {
  const found = useCallList();
  return (
    <SidePanel title={words.callList} lead={words.callListLead} name="call-list">
      <div className="panel-body">
        {found.data?.length === 0 ? (
          <Face title={words.callListNone} />
        ) : (
          <Faces found={found} none={words.callListNone}>
            {(calls) => (
              <ul className="call-lines">
                {calls.map((call) => (
                  <Line key={call.id} call={call} />
                ))}
              </ul>
            )}
          </Faces>
        )}
      </div>
    </SidePanel>
  );
}

function Line({ call }: { call: Call }) {
  const { me, now, go } = useDesk();
  const queries = useQueryClient();
  const toasts = useToasts();
  const note = useMutation({
    mutationFn: (result: CallResult) => tellingApi.called(call.id, result),
    onSuccess: () => toasts.say(`${words.called}${text.dot}${call.person_name}`),
    onError: (error) => toasts.say(asProblem(error).body.detail ?? text.act.offline),
    onSettled: () => queries.invalidateQueries({ queryKey: ["call-list"] }),
  });
  return (
    <li className="call-line" data-call={call.id}>
      <p className="call-whom">
        <strong>{call.person_name}</strong>
        <a href={`tel:${call.phone}`}>{call.phone || words.noPhone}</a>
      </p>
      <p className="quiet">{[shortName(call.unit_name), call.post].join(text.dot)}</p>
      <p>
        <button type="button" className="link" onClick={() => go({ panel: null, ticket: call.ticket })}>
          {call.number}
        </button>{" "}
        {call.title}
      </p>
      <p className="quiet">
        {[words.callListSince(shortTime(call.listed_at, now)), call.error].filter(Boolean).join(text.dot)}
      </p>
      {mayReceive(me.memberships) ? (
        <p className="call-results">
          {RESULTS.map((result) => (
            <button
              key={result}
              type="button"
              className="button small"
              data-called={result}
              disabled={note.isPending}
              onClick={() => note.mutate(result)}
            >
              {words.callResult[result]}
            </button>
          ))}
        </p>
      ) : null}
    </li>
  );
}
