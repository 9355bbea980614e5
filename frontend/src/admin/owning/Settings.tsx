/** 权属设置: when a rule is proposed, when passing on alarms, what counts as the same place; every version kept. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { text } from "../../text";
import { words } from "../../text/owning";
import { type OwningSetting, type OwningSettingForm, owningApi } from "../../wire/owning";
import { useAdmin } from "../context";
import { Asked, Refusal } from "../parts/Asked";
import { Input } from "../parts/Fields";
import { Form } from "../parts/Form";
import { History } from "../parts/History";

const FIELDS = [
  { name: "propose_after", label: words.owning.proposeAfter },
  { name: "alarm_hops", label: words.owning.alarmHops },
  { name: "near_m", label: words.owning.nearM },
] as const;
const LABELS = Object.fromEntries(FIELDS.map(({ name, label }) => [name, label]));
const OWN = { propose_after: 3, alarm_hops: 2, near_m: 300 };

export function OwningSettings() {
  const found = useQuery({ queryKey: ["owning", "settings"], queryFn: owningApi.settings });
  return (
    <div role="tabpanel" className="tab-body owning-body" data-owning-settings>
      <Asked found={found}>
        {(settings) => <Known key={settings[0]?.version ?? 0} settings={settings} />}
      </Asked>
    </div>
  );
}

function Known({ settings }: { settings: readonly OwningSetting[] }) {
  const { may } = useAdmin();
  const queries = useQueryClient();
  const held = settings.find(({ active }) => active);
  const [form, setForm] = useState<OwningSettingForm>({
    ...OWN,
    ...(held ? { propose_after: held.propose_after, alarm_hops: held.alarm_hops, near_m: held.near_m } : {}),
    note: "",
  });
  const save = useMutation({
    mutationFn: () => owningApi.saveSetting(form),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ["owning"] }),
  });
  return (
    <>
      <h3>{words.owning.settingTitle(held?.version ?? 0)}</h3>
      <Form
        refused={save.error}
        className="rule-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (form.note && !save.isPending) save.mutate();
        }}
      >
        {FIELDS.map(({ name, label }) => (
          <label key={name} className="field">
            <span className="field-label">{label}</span>
            <Input
              type="number"
              name={name}
              readOnly={!may.keep}
              value={form[name]}
              onChange={(event) => setForm({ ...form, [name]: event.target.valueAsNumber || 0 })}
            />
          </label>
        ))}
        {may.keep ? (
          <div className="wide">
            <label className="field">
              <span className="field-label">{words.powers.reason}</span>
              <Input
                name="note"
                maxLength={300}
                value={form.note}
                onChange={(event) => setForm({ ...form, note: event.target.value })}
              />
            </label>
            <Refusal />
            <button type="submit" className="button primary" aria-disabled={!form.note || save.isPending}>
              {save.isPending ? text.act.sending : words.powers.save}
            </button>
          </div>
        ) : null}
      </Form>
      {may.keep ? (
        <History
          about="owning_setting"
          nameOf={(subject) => words.rules.version(Number(subject.split(":")[1]))}
          labels={LABELS}
        />
      ) : null}
    </>
  );
}
