/** The limits in their order: looked at by everybody, edited as a draft by a keeper, saved whole as a new version. */
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import { text, word } from "../../text";
import { words } from "../../text/timetable";
import { type RuleDraft, type Timetable, timetableApi } from "../../wire/timetable";
import { useAdmin } from "../context";
import { Refusal } from "../parts/Asked";
import { Refusable, RefusablePart, refusalWithin, useMarks, useRefusal } from "../parts/Form";
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
  const [note, setNote] = useState("");
  const rules = draft ?? known.rules.map(({ ordinal: _, ...rule }) => rule);
  const onSuccess = useSaved(() => change(null));
  const save = useMutation({
    mutationFn: () => timetableApi.saveRules(known.version, note.trim(), rules),
    onSuccess,
  });
  // What was refused is not what is written now.
  const change = (next: readonly RuleDraft[] | null) => {
    save.reset();
    if (next === null) setNote("");
    onDraft(next);
  };
  return (
    <Refusable by={save.error}>
      <div role="tabpanel" className="tab-body" data-rules>
        <p className="quiet">{words.rules.lead}</p>
        <Table {...{ rules, setEditing }} onDraft={change} />
        {may.keep ? (
          <button
            type="button"
            className="button small"
            data-add-rule
            onClick={() => setEditing(rules.length)}
          >
            {words.rules.add}
          </button>
        ) : null}
        {may.keep && draft ? <Save {...{ note, setNote, save }} onUndo={() => change(null)} /> : null}
        {editing !== null ? (
          <Edited
            {...{ rules, editing }}
            refused={save.error}
            onDraft={change}
            onClose={() => setEditing(null)}
          />
        ) : null}
      </div>
    </Refusable>
  );
}

interface EditedProps {
  rules: readonly RuleDraft[];
  editing: number;
  refused: Error | null;
  onDraft: (draft: readonly RuleDraft[]) => void;
  onClose: () => void;
}

/** The rule in hand; what was refused of it stands at its fields. */
function Edited({ rules, editing, refused, onDraft, onClose }: EditedProps) {
  const isNew = editing >= rules.length;
  const mine = useMemo(() => refusalWithin(refused, `rules.${editing}`), [refused, editing]);
  return (
    <RuleDialog
      rule={rules[editing] ?? NEW}
      title={isNew ? words.rules.newTitle : words.rules.editTitle(editing + 1)}
      refused={mine}
      onDone={(rule) => {
        onDraft(isNew ? [...rules, rule] : rules.map((each, at) => (at === editing ? rule : each)));
        onClose();
      }}
      onClose={onClose}
    />
  );
}

interface TableProps {
  rules: readonly RuleDraft[];
  setEditing: (at: number) => void;
  onDraft: (draft: readonly RuleDraft[]) => void;
}

function Table({ rules, setEditing, onDraft }: TableProps) {
  const { may } = useAdmin();
  return (
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
            <RefusablePart key={at} of={`rules.${at}`}>
              <Line {...{ rule, at }} onEdit={() => setEditing(at)}>
                <Moves {...{ rules, at, onDraft }} />
              </Line>
            </RefusablePart>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** In which column what is refused of a rule stands; of the rule as a whole it stands in all. */
const COLUMNS: Readonly<Record<string, string>> = {
  "": "all",
  clock: "clock",
  limit_text: "limit",
  share: "limit",
  reason: "reason",
};

interface LineProps {
  rule: RuleDraft;
  at: number;
  onEdit: () => void;
  children: ReactNode;
}

/** A rule as a row; what it was refused for stands at its name, and the focus goes to where it is edited. */
function Line({ rule, at, onEdit, children }: LineProps) {
  const { may } = useAdmin();
  const fault = useRefusal().fields[0];
  const { marks, said } = useMarks(fault);
  const column = fault ? (COLUMNS[fault.field.split(".")[0] ?? ""] ?? "when") : null;
  const look = (name: string, own = "") => (column === name || column === "all" ? `${own} refused` : own);
  return (
    <tr data-rule={at + 1}>
      <td className="figure">{at + 1}</td>
      <td className={look("clock", "nowrap")}>{words.rules.kinds[rule.clock]}</td>
      <td className={look("limit", "nowrap")}>
        {words.rules.limitOf(rule.limit_text)}
        {rule.share ? (
          <span className="under">
            {words.rules.share} {percentOf(rule.share, 1)}
          </span>
        ) : null}
      </td>
      <td>
        <span className={look("reason")}>{rule.reason}</span>
        {said}
      </td>
      <td className={look("when")}>{conditionsOf(rule).join(text.dot) || words.rules.any}</td>
      {may.keep ? (
        <td className="ends nowrap">
          {children}
          <button type="button" className="button small" data-edit={at + 1} onClick={onEdit} {...marks}>
            {words.rules.edit}
          </button>
        </td>
      ) : null}
    </tr>
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

interface SaveProps {
  note: string;
  setNote: (note: string) => void;
  save: { isPending: boolean; mutate: () => void };
  onUndo: () => void;
}

function Save({ note, setNote, save, onUndo }: SaveProps) {
  return (
    <form
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
        <button type="button" className="button" onClick={onUndo}>
          {words.rules.undo}
        </button>
      </div>
    </form>
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
