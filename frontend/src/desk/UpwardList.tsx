/** 上行申请 of a desk: those without a result, alarms first, and what the hotline answered lately. */
import { useQuery } from "@tanstack/react-query";
import { shortTime } from "../state/format";
import { text } from "../text";
import { words } from "../text/upward";
import { asProblem } from "../wire/problem";
import { type ListedRequest, upwardApi } from "../wire/upward";
import { useDesk } from "./context";
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
        <Listed state="open" title={words.open} />
        <Listed state="answered" title={words.answered} />
      </div>
    </SidePanel>
  );
}

function Listed({ state, title }: { state: "open" | "answered"; title: string }) {
  const { data, error } = useRequests(state);
  return (
    <section className="section" data-section={`upward-${state}`}>
      <h3 className="section-title">
        {title}
        {data ? <span className="section-aside">{data.length}</span> : null}
      </h3>
      {data?.length === 0 ? <p className="quiet">{words.none}</p> : null}
      {!data && !error ? <p className="quiet">{text.faces.loading}</p> : null}
      {error && !data ? (
        <p className="notice bad">{asProblem(error).body.detail ?? text.act.offline}</p>
      ) : null}
      <ul className="requests">
        {data?.map((each) => (
          <Line key={each.id} request={each} />
        ))}
      </ul>
    </section>
  );
}

function Line({ request }: { request: ListedRequest }) {
  const { go, now } = useDesk();
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
          request.center_name,
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
