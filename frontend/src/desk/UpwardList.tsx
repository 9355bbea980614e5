/** 上行申请 of a desk: those without a result, alarms first, and what the hotline answered lately. */
import { useQuery } from "@tanstack/react-query";
import { shortTime } from "../state/format";
import { text } from "../text";
import { shortName } from "../text/unitNames";
import { words } from "../text/upward";
import { type ListedRequest, upwardApi } from "../wire/upward";
import { useDesk } from "./context";
import { Listed } from "./Listed";
import { SidePanel } from "./SidePanel";
import "./upward.css";

const RENEW_MS = 20_000;

export function useRequests(state: "open" | "answered") {
  return useQuery({
    queryKey: ["upward-list", state],
    queryFn: () => upwardApi.listed(state),
    refetchInterval: RENEW_MS,
    refetchOnMount: "always", // Who opens the list sees it as it is now, not as it was when the button last asked.
  });
}

/** The button in the header: how many wait, and how many of them the hotline has not answered in time. */
export function UpwardButton({ isListed = false }: { isListed?: boolean }) {
  const { go } = useDesk();
  const { data } = useRequests("open");
  const alarms = data?.filter((each) => each.state === "unanswered").length ?? 0;
  if (alarms === 0 && (data?.length ?? 0) === 0 && !isListed) return null;
  return (
    <button
      type="button"
      className={alarms > 0 ? "button small alarm-link" : "button small"}
      title={words.buttonWhy(alarms)}
      data-panel="upward"
      data-alarms={alarms}
      onClick={() => go({ panel: "upward" })}
    >
      {words.button(alarms, data?.length ?? 0)}
    </button>
  );
}

export function UpwardList() {
  return (
    <SidePanel title={words.title} lead={words.lead} name="upward">
      <div className="panel-body">
        <Requests state="open" title={words.open} />
        <Requests state="answered" title={words.answered} />
      </div>
    </SidePanel>
  );
}

function Requests({ state, title }: { state: "open" | "answered"; title: string }) {
  const found = useRequests(state);
  return (
    <Listed
      name={`upward-${state}`}
      title={title}
      none={words.none}
      className="requests"
      found={found}
      line={(each) => <Line key={each.id} request={each} />}
    />
  );
}

function Line({ request }: { request: ListedRequest }) {
  const { go, me, now } = useDesk();
  const isOwn = request.center_name === me.memberships[0]?.unit_name;
  const isAlarm = request.state === "unanswered";
  return (
    <li className="request" data-request={request.id} data-request-state={request.state}>
      <p className="request-head">
        <button type="button" className="link" onClick={() => go({ panel: null, ticket: request.ticket })}>
          {request.number}
        </button>
        <strong>{words.kind[request.kind]}</strong>
        <span className={isAlarm ? "problem" : undefined}>{words.state[request.state]}</span>
      </p>
      <p>{request.title}</p>
      <p className="quiet">
        {[
          isOwn ? null : shortName(request.center_name ?? ""),
          request.ground_name,
          request.until ? words.until(shortTime(request.until, now)) : null,
          request.answer_due_at && request.state !== "granted" && request.state !== "refused"
            ? words.answerDue(shortTime(request.answer_due_at, now))
            : null,
        ]
          .filter(Boolean)
          .join(text.dot)}
      </p>
      {request.answer ? <p>{`“${request.answer}”`}</p> : null}
    </li>
  );
}
