/** 警情清单: the matters that cross over between this platform and the police, by list and date. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useToasts } from "../../seat/toasts";
import { text } from "../../text";
import { words } from "../../text/owning";
import { type Matter, type MatterInput, type RulesOverview, rulesApi } from "../../wire/owning";
import { useAdmin } from "../context";
import { Asked, Refusal } from "../parts/Asked";
import { DayFields } from "./DayFields";
import { standing, validity } from "./Powers";
import { choicesOf } from "./rule";

const LISTS = ["to_police", "from_police"] as const;

export function PoliceLists({ known }: { known: RulesOverview }) {
  const { may } = useAdmin();
  const found = useQuery({ queryKey: ["rules", "police"], queryFn: rulesApi.matters });
  const [edited, setEdited] = useState<Matter | "new" | null>(null);
  return (
    <div role="tabpanel" className="tab-body" data-police-lists>
      <div className="rules-head">
        <h3>{words.police.title}</h3>
        <span className="quiet">{words.police.hint}</span>
        <span className="gap" />
        {may.keep ? (
          <button type="button" className="button small" data-add-matter onClick={() => setEdited("new")}>
            {words.police.add}
          </button>
        ) : null}
      </div>
      {edited ? (
        <MatterForm
          key={edited === "new" ? "new" : edited.id}
          matter={edited === "new" ? null : edited}
          known={known}
          onDone={() => setEdited(null)}
        />
      ) : null}
      <Asked found={found}>
        {(matters) => (
          <>
            {LISTS.map((list) => (
              <MatterTable
                key={list}
                title={words.rules.lists[list]}
                matters={matters.filter((matter) => matter.list === list)}
                onEdit={may.keep ? setEdited : null}
              />
            ))}
          </>
        )}
      </Asked>
    </div>
  );
}

interface TableProps {
  title: string;
  matters: readonly Matter[];
  onEdit: ((matter: Matter) => void) | null;
}

function MatterTable({ title, matters, onEdit }: TableProps) {
  return (
    <section className="part">
      <h3>{title}</h3>
      <table className="table">
        <thead>
          <tr>
            <th>{words.police.matter}</th>
            <th>{words.police.category}</th>
            <th>{words.rules.valid}</th>
            {onEdit ? <th aria-label={words.powers.change} /> : null}
          </tr>
        </thead>
        <tbody>
          {matters.map((matter) => (
            <tr key={matter.id} className={standing(matter) === "now" ? undefined : "spent"}>
              <td>{matter.matter}</td>
              <td>{matter.category ?? <span className="quiet">{words.police.noCategory}</span>}</td>
              <td className="nowrap">{validity(matter)}</td>
              {onEdit ? (
                <td className="ends">
                  <button type="button" className="link" onClick={() => onEdit(matter)}>
                    {words.powers.change}
                  </button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface FormProps {
  matter: Matter | null;
  known: RulesOverview;
  onDone: () => void;
}

function MatterForm({ matter, known, onDone }: FormProps) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const [form, setForm] = useState<MatterInput>(() => ({
    list: matter?.list ?? "to_police",
    matter: matter?.matter ?? "",
    category: matter?.category ?? null,
    valid_from: matter?.valid_from ?? "",
    valid_until: matter?.valid_until ?? null,
    note: matter?.note ?? null,
    reason: "",
  }));
  const set = (change: Partial<MatterInput>) => setForm((held) => ({ ...held, ...change }));
  const save = useMutation({
    mutationFn: () => rulesApi.keepMatter(matter?.id ?? null, form),
    onSuccess: () => {
      toasts.say(words.powers.saved);
      void queries.invalidateQueries({ queryKey: ["rules"] });
      onDone();
    },
  });
  const isReady = form.matter && form.valid_from && form.reason;
  return (
    <form
      className="rule-form"
      data-matter-form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !save.isPending) save.mutate();
      }}
    >
      <label className="field">
        <span className="field-label">{words.police.list}</span>
        <select
          className="input"
          value={form.list}
          onChange={(event) => set({ list: event.target.value as MatterInput["list"] })}
        >
          {LISTS.map((list) => (
            <option key={list} value={list}>
              {words.rules.lists[list]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="field-label">{words.police.matter}</span>
        <input
          className="input"
          value={form.matter}
          onChange={(event) => set({ matter: event.target.value })}
        />
      </label>
      <label className="field">
        <span className="field-label">{words.police.category}</span>
        <select
          className="input"
          value={form.category ?? ""}
          onChange={(event) => set({ category: event.target.value || null })}
        >
          <option value="">{words.police.noCategory}</option>
          {choicesOf("categories", known).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
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
