/** Calls to make: callers who were promised another one, and those who were not happy before the reply went out. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { shortTime } from "../state/format";
import { text } from "../text";
import { closingApi } from "../wire/closing";
import { asProblem } from "../wire/problem";
import { useDesk } from "./context";
import { SidePanel } from "./SidePanel";

const RENEW_MS = 30_000;

function useCalls() {
  return useQuery({
    queryKey: ["calls"],
    queryFn: closingApi.calls,
    refetchInterval: RENEW_MS,
    refetchOnMount: "always",
  });
}

/** The button in the header, with how many promises have come due and how many warnings there are. */
export function CallsButton({ isListed = false }: { isListed?: boolean }) {
  const { go, now } = useDesk();
  const { data } = useCalls();
  const due = data?.promises.filter((each) => each.due_at && Date.parse(each.due_at) <= now).length ?? 0;
  const count = due + (data?.warnings.length ?? 0);
  if (count === 0 && !isListed) return null;
  return (
    <button
      type="button"
      className={count > 0 ? "button small alarm-link" : "button small"}
      data-panel="calls"
      onClick={() => go({ panel: "calls" })}
    >
      {text.closing.calls.button}
      {count > 0 ? ` ${count}` : ""}
    </button>
  );
}

export function Calls() {
  const { now } = useDesk();
  const { data, error } = useCalls();
  const words = text.closing.calls;
  return (
    <SidePanel title={words.title} lead={words.lead} name="calls">
      <div className="panel-body">
        {error && !data ? (
          <p className="notice bad">{asProblem(error).body.detail ?? text.act.offline}</p>
        ) : null}
        {!data && !error ? <p className="quiet">{text.faces.loading}</p> : null}
        {data ? (
          <>
            <Listed
              title={words.promises}
              none={words.noPromises}
              name="promises"
              count={data.promises.length}
            >
              {data.promises.map((each) => {
                const isLate = each.due_at !== null && Date.parse(each.due_at) <= now;
                return (
                  <Line key={`${each.ticket}-${each.made_at}`} ticket={each.ticket} number={each.number}>
                    <strong>{each.title}</strong>
                    <span className={isLate ? "problem" : "quiet"}>
                      {each.due_at ? shortTime(each.due_at, now) : words.noTime}
                      {isLate ? `${text.dot}${words.overdue}` : ""}
                    </span>
                    <span className="letter-why">
                      {[each.words, each.unit_name, each.person_name].filter(Boolean).join(text.dot)}
                    </span>
                  </Line>
                );
              })}
            </Listed>
            <Listed
              title={words.warnings}
              none={words.noWarnings}
              name="warnings"
              count={data.warnings.length}
            >
              {data.warnings.map((each) => (
                <Line key={each.ticket} ticket={each.ticket} number={each.number}>
                  <strong>{each.title}</strong>
                  <span className="quiet">{text.state[each.state]}</span>
                  {each.text ? <span className="letter-why">{each.text}</span> : null}
                </Line>
              ))}
            </Listed>
          </>
        ) : null}
      </div>
    </SidePanel>
  );
}

interface ListedProps {
  title: string;
  none: string;
  name: string;
  count: number;
  children: ReactNode;
}

function Listed({ title, none, name, count, children }: ListedProps) {
  return (
    <section className="section" data-section={name}>
      <h3 className="section-title">
        {title}
        <span className="section-aside">{count}</span>
      </h3>
      {count === 0 ? <p className="quiet">{none}</p> : <ul className="letters">{children}</ul>}
    </section>
  );
}

function Line({ ticket, number, children }: { ticket: number; number: string; children: ReactNode }) {
  const { go } = useDesk();
  return (
    <li className="letter" data-call={ticket}>
      <button type="button" className="link" onClick={() => go({ panel: null, ticket })}>
        {number}
      </button>
      {children}
    </li>
  );
}
