/** 试算: when a clock of a ticket like this would fall due, and why; also by rules that are not saved yet. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { text } from "../../text";
import { words } from "../../text/timetable";
import {
  type RuleDraft,
  type RuledClock,
  type Tried,
  type TriedClock,
  timetableApi,
} from "../../wire/timetable";
import { Refusal } from "../parts/Asked";
import { Input, Select } from "../parts/Fields";
import { Form } from "../parts/Form";
import { forInput, fromInput, moment } from "../parts/moments";

const CLOCKS = Object.entries(words.rules.kinds) as [RuledClock, string][];

export function Trial({ draft }: { draft: readonly RuleDraft[] | null }) {
  const [clock, setClock] = useState<RuledClock>("reply");
  const [type, setType] = useState("complaint");
  const [urgency, setUrgency] = useState("normal");
  const [category, setCategory] = useState("");
  const [since, setSince] = useState(() => forInput(new Date().toISOString()));
  const [outer, setOuter] = useState("");
  const trial = useMutation({
    mutationFn: () =>
      timetableApi.attempt({
        clock,
        type,
        urgency,
        category: category.trim() || null,
        since: fromInput(since) ?? "",
        outer_due: outer ? fromInput(outer) : null,
        rules: draft ? [...draft] : null,
      }),
  });
  return (
    <div role="tabpanel" className="tab-body" data-trial>
      <p className="quiet">{draft ? words.trial.withDraft : words.trial.lead}</p>
      <Form
        refused={trial.error}
        className="filters"
        onSubmit={(event) => {
          event.preventDefault();
          if (since && !trial.isPending) trial.mutate();
        }}
      >
        <Pick
          name="clock"
          label={words.rules.clock}
          value={clock}
          options={CLOCKS}
          onChange={(value) => setClock(value as RuledClock)}
        />
        <Pick
          name="type"
          label={words.rules.types}
          value={type}
          options={Object.entries(text.type)}
          onChange={setType}
        />
        <Pick
          name="urgency"
          label={words.rules.urgencies}
          value={urgency}
          options={Object.entries(text.urgency)}
          onChange={setUrgency}
        />
        <label className="field">
          <span className="field-label">{words.trial.category}</span>
          <Input name="category" value={category} onChange={(event) => setCategory(event.target.value)} />
        </label>
        <label className="field">
          <span className="field-label">{words.trial.since}</span>
          <Input
            type="datetime-local"
            name="since"
            value={since}
            onChange={(event) => setSince(event.target.value)}
          />
        </label>
        <label className="field">
          <span className="field-label">{words.trial.outer}</span>
          <Input
            type="datetime-local"
            name="outer_due"
            title={words.trial.outerHint}
            value={outer}
            onChange={(event) => setOuter(event.target.value)}
          />
        </label>
        <button type="submit" className="button primary" data-try>
          {words.trial.run}
        </button>
        <Refusal />
      </Form>
      {trial.data ? <Outcomes clock={clock} found={trial.data} /> : null}
    </div>
  );
}

function Outcomes({ clock, found }: { clock: RuledClock; found: Tried }) {
  return (
    <div data-tried>
      {found.halt ? <Outcome name={words.trial.halt} found={found.halt} /> : null}
      {found.clock ? <Outcome name={words.rules.kinds[clock]} found={found.clock} /> : null}
      {found.clock || found.halt ? null : <p>{words.trial.nothing}</p>}
    </div>
  );
}

interface PickProps {
  name: string;
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}

function Pick({ name, label, value, options, onChange }: PickProps) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <Select name={name} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([code, said]) => (
          <option key={code} value={code}>
            {said}
          </option>
        ))}
      </Select>
    </label>
  );
}

function Outcome({ name, found }: { name: string; found: TriedClock }) {
  return (
    <section className="part">
      <h3>
        {name} {words.trial.due(moment(found.due_at))}
      </h3>
      {found.unannounced ? <p className="notice">{words.unannounced}</p> : null}
      <ol className="why-list">
        {found.why.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <p className="quiet">
        {words.warnings}:{" "}
        {found.marks.map(({ mark, at }) => `${words.mark[mark]} ${moment(at)}`).join(text.dot)}
      </p>
    </section>
  );
}
