/** What was changed about rules, powers, lists, precedents and settings: who, when, why. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { text, word } from "../../text";
import { words } from "../../text/owning";
import { type ChangeSubject, rulesApi } from "../../wire/owning";
import { Asked } from "../parts/Asked";
import { moment } from "../parts/moments";

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
            <table className="table">
              <thead>
                <tr>
                  <th>{words.changes.when}</th>
                  <th>{words.changes.who}</th>
                  <th>{words.changes.what}</th>
                  <th>{words.changes.why}</th>
                </tr>
              </thead>
              <tbody>
                {changes.map((change) => (
                  <tr key={change.id}>
                    <td className="nowrap">{moment(change.at)}</td>
                    <td>{change.person ?? ""}</td>
                    <td>
                      {[word(words.changes.whats, change.what), change.subject.split(":")[1]]
                        .filter(Boolean)
                        .join(text.dot)}
                    </td>
                    <td>{change.reason ?? ""}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Asked>
    </div>
  );
}
