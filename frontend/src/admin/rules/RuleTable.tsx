/** The rules of a version in their order; of a draft each with what may be done to it. */
import type { ReactNode } from "react";
import { words } from "../../text/owning";
import type { Rule, RulesOverview, Trial } from "../../wire/owning";
import { Faults, RefusablePart } from "../parts/Form";
import { count } from "../parts/figures";
import { conditions, ordinalAt, targetWords, validWords } from "./rule";

interface Props {
  rules: readonly Rule[];
  known: RulesOverview;
  trial: Trial | null;
  /** The place of the rule whose form is open: what is refused of it stands there. */
  open?: number | null;
  /** What may be done to the rule at a place. */
  acts?: (at: number) => ReactNode;
}

export function RuleTable({ rules, known, trial, open = null, acts }: Props) {
  return (
    <div className="table-box">
      <table className="table rule-table" data-rule-table>
        <thead>
          <tr>
            <th>{words.rules.order}</th>
            <th>{words.rules.name}</th>
            <th>{words.rules.when}</th>
            <th>{words.rules.target}</th>
            <th>{words.rules.valid}</th>
            {trial ? <th className="figure">{words.rules.taken}</th> : null}
            {acts ? <th aria-label={words.rules.edit} /> : null}
          </tr>
        </thead>
        <tbody>
          {rules.map((rule, at) => {
            const ordinal = String((rule as { ordinal?: number }).ordinal ?? ordinalAt(at));
            return (
              <RefusablePart key={at} of={ordinal}>
                <Line
                  {...{ rule, known, ordinal }}
                  taken={trial ? (trial.rules[ordinal] ?? 0) : null}
                  isOpen={at === open}
                >
                  {acts ? <td className="ends">{acts(at)}</td> : null}
                </Line>
              </RefusablePart>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps {
  rule: Rule;
  known: RulesOverview;
  ordinal: string;
  taken: number | null;
  isOpen: boolean;
  children: ReactNode;
}

function Line({ rule, known, ordinal, taken, isOpen, children }: LineProps) {
  const asked = conditions(rule, known);
  return (
    <tr className={rule.enabled ? undefined : "spent"} data-rule={ordinal}>
      <td>{ordinal}</td>
      <td>
        <strong translate="no">{rule.name}</strong>
        {rule.enabled ? null : <span className="chip">{words.rules.isOff}</span>}
        <span className="under">{rule.reason}</span>
        {isOpen ? null : <Faults />}
      </td>
      <td>
        {asked.length === 0 ? (
          <span className="quiet">{words.rules.any}</span>
        ) : (
          <span className="rule-conditions">
            {asked.map((condition) => (
              <span key={condition} className="chip">
                {condition}
              </span>
            ))}
          </span>
        )}
      </td>
      <td>{targetWords(rule, known)}</td>
      <td className="nowrap">{validWords(rule)}</td>
      {taken === null ? null : <td className="figure">{count(taken)}</td>}
      {children}
    </tr>
  );
}
