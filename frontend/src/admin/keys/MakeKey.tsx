/** Making a key: for whom, what it opens, whose ground it may read, how long it holds, how often it may ask. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { ApiKey, ApiKeyUnit, NewApiKey } from "../../wire/administration";
import { Dialog } from "../parts/Dialog";
import { Group, Input, Select } from "../parts/Fields";

interface Props {
  units: readonly ApiKeyUnit[];
  onMade: (made: NewApiKey) => void;
  onClose: () => void;
}

const DAYS = [30, 90, 365] as const;
const RATES = [60, 300, 1200] as const;
const SCOPES = ["features", "metrics"] as const;

export function MakeKey({ units, onMade, onClose }: Props) {
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [scope, setScope] = useState<ApiKey["scope"]>("features");
  const [unit, setUnit] = useState<number | null>(null);
  const [days, setDays] = useState<number>(365);
  const [rate, setRate] = useState<number>(300);
  const make = useMutation({
    mutationFn: () =>
      adminApi.makeKey({
        name: name.trim(),
        scope,
        days,
        per_minute: rate,
        unit: scope === "features" ? unit : null, // figures are of the whole service
      }),
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: ["keys"] });
      onMade(made);
    },
  });
  return (
    <Dialog
      title={words.keys.make}
      confirm={words.keys.make}
      isReady={name.trim() !== ""}
      isSending={make.isPending}
      refused={make.error}
      onConfirm={() => make.mutate()}
      onClose={onClose}
    >
      <label className="field">
        <span className="field-label">{words.keys.nameAsk}</span>
        <Input
          name="name"
          required
          autoFocus
          autoComplete="off"
          maxLength={80}
          placeholder={words.keys.nameHint}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <Group name="scope" label={words.keys.scope}>
        <div className="choices">
          {SCOPES.map((each) => (
            <label key={each} className="choice">
              <input type="radio" name="scope" checked={each === scope} onChange={() => setScope(each)} />
              <span>{words.keys.scopes[each]}</span>
            </label>
          ))}
        </div>
      </Group>
      {scope === "features" ? <Reach units={units} value={unit} onChange={setUnit} /> : null}
      <Choice
        label={words.keys.days}
        name="days"
        given={DAYS}
        value={days}
        say={words.days}
        onChange={setDays}
      />
      <Choice
        label={words.keys.perMinute}
        name="per_minute"
        given={RATES}
        value={rate}
        say={words.times}
        onChange={setRate}
      />
    </Dialog>
  );
}

interface ReachProps {
  units: readonly ApiKeyUnit[];
  value: number | null;
  onChange: (unit: number | null) => void;
}

function Reach({ units, value, onChange }: ReachProps) {
  return (
    <label className="field">
      <span className="field-label">{words.keys.reach}</span>
      <Select
        name="unit"
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value ? Number(event.target.value) : null)}
      >
        <option value="">{words.keys.wholeDistrict}</option>
        {units.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </Select>
    </label>
  );
}

interface ChoiceProps {
  label: string;
  name: string;
  given: readonly number[];
  value: number;
  say: (n: number) => string;
  onChange: (value: number) => void;
}

function Choice({ label, name, given, value, say, onChange }: ChoiceProps) {
  return (
    <Group name={name} label={label}>
      <div className="choices">
        {given.map((each) => (
          <label key={each} className="choice">
            <input type="radio" name={name} checked={each === value} onChange={() => onChange(each)} />
            <span>{say(each)}</span>
          </label>
        ))}
      </div>
    </Group>
  );
}
