/** 督办 of the open ticket: level, requirement, until when, what was answered, who lifted it and why. */
import { useQuery } from "@tanstack/react-query";
import { severityClass } from "../../look/Shape";
import { usedShare } from "../../state/clocks";
import { duePhrase, shortTime } from "../../state/format";
import { text } from "../../text";
import { words } from "../../text/scores";
import { type Supervision, scoresApi } from "../../wire/scores";
import type { TicketDetail, TicketRow } from "../../wire/types";
import { useDesk } from "../context";
import { Bar } from "../TicketLine";
import { Section } from "./Section";
import { everSupervised } from "./supervision";

interface Props {
  row: Pick<TicketRow, "id" | "version" | "supervised">;
  journey: TicketDetail["journey"];
}

/** Also of a ticket whose supervision was lifted: what was asked, what came of it, who lifted it and why. */
export function Supervised({ row: { id, version, supervised }, journey }: Props) {
  const found = useQuery({
    queryKey: ["supervisions-of", id, version],
    queryFn: () => scoresApi.supervisionsOf(id),
    enabled: everSupervised(supervised, journey),
  });
  if (!found.data?.length) return null;
  const standing = supervised > 0 ? words.supervised(supervised) : words.supervisionState.lifted;
  return (
    <Section title={words.supervision} name="supervision" aside={standing}>
      <ul className="letters">
        {found.data.map((each) => (
          <Line key={each.id} each={each} />
        ))}
      </ul>
    </Section>
  );
}

function Line({ each }: { each: Supervision }) {
  const { now } = useDesk();
  const isOwed = each.state === "asked";
  const isLate = isOwed && (each.overdue || Date.parse(each.due_at) <= now);
  const severity = severityClass(isLate ? "overdue" : "on_time");
  const standing = isLate ? words.overdue : words.supervisionState[each.state];
  return (
    <li className="letter supervised" data-supervision={each.state}>
      <strong>{each.requirement}</strong>
      {isOwed ? (
        <span className="clock" data-answer-due>
          <span className="clock-kind">{words.due}</span>
          <Bar
            share={usedShare({ started_at: each.asked_at, due_at: each.due_at }, now)}
            severity={severity}
          />
          <span className="clock-words">
            <strong className={isLate ? severity : ""}>{duePhrase(each.due_at, now)}</strong>
            {text.dot}
            {shortTime(each.due_at, now)}
          </span>
        </span>
      ) : null}
      <span className="quiet">
        {[words.supervised(each.level), each.asked_by, each.asked_of, each.lifted_at ? null : standing]
          .filter(Boolean)
          .join(text.dot)}
      </span>
      {each.answer ? <span>{each.answer}</span> : null}
      {each.lifted_at ? (
        <span className="quiet" data-lifted>
          {[standing, each.lifted_by, shortTime(each.lifted_at, now), each.lifted]
            .filter(Boolean)
            .join(text.dot)}
        </span>
      ) : null}
    </li>
  );
}
