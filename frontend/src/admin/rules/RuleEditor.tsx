/** One rule of a draft as a form: what it is called, what it asks for, whom it points at, and from when until when. */
import { words } from "../../text/owning";
import type { Rule, RulesOverview } from "../../wire/owning";
import { Input, Select, TextLine } from "../parts/Fields";
import { Many } from "./Many";
import { choicesOf, MANY, valuesOf } from "./rule";

interface Props {
  rule: Rule;
  known: RulesOverview;
  onChange: (rule: Rule) => void;
  onDone: () => void;
}

const TARGETS = Object.keys(words.rules.targets) as Rule["target_kind"][];

export function RuleEditor({ rule, known, onChange, onDone }: Props) {
  const set = (change: Partial<Rule>) => onChange({ ...rule, ...change });
  return (
    <div className="rule-form" data-rule-form>
      <Line label={words.rules.name} value={rule.name} name="name" onChange={(name) => set({ name })} />
      <Target {...{ rule, known, set }} />
      <div className="wide">
        <Line
          label={words.rules.reason}
          value={rule.reason}
          name="reason"
          onChange={(reason) => set({ reason })}
        />
      </div>
      {MANY.map((field) => (
        <Many
          key={field}
          name={field}
          label={words.rules.fields[field]}
          choices={choicesOf(field, known)}
          values={valuesOf(rule, field)}
          onChange={(values) => set({ [field]: values })}
        />
      ))}
      <One
        name="power"
        label={words.rules.power}
        value={rule.power ?? ""}
        options={words.rules.powerOf}
        onChange={(value) => set({ power: (value || null) as Rule["power"] })}
      />
      <One
        name="days"
        label={words.rules.days}
        value={rule.days ?? ""}
        options={words.rules.daysOf}
        onChange={(value) => set({ days: (value || null) as Rule["days"] })}
      />
      <Times {...{ rule, set }} />
      <Validity {...{ rule, set }} />
      <div className="wide">
        <button type="button" className="button small" data-rule-done onClick={onDone}>
          {words.rules.done}
        </button>
      </div>
    </div>
  );
}

type Set = (change: Partial<Rule>) => void;

function Target({ rule, known, set }: { rule: Rule; known: RulesOverview; set: Set }) {
  return (
    <label className="field">
      <span className="field-label">{words.rules.target}</span>
      <Select
        name="target_kind"
        value={rule.target_kind}
        onChange={(event) =>
          set({ target_kind: event.target.value as Rule["target_kind"], target_unit: null })
        }
      >
        {TARGETS.map((kind) => (
          <option key={kind} value={kind}>
            {words.rules.targets[kind]}
          </option>
        ))}
      </Select>
      {rule.target_kind === "unit" ? (
        <Select
          name="target_unit"
          aria-label={words.rules.targetUnit}
          value={rule.target_unit ?? ""}
          onChange={(event) => set({ target_unit: event.target.value ? Number(event.target.value) : null })}
        >
          <option value="">{words.rules.choose}</option>
          {known.units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      ) : null}
    </label>
  );
}

interface LineProps {
  label: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
}

function Line({ label, name, value, onChange }: LineProps) {
  return <TextLine name={name} label={label} value={value} maxLength={200} onChange={onChange} />;
}

interface OneProps {
  name: string;
  label: string;
  value: string;
  options: Readonly<Record<string, string>>;
  onChange: (value: string) => void;
}

function One({ name, label, value, options, onChange }: OneProps) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <Select name={name} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{words.rules.any}</option>
        {Object.entries(options).map(([code, said]) => (
          <option key={code} value={code}>
            {said}
          </option>
        ))}
      </Select>
    </label>
  );
}

function Times({ rule, set }: { rule: Rule; set: Set }) {
  return (
    <div className="field">
      <span className="field-label">{words.rules.time}</span>
      <span>
        <Input
          type="time"
          name="time_from"
          aria-label={words.rules.time}
          value={rule.time_from ?? ""}
          onChange={(event) => set({ time_from: event.target.value || null })}
        />{" "}
        {words.rules.timeTo}{" "}
        <Input
          type="time"
          name="time_until"
          aria-label={`${words.rules.time} ${words.rules.timeTo}`}
          value={rule.time_until ?? ""}
          onChange={(event) => set({ time_until: event.target.value || null })}
        />
      </span>
      <span className="quiet">{words.rules.timeHint}</span>
    </div>
  );
}

function Validity({ rule, set }: { rule: Rule; set: Set }) {
  const days = [
    { name: "valid_from", label: words.rules.validFrom },
    { name: "valid_until", label: words.rules.validUntil },
  ] as const;
  return (
    <div className="field">
      <span className="field-label">{words.rules.valid}</span>
      {days.map(({ name, label }) => (
        <label key={name}>
          {label}
          <Input
            type="date"
            name={name}
            value={rule[name] ?? ""}
            onChange={(event) => set({ [name]: event.target.value || null })}
          />
        </label>
      ))}
    </div>
  );
}
