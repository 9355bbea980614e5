/** The limits in their order: looked at by everybody, edited as a draft by a keeper, saved whole as a new version. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { text, word } from "../../text";
import { words } from "../../text/timetable";
import { type RuleDraft, type Timetable, timetableApi } from "../../wire/timetable";
import { useAdmin } from "../context";
import { Refusal } from "../parts/Asked";
import { Form } from "../parts/Form";
import { percentOf } from "../parts/figures";
import { NoteField } from "./NoteField";
import { RuleDialog } from "./RuleDialog";
import { useSaved } from "./saving";

const NEW: RuleDraft = { clock: "sign", limit_text: "", reason: "", counts_first_day: false };

interface Props {
  known: Timetable;
  /** What was changed and is not saved yet. */
  draft: readonly RuleDraft[] | null;
  onDraft: (draft: readonly RuleDraft[] | null) => void;
}

export function RuleList({ known, draft, onDraft }: Props) {
  const { may } = useAdmin();
  const [editing, setEditing] = useState<number | null>(null);
  const rules = draft ?? known.rules.map(({ ordinal: _, ...rule }) => rule);
  const put = (at: number, rule: RuleDraft) =>
    onDraft(at < rules.length ? rules.map((each, of) => (of === at ? rule : each)) : [...rules, rule]);
  return (
    <div role="tabpanel" className="tab-body" data-rules>
      <p className="quiet">{words.rules.lead}</p>
      <div className="table-box">
        <table className="table">
          <thead>
            <tr>
              <th className="figure">{words.rules.number}</th>
              <th>{words.rules.clock}</th>
              <th>{words.rules.limit}</th>
              <th>{words.rules.reason}</th>
              <th>{words.rules.when}</th>
              {may.keep ? <th aria-label={words.rules.edit} /> : null}
            </tr>
          </thead>
          <tbody>
            {rules.map((rule, at) => (
              <tr key={at} data-rule={at + 1}>
                <td className="figure">{at + 1}</td>
                <td className="nowrap">{words.rules.kinds[rule.clock]}</td>
                <td className="nowrap">
                  {words.rules.limitOf(rule.limit_text)}
                  {rule.share ? (
                    <span className="under">
                      {words.rules.share} {percentOf(rule.share, 1)}
                    </span>
                  ) : null}
                </td>
                <td>{rule.reason}</td>
                <td>{conditionsOf(rule).join(text.dot) || words.rules.any}</td>
                {may.keep ? (
                  <td className="ends nowrap">
                    <Moves {...{ rules, at, onDraft }} />
                    <button
                      type="button"
                      className="button small"
                      data-edit={at + 1}
                      onClick={() => setEditing(at)}
                    >
                      {words.rules.edit}
                    </button>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {may.keep ? (
        <>
          <button
            type="button"
            className="button small"
            data-add-rule
            onClick={() => setEditing(rules.length)}
          >
            {words.rules.add}
          </button>
          {draft ? <Save {...{ known, draft, onDraft }} /> : null}
        </>
      ) : null}
      {editing !== null ? (
        <RuleDialog
          rule={rules[editing] ?? NEW}
          title={editing < rules.length ? words.rules.editTitle(editing + 1) : words.rules.newTitle}
          onDone={(rule) => {
            put(editing, rule);
            setEditing(null);
          }}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </div>
  );
}

interface MovesProps {
  rules: readonly RuleDraft[];
  at: number;
  onDraft: (draft: readonly RuleDraft[]) => void;
}

function Moves({ rules, at, onDraft }: MovesProps) {
  function swap(to: number): void {
    const next = [...rules];
    const [rule] = next.splice(at, 1);
    if (rule) next.splice(to, 0, rule);
    onDraft(next);
  }
  return (
    <>
      <button
        type="button"
        className="link"
        disabled={at === 0}
        title={words.rules.up}
        onClick={() => swap(at - 1)}
      >
        ↑
      </button>{" "}
      <button
        type="button"
        className="link"
        disabled={at === rules.length - 1}
        title={words.rules.down}
        onClick={() => swap(at + 1)}
      >
        ↓
      </button>{" "}
      <button
        type="button"
        className="link"
        title={words.rules.remove}
        onClick={() => onDraft(rules.filter((_, of) => of !== at))}
      >
        {words.rules.remove}
      </button>{" "}
    </>
  );
}

function Save({
  known,
  draft,
  onDraft,
}: {
  known: Timetable;
  draft: readonly RuleDraft[];
  onDraft: Props["onDraft"];
}) {
  const [note, setNote] = useState("");
  const onSuccess = useSaved(() => onDraft(null));
  const save = useMutation({
    mutationFn: () => timetableApi.saveRules(known.version, note.trim(), draft),
    onSuccess,
  });
  return (
    <Form
      refused={save.error}
      className="rules-save"
      onSubmit={(event) => {
        event.preventDefault();
        if (note.trim() && !save.isPending) save.mutate();
      }}
    >
      <p className="notice" role="status">
        {words.rules.changed}
      </p>
      <NoteField value={note} onChange={setNote} />
      <Refusal />
      <div className="form-end">
        <button type="submit" className="button primary" data-save-rules aria-disabled={!note.trim()}>
          {words.rules.save}
        </button>
        <button type="button" className="button" onClick={() => onDraft(null)}>
          {words.rules.undo}
        </button>
      </div>
    </Form>
  );
}

function conditionsOf(rule: RuleDraft): string[] {
  const valid = rule.valid_from || rule.valid_until;
  return [
    ...(rule.types ?? []).map((each) => word(text.type, each)),
    ...(rule.urgencies ?? []).map((each) => word(text.urgency, each)),
    ...(rule.categories ?? []),
    ...(rule.unit_kinds ?? []).map((each) => word(words.rules.unitKindNames, each)),
    ...(rule.units?.length ? [`${words.rules.units} ${rule.units.length}`] : []),
    ...(valid ? [words.rules.valid(rule.valid_from ?? "", rule.valid_until ?? "")] : []),
    ...(rule.counts_first_day ? [words.rules.firstDay] : []),
  ];
}
