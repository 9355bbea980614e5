/** 为什么是这个时刻: every clock of the ticket with its sentences, asked for only when somebody wants to know. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { shortTime } from "../../state/format";
import { text } from "../../text";
import { words } from "../../text/timetable";
import { asProblem } from "../../wire/problem";
import { type ExplainedClock, timetableApi } from "../../wire/timetable";

export function Why({ ticket, version, now }: { ticket: number; version: number; now: number }) {
  const [isOpen, setOpen] = useState(false);
  const found = useQuery({
    queryKey: ["why", ticket, version],
    queryFn: () => timetableApi.why(ticket),
    enabled: isOpen,
  });
  return (
    <>
      <button type="button" className="link" data-why aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? words.whyHide : words.why}
      </button>
      {isOpen && found.error ? (
        <p role="alert">{asProblem(found.error).body.detail ?? text.act.failed}</p>
      ) : null}
      {isOpen && found.data
        ? found.data.map((clock) => <Explained key={clock.kind + clock.started_at} {...{ clock, now }} />)
        : null}
    </>
  );
}

function Explained({ clock, now }: { clock: ExplainedClock; now: number }) {
  return (
    <div className="why" data-why-of={clock.kind}>
      <strong>{text.clock[clock.kind]}</strong>
      <ol className="why-list">
        {clock.why.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      {clock.stopped_at || clock.warnings.length === 0 ? null : (
        <p className="quiet">
          {words.warnings}:{" "}
          {clock.warnings
            .map(({ mark, at, fired }) => {
              const said = `${words.mark[mark]} ${shortTime(at, now)}`;
              return fired ? said + text.aside(words.fired) : said;
            })
            .join(text.dot)}
        </p>
      )}
    </div>
  );
}
