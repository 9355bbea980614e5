/** 警情清单: the matters that cross over between this platform and the police, by list and date. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { words } from "../../text/owning";
import { type Matter, type RulesOverview, rulesApi } from "../../wire/owning";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { LISTS, MatterForm } from "./MatterForm";
import { standing, validity } from "./Powers";

export function PoliceLists({ known }: { known: RulesOverview }) {
  const { may } = useAdmin();
  const found = useQuery({ queryKey: ["rules", "police"], queryFn: rulesApi.matters });
  const [edited, setEdited] = useState<Matter | "new" | null>(null);
  return (
    <div role="tabpanel" className="tab-body" data-police-lists>
      <div className="rules-head">
        <h3>{words.police.title}</h3>
        <span className="quiet">{words.police.hint}</span>
        <span className="gap" />
        {may.keep ? (
          <button type="button" className="button small" data-add-matter onClick={() => setEdited("new")}>
            {words.police.add}
          </button>
        ) : null}
      </div>
      {edited ? (
        <MatterForm
          key={edited === "new" ? "new" : edited.id}
          matter={edited === "new" ? null : edited}
          known={known}
          onDone={() => setEdited(null)}
        />
      ) : null}
      <Asked found={found}>
        {(matters) => (
          <>
            {LISTS.map((list) => (
              <MatterTable
                key={list}
                title={words.rules.lists[list]}
                matters={matters.filter((matter) => matter.list === list)}
                onEdit={may.keep ? setEdited : null}
              />
            ))}
          </>
        )}
      </Asked>
    </div>
  );
}

interface TableProps {
  title: string;
  matters: readonly Matter[];
  onEdit: ((matter: Matter) => void) | null;
}

function MatterTable({ title, matters, onEdit }: TableProps) {
  return (
    <section className="part">
      <h3>{title}</h3>
      <table className="table">
        <thead>
          <tr>
            <th>{words.police.matter}</th>
            <th>{words.police.category}</th>
            <th>{words.rules.valid}</th>
            {onEdit ? <th aria-label={words.powers.change} /> : null}
          </tr>
        </thead>
        <tbody>
          {matters.map((matter) => (
            <tr key={matter.id} className={standing(matter) === "now" ? undefined : "spent"}>
              <td>{matter.matter}</td>
              <td>{matter.category ?? <span className="quiet">{words.police.noCategory}</span>}</td>
              <td className="nowrap">{validity(matter)}</td>
              {onEdit ? (
                <td className="ends">
                  <button type="button" className="link" onClick={() => onEdit(matter)}>
                    {words.powers.change}
                  </button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
