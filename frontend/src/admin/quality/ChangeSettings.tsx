/** The thresholds as a form. What would place less rightly than asked for is told first, and saved when confirmed. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { isComposing } from "../../look/composing";
import { useToasts } from "../../seat/toasts";
import { text } from "../../text";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { LocatingSettings, SettingForm } from "../../wire/administration";
import { asProblem } from "../../wire/problem";
import { useAdmin } from "../context";
import { Refusal } from "../parts/Asked";
import { Input } from "../parts/Fields";
import { Form, RefusablePart } from "../parts/Form";
import { changeOf, isChange, type SettingDraft, type SettingLine } from "./setting";
import { WeightFields } from "./WeightFields";

/** Whether the service only wants to be told that its warning was read. */
export function isUnconfirmed(error: Error | null): boolean {
  return error !== null && (asProblem(error).body.type ?? "").endsWith(":unconfirmed");
}

export function useSaveSettings(onSaved: () => void) {
  const queries = useQueryClient();
  const toasts = useToasts();
  return useMutation({
    mutationFn: (form: SettingForm) => adminApi.saveSettings(form),
    onSuccess: ({ version }) => {
      toasts.say(words.settings.saved(version));
      void queries.invalidateQueries({ queryKey: ["settings"] });
      void queries.invalidateQueries({ queryKey: ["report"] });
      void queries.invalidateQueries({ queryKey: ["kept-changes"] });
      onSaved();
    },
  });
}

interface Props {
  settings: LocatingSettings;
  draft: SettingDraft;
  onChange: (draft: SettingDraft) => void;
}

interface LineText {
  /** As the service names it. */
  name: string;
  label: string;
  hint?: string;
}
const told = words.settings;
const THRESHOLDS: readonly (LineText & { of: SettingLine })[] = [
  { name: "cell", of: "cell", label: told.cell, hint: told.cellHint },
  { name: "town", of: "town", label: told.town, hint: told.townHint },
  { name: "coordinate_radius_m", of: "radius", label: told.radius, hint: told.radiusHint },
];
const LEAST: LineText = { name: "least_precision", label: told.leastAsk, hint: told.leastHint };
const REGION: LineText = { name: "region", label: told.region, hint: told.regionHint };
const NOTE = { name: "note", label: told.why, placeholder: told.whyHint };

export function ChangeSettings({ settings, draft, onChange }: Props) {
  const { may } = useAdmin();
  const [isAware, setAware] = useState(false);
  const save = useSaveSettings(() => setAware(false));
  const isWarned = isUnconfirmed(save.error);
  const form = changeOf(draft, settings, isWarned && isAware);
  const isReady = form !== null && isChange(form) && (!isWarned || isAware);
  const change = (part: Partial<SettingDraft>) => {
    save.reset();
    setAware(false);
    onChange({ ...draft, ...part });
  };
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (form && isReady && !save.isPending) save.mutate(form);
  }
  return (
    <Form
      className="settings"
      refused={save.error}
      data-change-settings
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => event.key === "Enter" && isComposing(event) && event.preventDefault()}
    >
      <Values draft={draft} own={settings.own_weights} readOnly={!may.keep} onChange={change} />
      {may.keep ? (
        <>
          <LongLine
            {...NOTE}
            maxLength={500}
            value={draft.note}
            onChange={(note) => onChange({ ...draft, note })}
          />
          <Refusal />
          {isWarned ? <Aware isOn={isAware} onChange={setAware} /> : null}
          <div className="form-end">
            <button
              type="submit"
              className="button primary"
              data-save-settings
              aria-disabled={!isReady || save.isPending}
            >
              {save.isPending ? text.act.sending : words.settings.save}
            </button>
            <span className="quiet">{words.settings.saveHint}</span>
          </div>
        </>
      ) : null}
    </Form>
  );
}

interface ValuesProps {
  draft: SettingDraft;
  own: LocatingSettings["own_weights"];
  readOnly: boolean;
  onChange: (part: Partial<SettingDraft>) => void;
}

function Values({ draft, own, readOnly, onChange }: ValuesProps) {
  const lineOf = (of: SettingLine) => ({
    readOnly,
    value: draft[of],
    onChange: (value: string) => onChange({ [of]: value }),
  });
  return (
    <>
      <RefusablePart of="thresholds">
        {THRESHOLDS.map(({ of, ...line }) => (
          <Line key={line.name} {...line} {...lineOf(of)} />
        ))}
      </RefusablePart>
      <Line {...LEAST} {...lineOf("least")} />
      <LongLine {...REGION} {...lineOf("region")} />
      <WeightFields
        {...{ own, readOnly }}
        draft={draft.weights}
        onChange={(weights) => onChange({ weights })}
      />
    </>
  );
}

interface LineProps extends LineText {
  readOnly?: boolean;
  placeholder?: string;
  maxLength?: number;
  value: string;
  onChange: (value: string) => void;
}

function Line({ label, hint, onChange, ...given }: LineProps) {
  return (
    <label className="setting">
      <span className="setting-name">{label}</span>
      <Input
        {...given}
        inputMode="decimal"
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
      <span className="quiet">{hint}</span>
    </label>
  );
}

function LongLine({ label, hint, onChange, ...given }: LineProps) {
  return (
    <label className="setting long">
      <span className="setting-name">{label}</span>
      <Input {...given} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
      {hint ? <span className="quiet">{hint}</span> : null}
    </label>
  );
}

/** Whoever saves against a warning says that they read it. */
export function Aware({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <label className="check-line">
      <input type="checkbox" data-aware checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      {words.settings.aware}
    </label>
  );
}
