/** One limit as a form; it goes into the draft, and is checked with all others when the draft is saved. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { text } from "../../text";
import { words } from "../../text/timetable";
import { api } from "../../wire/api";
import type { RuleDraft, RuledClock } from "../../wire/timetable";
import { Dialog } from "../parts/Dialog";
import { Area, Check, Input, Select } from "../parts/Fields";
import { Many } from "../rules/Many";

interface Props {
  rule: RuleDraft;
  title: string;
  /** What the draft was refused for, as far as it is this rule. */
  refused: Error | null;
  onDone: (rule: RuleDraft) => void;
  onClose: () => void;
}

const CLOCKS = Object.entries(words.rules.kinds) as [RuledClock, string][];
const SHARED: ReadonlySet<RuledClock> = new Set(["inner", "reply", "redo"]);
const choices = (named: Record<string, string>) =>
  Object.entries(named).map(([value, label]) => ({ value, label }));
const lines = (value: string) => {
  const found = value.split("\n").flatMap((line) => line.trim() || []);
  return found.length > 0 ? found : null;
};

export function RuleDialog({ rule, title, refused, onDone, onClose }: Props) {
  const [draft, setDraft] = useState(rule);
  const directory = useQuery({ queryKey: ["directory"], queryFn: api.directory });
  const set = (change: Partial<RuleDraft>) => setDraft({ ...draft, ...change });
  const units = (directory.data?.units ?? []).map((unit) => ({ value: String(unit.id), label: unit.name }));
  return (
    <Dialog
      title={title}
      confirm={words.rules.done}
      refused={refused}
      isReady={draft.limit_text.trim() !== "" && draft.reason.trim() !== ""}
      onConfirm={() => onDone({ ...draft, limit_text: draft.limit_text.trim(), reason: draft.reason.trim() })}
      onClose={onClose}
    >
      <label className="field">
        <span className="field-label">{words.rules.clock}</span>
        <Select
          name="clock"
          value={draft.clock}
          onChange={(event) => {
            const clock = event.target.value as RuledClock;
            set(SHARED.has(clock) ? { clock } : { clock, share: null });
          }}
        >
          {CLOCKS.map(([clock, name]) => (
            <option key={clock} value={clock}>
              {name}
            </option>
          ))}
        </Select>
      </label>
      <Words name="limit_text" label={words.rules.limit} hint={words.rules.limitHint} {...{ draft, set }} />
      <Words name="reason" label={words.rules.reason} hint="" {...{ draft, set }} />
      {SHARED.has(draft.clock) ? <Share {...{ draft, set }} /> : null}
      <Check
        name="counts_first_day"
        checked={draft.counts_first_day}
        onChange={(event) => set({ counts_first_day: event.target.checked })}
      >
        {words.rules.firstDay}
      </Check>
      <Many
        name="types"
        label={words.rules.types}
        choices={choices(text.type)}
        values={draft.types ?? null}
        onChange={(types) => set({ types })}
      />
      <Many
        name="urgencies"
        label={words.rules.urgencies}
        choices={choices(text.urgency)}
        values={draft.urgencies ?? null}
        onChange={(urgencies) => set({ urgencies })}
      />
      <Many
        name="unit_kinds"
        label={words.rules.unitKinds}
        choices={choices(words.rules.unitKindNames)}
        values={draft.unit_kinds ?? null}
        onChange={(unit_kinds) => set({ unit_kinds })}
      />
      <Many
        name="units"
        label={words.rules.units}
        choices={units}
        values={draft.units?.map(String) ?? null}
        onChange={(values) => set({ units: values?.map(Number) ?? null })}
      />
      <label className="field">
        <span className="field-label">{words.rules.categories}</span>
        <Area
          name="categories"
          rows={2}
          placeholder={words.rules.categoriesHint}
          defaultValue={(draft.categories ?? []).join("\n")}
          onChange={(event) => set({ categories: lines(event.target.value) })}
        />
      </label>
      <div className="from-to">
        <Day name="valid_from" label={words.rules.validFrom} {...{ draft, set }} />
        <Day name="valid_until" label={words.rules.validUntil} {...{ draft, set }} />
      </div>
    </Dialog>
  );
}

interface PartProps {
  draft: RuleDraft;
  set: (change: Partial<RuleDraft>) => void;
}

function Words({
  name,
  label,
  hint,
  draft,
  set,
}: PartProps & { name: "limit_text" | "reason"; label: string; hint: string }) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <Input
        name={name}
        maxLength={100}
        autoComplete="off"
        placeholder={hint}
        value={draft[name]}
        onChange={(event) => set({ [name]: event.target.value })}
      />
    </label>
  );
}

function Share({ draft, set }: PartProps) {
  return (
    <label className="field">
      <span className="field-label">{words.rules.share}</span>
      <Input
        name="share"
        type="number"
        min={5}
        max={100}
        placeholder={words.rules.shareHint}
        value={draft.share ? Math.round(draft.share * 100) : ""}
        onChange={(event) => set({ share: event.target.value ? Number(event.target.value) / 100 : null })}
      />
    </label>
  );
}

function Day({ name, label, draft, set }: PartProps & { name: "valid_from" | "valid_until"; label: string }) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <Input
        type="date"
        name={name}
        value={draft[name] ?? ""}
        onChange={(event) => set({ [name]: event.target.value || null })}
      />
    </label>
  );
}
