/** 口径设置: weights, words and windows; each save is a version of its own, the former ones stay below. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { words as common } from "../../text/admin";
import { words } from "../../text/scores";
import { asProblem } from "../../wire/problem";
import { type RateSetting, type RateSettingForm, scoresApi } from "../../wire/scores";
import { useAdmin } from "../context";
import { Asked, Refusal } from "../parts/Asked";
import { History } from "../parts/History";
import { moment } from "../parts/moments";
import { QUOTED, RATE_LABELS, sayRates, settingOf } from "./said";
import { clock, minutesOf } from "./window";

export function SettingPage() {
  const { may } = useAdmin();
  const found = useQuery({ queryKey: ["rate-settings"], queryFn: scoresApi.settings });
  return (
    <div role="tabpanel" className="tab-body" data-rate-settings>
      <p className="quiet">{words.settingLead}</p>
      <Asked found={found}>
        {(versions) => {
          const active = versions.find((each) => each.active);
          return (
            <>
              {active && may.keep ? <Form key={active.version} active={active} /> : null}
              <Versions versions={versions} />
              <History
                about="rate_setting"
                nameOf={settingOf}
                say={sayRates}
                labels={RATE_LABELS}
                quoted={QUOTED}
              />
            </>
          );
        }}
      </Asked>
    </div>
  );
}

const NUMBERS = ["responded", "solved", "satisfied", "partly"] as const;
const split = (typed: string) => typed.split(/[\s,,、]+/).filter(Boolean);

function Form({ active }: { active: RateSetting }) {
  const queries = useQueryClient();
  const [draft, setDraft] = useState<RateSettingForm>({ ...pick(active), note: "" });
  const keep = useMutation({
    mutationFn: () => scoresApi.keepSetting(draft),
    onSuccess: (versions) => {
      queries.setQueryData(["rate-settings"], versions);
      void queries.invalidateQueries({ queryKey: ["rates"] });
      void queries.invalidateQueries({ queryKey: ["kept-changes"] });
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (draft.note.trim() !== "" && !keep.isPending) keep.mutate();
  }
  const isWrong = (name: string) => Boolean(keep.error && asProblem(keep.error).fieldDetail(name));
  const set = (change: Partial<RateSettingForm>) => setDraft((held) => ({ ...held, ...change }));
  return (
    <form className="layer-form" onSubmit={submit}>
      <div className="limits-grid">
        {NUMBERS.map((name) => (
          <label key={name} className="field">
            <span className="field-label">{words[name]}</span>
            <input
              className="input"
              type="number"
              name={name}
              min={0}
              max={1}
              step="any"
              aria-invalid={isWrong(name)}
              value={draft[name]}
              onChange={(event) => set({ [name]: Number(event.target.value) })}
            />
          </label>
        ))}
        <Said {...{ draft, isWrong }} onChange={set} />
        <Windows {...{ draft, isWrong }} onChange={set} />
      </div>
      <label className="field">
        <span className="field-label">{words.note}</span>
        <input
          className="input"
          name="note"
          maxLength={200}
          required
          value={draft.note}
          onChange={(event) => set({ note: event.target.value })}
        />
      </label>
      <Refusal error={keep.error} />
      <div className="form-end">
        <button
          type="submit"
          className="button primary"
          data-keep-setting
          aria-disabled={draft.note.trim() === "" || keep.isPending}
        >
          {common.save}
        </button>
      </div>
    </form>
  );
}

interface SaidProps {
  draft: RateSettingForm;
  /** Whether the service refused what is in a field. */
  isWrong: (name: string) => boolean;
  onChange: (change: Partial<RateSettingForm>) => void;
}

/** Which words of a call-back count in full, and which in part. */
function Said({ draft, isWrong, onChange: set }: SaidProps) {
  return (
    <>
      <label className="field">
        <span className="field-label">{words.satisfiedWords}</span>
        <input
          className="input"
          name="satisfied_words"
          aria-invalid={isWrong("satisfied_words")}
          defaultValue={draft.satisfied_words.join("、")}
          onChange={(event) => set({ satisfied_words: split(event.target.value) })}
        />
      </label>
      <label className="field">
        <span className="field-label">{words.partlyWords}</span>
        <input
          className="input"
          name="partly_words"
          aria-invalid={isWrong("partly_words")}
          defaultValue={draft.partly_words?.join("、")}
          onChange={(event) => set({ partly_words: split(event.target.value) })}
        />
      </label>
    </>
  );
}

/** From when a day and a month count, and how long the boards are. */
function Windows({ draft, isWrong, onChange: set }: SaidProps) {
  return (
    <>
      <label className="field">
        <span className="field-label">{words.dayStarts}</span>
        <input
          className="input"
          type="time"
          name="day_starts"
          aria-invalid={isWrong("day_starts")}
          value={clock(draft.day_starts)}
          onChange={(event) =>
            event.target.value ? set({ day_starts: minutesOf(event.target.value) }) : null
          }
        />
      </label>
      <label className="field">
        <span className="field-label">{words.monthStarts}</span>
        <input
          className="input"
          type="number"
          name="month_starts"
          aria-invalid={isWrong("month_starts")}
          min={1}
          max={28}
          value={draft.month_starts}
          onChange={(event) => set({ month_starts: Number(event.target.value) })}
        />
      </label>
      <label className="field">
        <span className="field-label">{words.board}</span>
        <input
          className="input"
          type="number"
          name="board"
          aria-invalid={isWrong("board")}
          min={1}
          max={20}
          value={draft.board}
          onChange={(event) => set({ board: Number(event.target.value) })}
        />
      </label>
    </>
  );
}

function pick(active: RateSetting): RateSettingForm {
  const { note, responded, solved, satisfied, partly, satisfied_words, partly_words } = active;
  const { day_starts, month_starts, board } = active;
  return {
    note,
    responded,
    solved,
    satisfied,
    partly,
    satisfied_words,
    partly_words,
    day_starts,
    month_starts,
    board,
  };
}

function Versions({ versions }: { versions: readonly RateSetting[] }) {
  return (
    <section className="part">
      <h3>{words.versions}</h3>
      <table className="table score-versions">
        <thead>
          <tr>
            <th>{words.version}</th>
            <th>{words.note}</th>
            <th>{words.responded}</th>
            <th>{words.solved}</th>
            <th>{words.satisfied}</th>
            <th>{words.partly}</th>
            <th>{words.dayStarts}</th>
            <th>{words.monthStarts}</th>
            <th>{words.board}</th>
            <th>{words.by_}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((each) => (
            <tr key={each.version} data-setting={each.version}>
              <td className="nowrap">
                {each.version} {each.active ? <span className="chip">{common.inForce}</span> : null}
              </td>
              <td>{each.note}</td>
              <td>{each.responded}</td>
              <td>{each.solved}</td>
              <td>{each.satisfied}</td>
              <td>{each.partly}</td>
              <td>{clock(each.day_starts)}</td>
              <td>{each.month_starts}</td>
              <td>{each.board}</td>
              <td className="nowrap">
                {each.created_by}
                <span className="under">{moment(each.created_at)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
