/** 交班: the list the system makes, the alarm heard, notes, and who takes over. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { text } from "../../text";
import { words } from "../../text/telling";
import { asProblem } from "../../wire/problem";
import { type DutyWeek, dutyApi, type HandoverItems } from "../../wire/telling";
import { useDesk } from "../context";
import { Section } from "../panel/Section";
import { playAlarm } from "./alarm";
import { countOf, noteOf, PARTS } from "./items";

const DAY_MS = 86_400_000;

/** Who is on duty next, as the table of shifts says. */
function nextOn(week: DutyWeek | undefined): string {
  const next = week?.shifts.find(
    (shift) => shift.role === "operator" && Date.parse(shift.starts_at) > Date.now(),
  );
  return next ? String(next.person) : "";
}

export function HandoverForm({ unit }: { unit: number }) {
  const { me } = useDesk();
  const queries = useQueryClient();
  const items = useQuery({ queryKey: ["handover-items", unit], queryFn: () => dutyApi.items(unit) });
  const week = useQuery({
    queryKey: ["duty-people", unit],
    queryFn: () => dutyApi.week(unit, new Date().toISOString(), new Date(Date.now() + DAY_MS).toISOString()),
  });
  const [chosen, setChosen] = useState<string | null>(null);
  const [heard, setHeard] = useState(false);
  const [notes, setNotes] = useState("");
  const people = (week.data?.people ?? []).filter((each) => each.own && each.id !== me.person.id);
  const next = nextOn(week.data);
  const taking = chosen ?? (people.some((each) => String(each.id) === next) ? next : "");
  const give = useMutation({
    mutationFn: () =>
      dutyApi.handOver({ unit, to_person: Number(taking), sound_heard: heard, notes: notes.trim() }),
    onSuccess: () => {
      setNotes("");
      setHeard(false);
      return queries.invalidateQueries({ queryKey: ["handovers"] });
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (taking) give.mutate();
  }
  return (
    <Section title={words.handover} name="handover">
      {items.data ? <Items items={items.data} /> : <p className="quiet">{text.faces.loading}</p>}
      <form className="handover" onSubmit={submit}>
        <p>
          <button type="button" className="button small" onClick={playAlarm}>
            {words.soundTest}
          </button>{" "}
          <label>
            <input type="checkbox" checked={heard} onChange={(event) => setHeard(event.target.checked)} />{" "}
            {words.soundHeard}
          </label>
        </p>
        <label className="field">
          <span className="field-label">{words.handoverNotes}</span>
          <textarea
            className="input"
            rows={3}
            maxLength={4000}
            value={notes}
            onChange={(event) => setNotes(event.target.value)}
          />
        </label>
        <label className="field">
          <span className="field-label">{words.handoverTo}</span>
          <select
            className="input"
            name="taking"
            value={taking}
            onChange={(event) => setChosen(event.target.value)}
          >
            <option value="" />
            {people.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name} {each.post}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button primary" data-hand-over disabled={!taking || give.isPending}>
          {words.handOver}
        </button>
        {give.error ? (
          <p className="problem" role="alert">
            {asProblem(give.error).body.detail ?? text.act.offline}
          </p>
        ) : null}
      </form>
    </Section>
  );
}

function Items({ items }: { items: HandoverItems }) {
  const { go, now } = useDesk();
  const filled = PARTS.filter((part) => items[part].length > 0);
  if (filled.length === 0) return <p className="quiet">{words.itemsNone}</p>;
  const details = filled.map((part) => (
    <details key={part} data-items={part}>
      <summary>
        {words.items[part]} {countOf(items, part)}
      </summary>
      <ul className="letters">
        {items[part].map((each) => (
          <li key={each.id} className="letter">
            <button type="button" className="link" onClick={() => go({ panel: null, ticket: each.id })}>
              {each.number}
            </button>
            <span>{each.title}</span>
            <span className="quiet">{noteOf(part, each.note, now)}</span>
          </li>
        ))}
      </ul>
    </details>
  ));
  return <div className="handover-items">{details}</div>;
}
