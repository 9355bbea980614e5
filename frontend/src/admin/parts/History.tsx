/** 变更记录 of what a district keeps by hand: who, when, what from what to what, why. Asked when it is opened. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { word } from "../../text";
import { words } from "../../text/keeping";
import { keepingApi } from "../../wire/keeping";
import { Asked } from "./Asked";
import { changed, type Say } from "./changed";
import { moment } from "./moments";

interface Props {
  /** A kind of thing (`unit`) or one (`unit:12`). */
  about: string;
  /** What the number behind the colon is called. */
  nameOf(subject: string): string;
  say?: Say;
}

export function History({ about, nameOf, say }: Props) {
  const [isOpen, setOpen] = useState(false);
  const found = useQuery({
    queryKey: ["kept-changes", about],
    queryFn: () => keepingApi.changes(about),
    enabled: isOpen,
  });
  return (
    <details className="part" data-history={about} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.history}</summary>
      {isOpen ? (
        <Asked found={found}>
          {(changes) =>
            changes.length === 0 ? (
              <p className="quiet">{words.historyNone}</p>
            ) : (
              <div className="table-box">
                <table className="table">
                  <thead>
                    <tr>
                      <th>{words.when}</th>
                      <th>{words.who}</th>
                      <th>{words.what}</th>
                      <th>{words.why}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {changes.map((each) => (
                      <tr key={each.id} data-change={each.what}>
                        <td className="nowrap">{moment(each.at)}</td>
                        <td className="nowrap">{each.person}</td>
                        <td>
                          {word(words.whats, each.what)} <strong>{nameOf(each.subject)}</strong>
                          <span className="under">{changed(each.before, each.after, say).join(";")}</span>
                        </td>
                        <td>{each.reason}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )
          }
        </Asked>
      ) : null}
    </details>
  );
}
