/** The settings of the rates as a form: what is wrong is said beside each field, and the sum of the weights as one types. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { words as common } from "../../text/admin";
import { words } from "../../text/scores";
import { type RateSetting, type RateSettingForm, scoresApi } from "../../wire/scores";
import { Refusal } from "../parts/Asked";
import { Input } from "../parts/Fields";
import { Form } from "../parts/Form";
import { draftOf, faultsOf, formOf, NUMBERS, type NumberName, type RateDraft, sumOf, WEIGHTS } from "./rates";
import { RATE_LABELS } from "./said";

const LABELS: Record<keyof RateDraft, string> = {
  ...RATE_LABELS,
  note: words.note,
};

export function RatesForm({ active }: { active: RateSetting }) {
  const [draft, setDraft] = useState(() => draftOf(active));
  const [isTried, setTried] = useState(false);
  const keep = useKeep();
  const form = formOf(draft);
  const faults = faultsOf(draft);
  // Nobody is told to explain before having had the chance to.
  if (!isTried) faults.note = undefined;
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    setTried(true);
    if (form && !keep.isPending) keep.mutate(form);
    else if (!form) goToFirst(event.currentTarget, draft);
  }
  const fieldOf = (name: keyof RateDraft) => ({
    name,
    value: draft[name],
    fault: faults[name],
    onChange: (value: string) => setDraft((held) => ({ ...held, [name]: value })),
  });
  return (
    <Form className="layer-form" refused={keep.error} noValidate onSubmit={submit}>
      <div className="limits-grid">
        {WEIGHTS.map((name) => (
          <RateField key={name} {...fieldOf(name)} />
        ))}
        <Sum draft={draft} />
        <RateField {...fieldOf("partly")} />
        <RateField {...fieldOf("satisfied_words")} />
        <RateField {...fieldOf("partly_words")} />
        <RateField {...fieldOf("day_starts")} type="time" />
        <RateField {...fieldOf("month_starts")} />
        <RateField {...fieldOf("board")} />
      </div>
      <RateField {...fieldOf("note")} maxLength={200} />
      <Refusal />
      <div className="form-end">
        <button
          type="submit"
          className="button primary"
          data-keep-setting
          aria-disabled={form === null || keep.isPending}
        >
          {common.save}
        </button>
      </div>
    </Form>
  );
}

function useKeep() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (form: RateSettingForm) => scoresApi.keepSetting(form),
    onSuccess: (versions) => {
      queries.setQueryData(["rate-settings"], versions);
      void queries.invalidateQueries({ queryKey: ["rates"] });
      void queries.invalidateQueries({ queryKey: ["kept-changes"] });
    },
  });
}

/** To what has to be mended first: a field, or the weights that do not make one. */
function goToFirst(form: HTMLFormElement, draft: RateDraft): void {
  const faults = faultsOf(draft);
  const names = [...form.querySelectorAll("input")];
  const wanted = names.find((each) => each.name in faults) ?? names[0];
  wanted?.focus();
}

/** What the weights come to, while they are typed. */
function Sum({ draft }: { draft: RateDraft }) {
  const sum = sumOf(draft);
  if (sum === null) return null;
  return (
    <p className={`rate-sum ${sum === 1 ? "quiet" : "problem"}`} role="status" data-sum={sum}>
      {sum === 1 ? words.sumRight : words.sumWrong(String(sum))}
    </p>
  );
}

interface FieldProps {
  name: keyof RateDraft;
  value: string;
  /** Why this cannot be sent. */
  fault: string | undefined;
  onChange: (value: string) => void;
  type?: "text" | "time";
  maxLength?: number;
}

/** One field, a number where the setting is one, with what is wrong under it. */
function RateField({ name, value, fault, onChange, type = "text", maxLength }: FieldProps) {
  const bounds = name in NUMBERS ? NUMBERS[name as NumberName] : null;
  return (
    <label className="field">
      <span className="field-label">{LABELS[name]}</span>
      <Input
        autoComplete="off"
        {...{ name, value, maxLength }}
        type={bounds ? "number" : type}
        min={bounds?.least}
        max={bounds?.most}
        step={bounds && !bounds.isWhole ? "any" : undefined}
        fault={fault}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
