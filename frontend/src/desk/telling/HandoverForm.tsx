/** 交班: the list the system makes, the alarm heard (S, H), notes (N), and who takes over; F2 gives over. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type KeyboardEvent, useCallback, useRef, useState } from "react";
import { isComposing } from "../../look/composing";
import { useKey } from "../../seat/keys";
import { text } from "../../text";
import { words } from "../../text/telling";
import { asProblem } from "../../wire/problem";
import { type DutyWeek, dutyApi, type HandoverItems } from "../../wire/telling";
import { useDesk } from "../context";
import { Trouble } from "../Listed";
import { Section } from "../panel/Section";
import { TicketLetter } from "../TicketLetter";
import { countOf, noteOf, PARTS } from "./items";
import { playAlarm } from "./rung";

const DAY_MS = 86_400_000;

/** Who else is on duty next, as the table of shifts says. */
function nextOn(week: DutyWeek | undefined, giving: number): string {
  const next = week?.shifts.find(
    ({ role, person, starts_at }) =>
      role === "operator" && person !== giving && Date.parse(starts_at) > Date.now(),
  );
  return next ? String(next.person) : "";
}

interface Props {
  unit: number;
  /** Who has been given a shift over and has not confirmed yet: nobody is given it twice. */
  waiting: readonly number[];
}

export function HandoverForm({ unit, waiting }: Props) {
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
  const next = nextOn(week.data, me.person.id);
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
  const { mutate, isPending } = give;
  const isWaiting = waiting.includes(Number(taking));
  const canGive = taking !== "" && !isWaiting && !isPending;
  const submit = useCallback(() => {
    if (canGive) mutate();
  }, [canGive, mutate]);
  const noting = useRef<HTMLTextAreaElement>(null);
  useKey("s", playAlarm);
  useKey(
    "h",
    useCallback(() => setHeard((before) => !before), []),
  );
  useKey(
    "n",
    useCallback(() => noting.current?.focus(), []),
  );
  useKey("F2", submit);
  return (
    <Section title={words.handover} name="handover">
      {items.data ? <Items items={items.data} /> : null}
      {items.isPending ? <p className="quiet">{text.faces.loading}</p> : null}
      {items.error && !items.data ? <Trouble error={items.error} onRetry={items.refetch} /> : null}
      <form
        className="handover"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className="handover-sound">
          <button type="button" className="button small" onClick={playAlarm}>
            {words.soundTest} <kbd>S</kbd>
          </button>
          <label>
            <input type="checkbox" checked={heard} onChange={(event) => setHeard(event.target.checked)} />{" "}
            {words.soundHeard} <kbd>H</kbd>
          </label>
        </p>
        <label className="field">
          <span className="field-label">
            {words.handoverNotes} <kbd>N</kbd>
          </span>
          <textarea
            ref={noting}
            className="input"
            rows={3}
            maxLength={4000}
            onKeyDown={onNotesKey}
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
            <option value="">{text.act.choose}</option>
            {people.map((each) => (
              <option key={each.id} value={each.id} translate="no">
                {each.name} {each.post}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button primary" data-hand-over disabled={!canGive}>
          {words.handOver} <kbd>F2</kbd>
        </button>
        {isWaiting ? <p className="quiet">{words.unconfirmed}</p> : null}
        {give.error ? (
          <p className="problem" role="alert">
            {asProblem(give.error).body.detail ?? text.act.offline}
          </p>
        ) : null}
      </form>
    </Section>
  );
}

/** Ctrl Enter gives over; Esc leaves the notes, and what stands there stays. */
function onNotesKey(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (isComposing(event)) return;
  const isSent = event.key === "Enter" && (event.ctrlKey || event.metaKey);
  if (isSent) event.currentTarget.form?.requestSubmit();
  else if (event.key === "Escape") event.currentTarget.blur();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function Items({ items }: { items: HandoverItems }) {
  const { now } = useDesk();
  const filled = PARTS.filter((part) => items[part].length > 0);
  if (filled.length === 0) return <p className="quiet">{words.itemsNone}</p>;
  const details = filled.map((part) => (
    <details key={part} data-items={part}>
      <summary>
        {words.items[part]} {countOf(items, part)}
      </summary>
      <ul className="letters">
        {items[part].map((each) => (
          <TicketLetter key={each.id} ticket={each.id} number={each.number} title={each.title}>
            <span className="quiet">{noteOf(part, each.note, now)}</span>
          </TicketLetter>
        ))}
      </ul>
    </details>
  ));
  return <div className="handover-items">{details}</div>;
}
