/** 先例: listed and drawn on the map; corrected, ended, or written down by the district. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { FeatureCollection } from "geojson";
import { useMemo, useState } from "react";
import { Face } from "../../look/Failure";
import { useAtRest } from "../../seat/rest";
import { text } from "../../text";
import { words } from "../../text/owning";
import { owningApi, type Precedent } from "../../wire/owning";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { moment } from "../parts/moments";
import { useOverlay } from "../parts/plan";
import { ReasonDialog } from "../parts/ReasonDialog";
import { AddPrecedent, ChangePrecedent } from "./PrecedentForm";

const TYPING_MS = 250;

function useDrawnPrecedents(): void {
  const drawn = useQuery({ queryKey: ["owning", "map"], queryFn: owningApi.drawn });
  const data = useMemo(() => (drawn.data as unknown as FeatureCollection | undefined) ?? null, [drawn.data]);
  useOverlay("outline", data, words.owning.mapLabel);
}

export function Precedents() {
  const { me } = useAdmin();
  const mayChange = me.memberships.some(({ role }) => role === "district_operator");
  const [typed, setTyped] = useState("");
  const [isEnded, setEnded] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const asked = useAtRest(typed.trim(), TYPING_MS);
  const found = useQuery({
    queryKey: ["owning", "precedents", isEnded, asked],
    queryFn: () => owningApi.precedents(isEnded, asked),
  });
  useDrawnPrecedents();
  return (
    <div role="tabpanel" className="tab-body owning-body" data-precedents>
      <div className="rules-head">
        <input
          className="input"
          aria-label={words.owning.search}
          placeholder={words.owning.search}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <label className="check-line">
          <input type="checkbox" checked={isEnded} onChange={(event) => setEnded(event.target.checked)} />
          {words.owning.ended}
        </label>
        <span className="gap" />
        {mayChange ? (
          <button type="button" className="button small" data-add-precedent onClick={() => setAdding(true)}>
            {words.owning.add}
          </button>
        ) : null}
      </div>
      {isAdding ? <AddPrecedent onDone={() => setAdding(false)} /> : null}
      <Asked found={found}>
        {(precedents) =>
          precedents.length === 0 ? (
            <Face title={words.owning.none} hint={words.owning.noneHint} />
          ) : (
            <List precedents={precedents} mayChange={mayChange} />
          )
        }
      </Asked>
    </div>
  );
}

function List({ precedents, mayChange }: { precedents: readonly Precedent[]; mayChange: boolean }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th>{words.owning.place}</th>
          <th>{words.owning.category}</th>
          <th>{words.owning.unit}</th>
          <th>{words.owning.from}</th>
          <th className="figure">{words.owning.used}</th>
          <th className="figure">{words.owning.contradicted}</th>
          {mayChange ? <th aria-label={words.owning.change} /> : null}
        </tr>
      </thead>
      <tbody>
        {precedents.map((precedent) => (
          <tr
            key={precedent.id}
            className={precedent.valid_until ? "spent" : undefined}
            data-precedent={precedent.id}
          >
            <td>
              <strong>{precedent.name}</strong>
              {precedent.valid_until ? <span className="chip">{words.owning.over}</span> : null}
              <span className="under">{precedent.reason}</span>
            </td>
            <td>{precedent.category}</td>
            <td>{precedent.unit_name}</td>
            <td>
              {precedent.number ? <a href={`/?ticket=${precedent.ticket}`}>{precedent.number}</a> : null}
              <span className="under">{origin(precedent)}</span>
            </td>
            <td className="figure">{precedent.used}</td>
            <td className="figure">{precedent.contradicted}</td>
            {mayChange ? (
              <td className="ends">{precedent.valid_until ? null : <Acts precedent={precedent} />}</td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who decided it when; of one that ended, why. */
function origin({ decided_by, valid_from, valid_until, end_reason, ended_by }: Precedent): string {
  return [
    decided_by,
    moment(valid_from),
    valid_until ? [moment(valid_until), ended_by, end_reason].filter(Boolean).join(" ") : "",
  ]
    .filter(Boolean)
    .join(text.dot);
}

function Acts({ precedent }: { precedent: Precedent }) {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<"change" | "end" | null>(null);
  const end = useMutation({
    mutationFn: (reason: string) => owningApi.end(precedent.id, reason),
    onSuccess: () => {
      setAsked(null);
      void queries.invalidateQueries({ queryKey: ["owning"] });
    },
  });
  return (
    <>
      <button type="button" className="link" data-change onClick={() => setAsked("change")}>
        {words.owning.change}
      </button>{" "}
      <button type="button" className="link" data-end onClick={() => setAsked("end")}>
        {words.owning.end}
      </button>
      {asked === "change" ? <ChangePrecedent precedent={precedent} onDone={() => setAsked(null)} /> : null}
      {asked === "end" ? (
        <ReasonDialog
          title={words.owning.endTitle(precedent.name)}
          confirm={words.owning.end}
          what={words.owning.endWhat}
          isDanger
          sending={end}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  );
}
