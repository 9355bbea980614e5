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
import { changeOf, isChange, type SettingDraft } from "./setting";

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

const NUMBERS = [
  { name: "cell", label: words.settings.cell, hint: words.settings.cellHint },
  { name: "town", label: words.settings.town, hint: words.settings.townHint },
  { name: "radius", label: words.settings.radius, hint: words.settings.radiusHint },
  { name: "least", label: words.settings.leastAsk, hint: words.settings.leastHint },
] as const;

export function ChangeSettings({ settings, draft, onChange }: Props) {
  const { may } = useAdmin();
  const [isAware, setAware] = useState(false);
  const save = useSaveSettings(() => setAware(false));
  const isWarned = isUnconfirmed(save.error);
  const form = changeOf(draft, settings, isWarned && isAware);
  const isReady = form !== null && isChange(form) && (!isWarned || isAware);
  const set = (name: keyof SettingDraft, value: string) => {
    save.reset();
    setAware(false);
    onChange({ ...draft, [name]: value });
  };
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (form && isReady && !save.isPending) save.mutate(form);
  }
  return (
    <form
      className="settings"
      data-change-settings
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => event.key === "Enter" && isComposing(event) && event.preventDefault()}
    >
      {NUMBERS.map(({ name, label, hint }) => (
        <label key={name} className="setting">
          <span className="setting-name">{label}</span>
          <input
            className="input"
            name={name}
            inputMode="decimal"
            autoComplete="off"
            readOnly={!may.keep}
            value={draft[name]}
            onChange={(event) => set(name, event.target.value)}
          />
          <span className="quiet">{hint}</span>
        </label>
      ))}
      <label className="setting long">
        <span className="setting-name">{words.settings.region}</span>
        <input
          className="input"
          name="region"
          autoComplete="off"
          readOnly={!may.keep}
          value={draft.region}
          onChange={(event) => set("region", event.target.value)}
        />
        <span className="quiet">{words.settings.regionHint}</span>
      </label>
      {may.keep ? (
        <>
          <label className="setting long">
            <span className="setting-name">{words.settings.why}</span>
            <input
              className="input"
              name="note"
              maxLength={500}
              autoComplete="off"
              placeholder={words.settings.whyHint}
              value={draft.note}
              onChange={(event) => onChange({ ...draft, note: event.target.value })}
            />
          </label>
          <Refusal error={save.error} />
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
    </form>
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
