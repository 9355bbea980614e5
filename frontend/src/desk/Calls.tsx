/** Calls to make: callers who were promised another one, and those who were not happy before the reply went out. */
import { useQuery } from "@tanstack/react-query";
import { shortTime } from "../state/format";
import { text } from "../text";
import { shortName } from "../text/unitNames";
import { closingApi, type OpenPromise } from "../wire/closing";
import { useDesk } from "./context";
import { Listed, part } from "./Listed";
import { SidePanel } from "./SidePanel";
import { TicketLetter } from "./TicketLetter";

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
  const found = useCalls();
  const words = text.closing.calls;
  return (
    <SidePanel title={words.title} lead={words.lead} name="calls">
      <div className="panel-body">
        <Listed
          title={words.promises}
          none={words.noPromises}
          name="promises"
          found={part(found, ({ promises }) => promises)}
          line={(each) => <PromiseLine key={`${each.ticket}-${each.made_at}`} each={each} />}
        />
        <Listed
          title={words.warnings}
          none={words.noWarnings}
          name="warnings"
          found={part(found, ({ warnings }) => warnings)}
          line={(each) => (
            <TicketLetter
              key={each.ticket}
              mark="call"
              ticket={each.ticket}
              number={each.number}
              title={each.title}
            >
              <span className="quiet">{text.state[each.state]}</span>
              {each.text ? <span className="letter-why">{each.text}</span> : null}
            </TicketLetter>
          )}
        />
      </div>
    </SidePanel>
  );
}

function PromiseLine({ each }: { each: OpenPromise }) {
  const { now } = useDesk();
  const words = text.closing.calls;
  const isLate = each.due_at !== null && Date.parse(each.due_at) <= now;
  return (
    <TicketLetter mark="call" ticket={each.ticket} number={each.number} title={each.title}>
      <span className={isLate ? "problem" : "quiet"}>
        {each.due_at ? shortTime(each.due_at, now) : words.noTime}
        {isLate ? `${text.dot}${words.overdue}` : ""}
      </span>
      <span className="letter-why">
        {[each.words, shortName(each.unit_name ?? ""), each.person_name].filter(Boolean).join(text.dot)}
      </span>
    </TicketLetter>
  );
}
