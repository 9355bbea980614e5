/** A power of a town as a form: added, put right, or taken back by its last day. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useToasts } from "../../seat/toasts";
import { text } from "../../text";
import { words } from "../../text/owning";
import { type Power, type PowerInput, type RulesOverview, rulesApi } from "../../wire/owning";
import { Refusal } from "../parts/Asked";
import { DayFields } from "./DayFields";
import { Many } from "./Many";
import { choicesOf } from "./rule";

interface Props {
  power: Power | null;
  known: RulesOverview;
  onDone: () => void;
}

function blank(power: Power | null): PowerInput {
  return {
    power: power?.power ?? "",
    categories: power?.categories ?? [],
    town: power?.town ?? "",
    bureau: power?.bureau ?? 0,
    valid_from: power?.valid_from ?? "",
    valid_until: power?.valid_until ?? null,
    note: power?.note ?? null,
    reason: "",
  };
}

export function PowerForm({ power, known, onDone }: Props) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const [form, setForm] = useState(() => blank(power));
  const set = (change: Partial<PowerInput>) => setForm((held) => ({ ...held, ...change }));
  const save = useMutation({
    mutationFn: () => rulesApi.keepPower(power?.id ?? null, form),
    onSuccess: () => {
      toasts.say(words.powers.saved);
      void queries.invalidateQueries({ queryKey: ["rules"] });
      onDone();
    },
  });
  const isReady =
    form.power && form.categories.length > 0 && form.town && form.bureau && form.valid_from && form.reason;
  return (
    <form
      className="rule-form"
      data-power-form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !save.isPending) save.mutate();
      }}
    >
      <label className="field wide">
        <span className="field-label">{words.powers.power}</span>
        <input
          className="input"
          value={form.power}
          onChange={(event) => set({ power: event.target.value })}
        />
      </label>
      <Many
        name="categories"
        label={words.powers.categories}
        choices={choicesOf("categories", known)}
        values={form.categories}
        onChange={(categories) => set({ categories: categories ?? [] })}
      />
      <label className="field">
        <span className="field-label">{words.powers.town}</span>
        <select className="input" value={form.town} onChange={(event) => set({ town: event.target.value })}>
          <option value="">{words.rules.choose}</option>
          {known.towns.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="field-label">{words.powers.bureau}</span>
        <select
          className="input"
          value={form.bureau || ""}
          onChange={(event) => set({ bureau: Number(event.target.value) })}
        >
          <option value="">{words.rules.choose}</option>
          {known.units
            .filter(({ kind }) => kind === "department")
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      </label>
      <DayFields form={form} set={set} />
      <div className="wide">
        <Refusal error={save.error} />
        <button type="submit" className="button primary" aria-disabled={!isReady || save.isPending}>
          {save.isPending ? text.act.sending : words.powers.save}
        </button>{" "}
        <button type="button" className="button" onClick={onDone}>
          {text.act.cancel}
        </button>
      </div>
    </form>
  );
}
