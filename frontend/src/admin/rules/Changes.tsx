/** What was changed about rules, powers, lists, precedents and settings: who, when, why. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { text, word } from "../../text";
import { words } from "../../text/owning";
import { type ChangeSubject, rulesApi } from "../../wire/owning";
import { Asked } from "../parts/Asked";
import { type Change, ChangeTable } from "../parts/ChangeTable";

/** Rules by their names, in their order; lists by theirs. */
function say(field: string, value: unknown): string | undefined {
  if (field === "list") return word(words.rules.lists, String(value));
  if (field !== "rules" || typeof value !== "object" || value === null) return undefined;
  const { ordinal: _, ...rule } = value as Record<string, unknown>;
  return [rule.name, rule.reason].filter(Boolean).join(text.dot);
}

/** A version by its number; of anything else what the service calls it, or what its words say. */
function nameOf(subject: string, { label, before, after }: Change): string {
  const [kind, number] = subject.split(":");
  if (kind === "rule_set" || kind === "owning_setting") return words.rules.version(Number(number));
  const said = label ?? (after ?? before)?.power ?? (after ?? before)?.matter;
  return typeof said === "string" ? said : "";
}

const SUBJECTS = Object.keys(words.changes.subjects) as ChangeSubject[];

export function Changes() {
  const [subject, setSubject] = useState<ChangeSubject>("rule_set");
  const found = useQuery({
    queryKey: ["rules", "changes", subject],
    queryFn: () => rulesApi.changes(subject),
  });
  return (
    <div role="tabpanel" className="tab-body" data-changes>
      <div className="segments">
        {SUBJECTS.map((name) => (
          <button
            key={name}
            type="button"
            className="segment"
            aria-pressed={name === subject}
            onClick={() => setSubject(name)}
          >
            {words.changes.subjects[name]}
          </button>
        ))}
      </div>
      <Asked found={found}>
        {(changes) =>
          changes.length === 0 ? (
            <p className="quiet">{words.changes.none}</p>
          ) : (
            <ChangeTable changes={changes} nameOf={nameOf} say={say} labels={words.changes.fields} />
          )
        }
      </Asked>
    </div>
  );
}
