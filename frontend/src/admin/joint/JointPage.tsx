/** 联办设置: how soon a called unit comes, how long a company has, what makes tickets alike; and the companies outside. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { word } from "../../text";
import { words as common } from "../../text/admin";
import { words as joint } from "../../text/joint";
import { type JointSetting, type JointSettings, jointApi } from "../../wire/joint";
import { Asked, Refusal } from "../parts/Asked";
import type { Change } from "../parts/ChangeTable";
import { Input } from "../parts/Fields";
import { Form } from "../parts/Form";
import { History } from "../parts/History";
import { Bodies } from "./Bodies";
import { QUERY, useKept } from "./kept";

const words = joint.settings;
const FIGURES = ["report_in_minutes", "outside_days", "near_m", "within_days", "least_likeness"] as const;
type Figure = (typeof FIGURES)[number];
type Figures = Record<Figure, number>;

export function JointPage() {
  const found = useQuery({ queryKey: QUERY, queryFn: jointApi.settings });
  return (
    <main className="page" data-page="joint">
      <div className="page-head">
        <div>
          <h2>{words.title}</h2>
          <p className="quiet">{words.lead}</p>
        </div>
      </div>
      <Asked found={found}>
        {(settings) => (
          <>
            <Setting key={settings.settings[0]?.version} settings={settings} />
            <Bodies settings={settings} />
            <History
              about="outside_body"
              of={words.bodies}
              say={sayBody}
              labels={{ name: words.name, phone: words.phone, town: words.town, note: words.remark }}
            />
          </>
        )}
      </Asked>
    </main>
  );
}

function versionOf(_subject: string, { after }: Change): string {
  return words.version(Number(after?.version ?? 1));
}

/** A company's kind by its name, and no town as the whole district. */
function sayBody(field: string, value: unknown): string | undefined {
  if (field === "kind") return word(words.kinds, String(value));
  return field === "town" && !value ? words.allTowns : undefined;
}

function figuresOf(setting: JointSetting): Figures {
  const { report_in_minutes, outside_days, near_m, within_days, least_likeness } = setting;
  return { report_in_minutes, outside_days, near_m, within_days, least_likeness };
}

function Setting({ settings }: { settings: JointSettings }) {
  const held = settings.settings.find((each) => each.active);
  if (!held) return null;
  return <SettingForm held={held} />;
}

function SettingForm({ held }: { held: JointSetting }) {
  const [figures, setFigures] = useState<Figures>(figuresOf(held));
  const [note, setNote] = useState("");
  const save = useMutation({
    mutationFn: () => jointApi.changeSetting({ ...figures, note: note.trim() }),
    onSuccess: useKept(),
  });
  return (
    <Form
      refused={save.error}
      data-form="joint-setting"
      onSubmit={(event) => {
        event.preventDefault();
        if (note.trim()) save.mutate();
      }}
    >
      <h3>
        {words.figures} <span className="quiet">{words.version(held.version)}</span>
      </h3>
      <div className="limits-grid">
        {FIGURES.map((name) => (
          <label key={name} className="field">
            <span className="field-label">{words[name]}</span>
            <Input
              name={name}
              type="number"
              step={name === "least_likeness" ? 0.05 : 1}
              required
              value={figures[name]}
              onChange={(event) => setFigures({ ...figures, [name]: event.target.valueAsNumber })}
            />
          </label>
        ))}
      </div>
      <div className="filters">
        <Input
          name="note"
          placeholder={words.note}
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <button type="submit" className="button primary" disabled={!note.trim() || save.isPending} data-save>
          {common.save}
        </button>
      </div>
      <Refusal />
      <History
        about="joint_setting"
        of={words.figures}
        nameOf={versionOf}
        labels={Object.fromEntries(FIGURES.map((name) => [name, words[name]]))}
      />
    </Form>
  );
}
