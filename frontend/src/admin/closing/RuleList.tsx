/** The rules of one kind: those in force in their order, the former ones folded beneath. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Face } from "../../look/Failure";
import { useToasts } from "../../seat/toasts";
import { text } from "../../text";
import { words } from "../../text/admin";
import { closingApi, type RuleKind } from "../../wire/closing";
import { Dialog } from "../parts/Dialog";
import { History } from "../parts/History";
import { moment } from "../parts/moments";
import { SearchBox } from "../parts/SearchBox";
import { PasteWords } from "./PasteWords";
import { RuleForm } from "./RuleForm";
import { ABOUT, conditionsOf, LABELS, type Rule, sayOf } from "./rules";

/** A list of words may be thousands long: from so many on it is searched, and so many of them are drawn. */
const MANY = 12;
const MOST_SHOWN = 200;

interface Props {
  kind: RuleKind;
  rules: readonly Rule[];
  placeholders: readonly string[];
}

export function RuleList({ kind, rules, placeholders }: Props) {
  const [changing, setChanging] = useState<Rule | "new" | null>(null);
  const [ending, setEnding] = useState<Rule | null>(null);
  const [isPasting, setPasting] = useState(false);
  const [sought, setSought] = useState("");
  const held = rules.filter((rule) => rule.ended_at === null);
  const found = held.filter((rule) => !("word" in rule) || rule.word.includes(sought.trim()));
  const shown = kind === "words" ? found.slice(0, MOST_SHOWN) : found;
  const told = words.closing;
  return (
    <>
      <div className="page-head">
        <p className="quiet">
          {kind === "evidence" || kind === "signoff" ? told.firstFits : ""}
          {kind === "evidence" ? ` ${told.doubtNote}` : ""}
          {kind === "texts"
            ? told.placeholders(placeholders.map((each) => `{${each}}`).join(text.comma))
            : ""}
        </p>
        <span className="page-acts">
          {kind === "words" ? (
            <button type="button" className="button" data-paste onClick={() => setPasting(true)}>
              {told.paste}
            </button>
          ) : null}{" "}
          <button type="button" className="button primary" data-add={kind} onClick={() => setChanging("new")}>
            {told.add}
          </button>
        </span>
      </div>
      {kind === "words" && held.length > MANY ? (
        <SearchBox name="sought" label={told.find(held.length)} value={sought} onChange={setSought} />
      ) : null}
      {held.length === 0 ? (
        <Face title={told.none} hint={told.beyond(told.tabs[kind])} />
      ) : (
        <Table kind={kind} rules={shown} onChange={setChanging} onEnd={setEnding} />
      )}
      {found.length > shown.length ? <p className="quiet">{told.more(found.length - shown.length)}</p> : null}
      <History
        about={ABOUT[kind]}
        of={told.tabs[kind]}
        say={(field, value) => sayOf(kind, field, value)}
        labels={LABELS[kind]}
      />
      {changing ? (
        <RuleForm kind={kind} rule={changing === "new" ? null : changing} onClose={() => setChanging(null)} />
      ) : null}
      {isPasting ? <PasteWords onClose={() => setPasting(false)} /> : null}
      {ending ? <End kind={kind} rule={ending} onClose={() => setEnding(null)} /> : null}
    </>
  );
}

interface TableProps {
  kind: RuleKind;
  rules: readonly Rule[];
  onChange?: (rule: Rule) => void;
  onEnd?: (rule: Rule) => void;
}

function Table({ kind, rules, onChange, onEnd }: TableProps) {
  const told = words.closing;
  return (
    <div className="table-box">
      <table className="table">
        <thead>
          <tr>
            {kind === "words" ? null : <th className="figure">{told.fields.ordinal}</th>}
            <th>{kind === "words" ? told.fields.word : told.conditions}</th>
            {kind === "texts" ? null : <th>{told.asks}</th>}
            <th>{kind === "texts" ? told.fields.words : told.fields.reason}</th>
            <th>{words.state}</th>
            <th aria-label={words.act} />
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.id} className={rule.ended_at ? "spent" : undefined} data-rule={rule.id}>
              {"ordinal" in rule ? <td className="figure">{rule.ordinal}</td> : null}
              <td translate={kind === "words" ? "no" : undefined}>
                <Conditions kind={kind} rule={rule} />
              </td>
              {kind === "texts" ? null : <td>{asksOf(rule)}</td>}
              <td translate="no">{"words" in rule ? rule.words : rule.reason}</td>
              <td>
                {told.made(moment(rule.created_at), rule.created_by ?? "")}
                {rule.ended_at ? (
                  <span className="under">{told.ended(moment(rule.ended_at), rule.ended_by ?? "")}</span>
                ) : null}
              </td>
              <td className="ends">
                {onChange ? (
                  <button
                    type="button"
                    className="button small"
                    data-change={rule.id}
                    onClick={() => onChange(rule)}
                  >
                    {told.change}
                  </button>
                ) : null}{" "}
                {onEnd ? (
                  <button
                    type="button"
                    className="button small danger"
                    data-end={rule.id}
                    onClick={() => onEnd(rule)}
                  >
                    {told.end}
                  </button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Conditions({ kind, rule }: { kind: RuleKind; rule: Rule }) {
  if ("word" in rule) return <strong>{rule.word}</strong>;
  const told = conditionsOf(kind, rule);
  if ("title" in rule) {
    return (
      <>
        <strong>{rule.title}</strong>
        <span className="under">
          {[...told, rule.unit_name ?? words.closing.wholeDistrict].join(text.dot)}
        </span>
      </>
    );
  }
  return <>{told.length > 0 ? told.join(text.dot) : words.closing.any}</>;
}

/** What a rule asks for, in words. */
function asksOf(rule: Rule): string {
  const told = words.closing;
  if ("signer" in rule) return told.signers[rule.signer];
  if ("word" in rule) return rule.instead ? `${told.fields.instead} ${rule.instead}` : "";
  if (!("kinds" in rule)) return "";
  return [
    rule.kinds.map((kind) => told.kinds[kind]).join(text.comma),
    told.atLeast(rule.least),
    rule.within_m ? told.within(rule.within_m) : "",
    rule.within_hours ? told.takenWithin(rule.within_hours) : "",
  ]
    .filter(Boolean)
    .join(text.dot);
}

function End({ kind, rule, onClose }: { kind: RuleKind; rule: Rule; onClose: () => void }) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const end = useMutation({
    mutationFn: () => closingApi.endRule(kind, rule.id),
    onSuccess: () => {
      toasts.say(words.closing.saved);
      void queries.invalidateQueries({ queryKey: ["closing-rules"] });
      onClose();
    },
  });
  return (
    <Dialog
      title={words.closing.endTitle}
      confirm={words.closing.end}
      isDanger
      isSending={end.isPending}
      refused={end.error}
      onConfirm={() => end.mutate()}
      onClose={onClose}
    >
      <p>{words.closing.endWhat}</p>
    </Dialog>
  );
}
