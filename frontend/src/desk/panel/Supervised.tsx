/** 督办 of the open ticket: level, requirement, until when, what was answered. */
import { useQuery } from "@tanstack/react-query";
import { shortTime } from "../../state/format";
import { text } from "../../text";
import { words } from "../../text/scores";
import { type Supervision, scoresApi } from "../../wire/scores";
import { useDesk } from "../context";
import { Section } from "./Section";

export function Supervised({ ticket, version, level }: { ticket: number; version: number; level: number }) {
  const found = useQuery({
    queryKey: ["supervisions-of", ticket, version],
    queryFn: () => scoresApi.supervisionsOf(ticket),
    enabled: level > 0,
  });
  if (level === 0 || !found.data?.length) return null;
  return (
    <Section title={words.supervision} name="supervision" aside={words.supervised(level)}>
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
  const state = each.overdue && each.state === "asked" ? words.overdue : words.supervisionState[each.state];
  return (
    <li className="letter" data-supervision={each.state}>
      <strong>{each.requirement}</strong>
      <span className="quiet">
        {[each.asked_by, `${words.due} ${shortTime(each.due_at, now)}`, state].filter(Boolean).join(text.dot)}
      </span>
      {each.answer ? <span>{each.answer}</span> : null}
    </li>
  );
}
