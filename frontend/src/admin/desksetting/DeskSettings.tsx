/** 指挥台提醒: words that sound like danger, and urgings too soon after another; tried on past tickets, kept as versions. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { text } from "../../text";
import { words } from "../../text/deskSetting";
import { type DeskSetting, deskSettingApi } from "../../wire/deskSetting";
import { Asked, Refusal } from "../parts/Asked";
import { Area, Input } from "../parts/Fields";
import { Form } from "../parts/Form";
import { History } from "../parts/History";
import { moment } from "../parts/moments";
import { DangerTry, useTrial } from "./DangerTry";
import { listed, same } from "./listed";

const LABELS = { danger_words: words.dangerWords, chase_minutes: words.chaseMinutes };
const QUERY = ["desk-settings"];

export function DeskSettings() {
  const found = useQuery({ queryKey: QUERY, queryFn: deskSettingApi.inForce });
  return (
    <main className="page" data-page="desksetting">
      <div className="page-head">
        <div>
          <h2>{words.title}</h2>
          <p className="quiet">{words.lead}</p>
        </div>
      </div>
      <Asked found={found}>{(setting) => <SettingForm key={setting.version} setting={setting} />}</Asked>
      <History about="desk_setting" nameOf={versionOf} labels={LABELS} />
    </main>
  );
}

const versionOf = (subject: string) => words.versionOf(Number(subject.split(":")[1]));

function SettingForm({ setting }: { setting: DeskSetting }) {
  const queries = useQueryClient();
  const [typed, setTyped] = useState(setting.danger_words.join("\n"));
  const [minutes, setMinutes] = useState(setting.chase_minutes);
  const [note, setNote] = useState("");
  const chosen = listed(typed);
  const isSame = same(chosen, setting.danger_words) && minutes === setting.chase_minutes;
  const save = useMutation({
    mutationFn: () =>
      deskSettingApi.change({
        based_on: setting.version,
        danger_words: chosen,
        chase_minutes: minutes,
        note: note.trim(),
      }),
    onSuccess: (kept) => {
      queries.setQueryData(QUERY, kept);
      void queries.invalidateQueries({ queryKey: ["kept-changes"] });
    },
  });
  const trial = useTrial();
  const tryOut: typeof trial.mutate = (asking) => {
    save.reset();
    trial.mutate(asking);
  };
  const isReady = !isSame && note.trim() !== "" && Number.isInteger(minutes) && !save.isPending;
  return (
    <Form
      refused={save.error ?? trial.error}
      data-form="desk-setting"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) save.mutate();
      }}
    >
      <p className="quiet">
        {words.version(setting.version, moment(setting.created_at), setting.created_by ?? words.program)}
      </p>
      <div className="desk-setting">
        <label className="field">
          <span className="field-label">
            {words.dangerWords}
            <span className="field-need">{words.count(chosen.length)}</span>
          </span>
          <Area
            name="danger_words"
            rows={12}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <span className="quiet">{words.dangerWordsWhat}</span>
        </label>
        <DangerTry chosen={chosen} trial={trial} onTry={tryOut} />
      </div>
      <label className="field desk-chase">
        <span className="field-label">{words.chaseMinutes}</span>
        <Input
          name="chase_minutes"
          type="number"
          min={5}
          max={1440}
          value={Number.isNaN(minutes) ? "" : minutes}
          onChange={(event) => setMinutes(event.target.valueAsNumber)}
        />
        <span className="quiet">{words.chaseWhat}</span>
      </label>
      <div className="filters">
        <Input
          name="note"
          aria-label={words.note}
          placeholder={words.note}
          maxLength={200}
          autoComplete="off"
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <button
          type="submit"
          className="button primary"
          disabled={!isReady}
          title={isSame ? words.same : undefined}
          data-save
        >
          {save.isPending ? text.act.sending : words.save}
        </button>
      </div>
      <Refusal error={save.error} />
    </Form>
  );
}
