/** 联办设置: how soon a called unit comes, how long a company has, what makes tickets alike; and the companies outside. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { words as common } from "../../text/admin";
import { words as joint } from "../../text/joint";
import { type JointSetting, type JointSettings, jointApi } from "../../wire/joint";
import { Asked, Refusal } from "../parts/Asked";
import { moment } from "../parts/moments";
import { Bodies } from "./Bodies";

const words = joint.settings;
export const QUERY = ["joint-settings"];
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
            <Changes settings={settings} />
          </>
        )}
      </Asked>
    </main>
  );
}

/** Keeps what a change came to. */
export function useKept() {
  const queries = useQueryClient();
  return (settings: JointSettings) => queries.setQueryData(QUERY, settings);
}

function figuresOf(setting: JointSetting): Figures {
  const { report_in_minutes, outside_days, near_m, within_days, least_likeness } = setting;
  return { report_in_minutes, outside_days, near_m, within_days, least_likeness };
}

function Setting({ settings }: { settings: JointSettings }) {
  const held = settings.settings.find((each) => each.active);
  if (!held) return null;
  return <SettingForm held={held} settings={settings} />;
}

function SettingForm({ held, settings }: { held: JointSetting; settings: JointSettings }) {
  const [figures, setFigures] = useState<Figures>(figuresOf(held));
  const [note, setNote] = useState("");
  const save = useMutation({
    mutationFn: () => jointApi.changeSetting({ ...figures, note: note.trim() }),
    onSuccess: useKept(),
  });
  return (
    <form
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
            <input
              className="input"
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
        <input
          className="input"
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
      <Refusal error={save.error} />
      <Versions settings={settings} />
    </form>
  );
}

function Versions({ settings }: { settings: JointSettings }) {
  return (
    <details>
      <summary>{words.versions}</summary>
      <table className="table">
        <thead>
          <tr>
            <th>#</th>
            {FIGURES.map((name) => (
              <th key={name}>{words[name]}</th>
            ))}
            <th>{words.note}</th>
            <th>{common.period}</th>
          </tr>
        </thead>
        <tbody>
          {settings.settings.map((each) => (
            <tr key={each.version} data-version={each.version}>
              <td>{each.version}</td>
              {FIGURES.map((name) => (
                <td key={name}>{each[name]}</td>
              ))}
              <td>{each.note}</td>
              <td>{[moment(each.created_at), each.created_by].filter(Boolean).join(" ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Changes({ settings }: { settings: JointSettings }) {
  return (
    <section data-section="joint-changes">
      <h3>{words.changes}</h3>
      {settings.changes.length === 0 ? <p className="quiet">{words.changesNone}</p> : null}
      <ul className="letters">
        {settings.changes.map((each) => (
          <li key={each.id} className="letter">
            <strong>{`${words.subject(each.subject)} · ${words.what[each.what] ?? each.what}`}</strong>
            <span className="quiet">{[moment(each.at), each.person].filter(Boolean).join(" ")}</span>
            <span className="letter-why">
              {[nameOf(each.after), each.reason].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameOf(after: Record<string, unknown> | null): string {
  return typeof after?.name === "string" ? after.name : "";
}
