/** A draft in hand: its rules edited and moved, saved, tried on past tickets, activated now or at a time, or given up. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useToasts } from "../../seat/toasts";
import { text } from "../../text";
import { words } from "../../text/owning";
import { type Rule, type RulesOverview, type RuleVersionDetail, rulesApi } from "../../wire/owning";
import { useAdmin } from "../context";
import { Refusal } from "../parts/Asked";
import { Input } from "../parts/Fields";
import { Refusable, RefusablePart } from "../parts/Form";
import { moment } from "../parts/moments";
import { Activate, GiveUp, Trying } from "./DraftSteps";
import { RuleEditor } from "./RuleEditor";
import { RuleTable } from "./RuleTable";
import { BLANK, moved, ordinalAt, unnumbered } from "./rule";
import { TrialResult } from "./TrialResult";

interface Props {
  detail: RuleVersionDetail;
  known: RulesOverview;
}

export function Draft({ detail, known }: Props) {
  const { may } = useAdmin();
  const [rules, setRules] = useState<readonly Rule[]>(() => detail.listed.map(unnumbered));
  const [note, setNote] = useState(detail.note);
  const [edited, setEdited] = useState<number | null>(null);
  const [isChanged, setChanged] = useState(false);
  const save = useSave(detail, note, rules);
  const edit = (next: readonly Rule[]) => {
    setChanged(true);
    setRules(next);
  };
  // A rule that stands elsewhere now is not the one that was refused there.
  const change = (next: readonly Rule[]) => {
    save.reset();
    edit(next);
  };
  const replaced = (at: number, rule: Rule) => edit(rules.map((each, index) => (index === at ? rule : each)));
  const held = edited === null ? undefined : rules[edited];
  const canEdit = may.keep && detail.state === "draft";
  return (
    <Refusable by={save.error}>
      <Head {...{ detail, note, setNote, isChanged, canEdit }} save={save} />
      {held && edited !== null ? (
        <RefusablePart of={String(ordinalAt(edited))}>
          <RuleEditor
            key={edited}
            rule={held}
            known={known}
            onChange={(rule) => replaced(edited, rule)}
            onDone={() => setEdited(null)}
          />
        </RefusablePart>
      ) : canEdit ? (
        <button
          type="button"
          className="button small"
          data-add-rule
          onClick={() => {
            change([{ ...BLANK, name: words.rules.newRule }, ...rules]);
            setEdited(0);
          }}
        >
          {words.rules.add}
        </button>
      ) : null}
      <TrialResult trial={isChanged ? null : detail.trial} />
      <RuleTable
        {...{ rules, known }}
        open={edited}
        trial={isChanged ? null : detail.trial}
        acts={canEdit ? (at) => <Acts {...{ at, rules, change, replaced, setEdited }} /> : undefined}
      />
    </Refusable>
  );
}

function useSave(detail: RuleVersionDetail, note: string, rules: readonly Rule[]) {
  const queries = useQueryClient();
  const toasts = useToasts();
  return useMutation({
    mutationFn: () => rulesApi.save(detail.version, detail.revision, note, rules),
    onSuccess: () => {
      toasts.say(words.rules.saved);
      void queries.invalidateQueries({ queryKey: ["rules"] });
    },
  });
}

interface HeadProps {
  detail: RuleVersionDetail;
  note: string;
  setNote: (note: string) => void;
  save: { isPending: boolean; mutate: () => void };
  isChanged: boolean;
  canEdit: boolean;
}

function Head({ detail, note, setNote, save, isChanged, canEdit }: HeadProps) {
  const isTried = detail.tried_revision === detail.revision && !isChanged;
  return (
    <>
      <div className="rules-head">
        <h3>{words.rules.version(detail.version)}</h3>
        <span className="chip">{words.rules.states[detail.state]}</span>
        {detail.starts_at ? <span>{words.rules.scheduledFor(moment(detail.starts_at))}</span> : null}
        {canEdit ? (
          <Input
            name="note"
            aria-label={words.rules.note}
            maxLength={300}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        ) : (
          <span className="quiet">{detail.note}</span>
        )}
        {isChanged ? <span className="quiet">{words.rules.unsaved}</span> : null}
        <span className="gap" />
        {canEdit && isChanged ? (
          <button
            type="button"
            className="button primary"
            data-save-draft
            aria-disabled={save.isPending}
            onClick={() => save.isPending || save.mutate()}
          >
            {save.isPending ? text.act.sending : words.rules.save}
          </button>
        ) : null}
        {canEdit && !isChanged ? <Activate detail={detail} isReady={isTried} /> : null}
        <GiveUp detail={detail} />
      </div>
      <Refusal />
      {canEdit && !isChanged ? <Trying detail={detail} isTried={isTried} /> : null}
    </>
  );
}

interface ActsProps {
  at: number;
  rules: readonly Rule[];
  change: (rules: readonly Rule[]) => void;
  replaced: (at: number, rule: Rule) => void;
  setEdited: (at: number | null) => void;
}

function Acts({ at, rules, change, replaced, setEdited }: ActsProps) {
  const rule = rules[at];
  if (!rule) return null;
  const acts = [
    { name: "edit", label: words.rules.edit, run: () => setEdited(at) },
    { name: "up", label: words.rules.up, run: () => change(moved(rules, at, -1)) },
    { name: "down", label: words.rules.down, run: () => change(moved(rules, at, 1)) },
    {
      name: "enable",
      label: rule.enabled ? words.rules.off : words.rules.on,
      run: () => replaced(at, { ...rule, enabled: !rule.enabled }),
    },
    {
      name: "remove",
      label: words.rules.remove,
      run: () => {
        setEdited(null);
        change(rules.filter((_, index) => index !== at));
      },
    },
  ];
  return (
    <span className="rule-acts">
      {acts.map(({ name, label, run }) => (
        <button key={name} type="button" className="link" data-act={name} onClick={run}>
          {label}
        </button>
      ))}
    </span>
  );
}
