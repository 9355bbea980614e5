/** 先例: listed and drawn on the map; corrected, ended, or written down by the district. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Feature, FeatureCollection } from "geojson";
import { useEffect, useMemo, useRef, useState } from "react";
import { Face } from "../../look/Failure";
import { useAtRest } from "../../seat/rest";
import { text } from "../../text";
import { words } from "../../text/owning";
import { owningApi, type Precedent } from "../../wire/owning";
import { boxOfGeometry } from "../boundaries/geometry";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { History } from "../parts/History";
import { moment } from "../parts/moments";
import { useHits, useOverlay, usePlan } from "../parts/plan";
import { ReasonDialog } from "../parts/ReasonDialog";
import { SearchBox } from "../parts/SearchBox";
import { PrecedentForm } from "./PrecedentForm";

const TYPING_MS = 250;

/** All precedents in force on the map; the chosen one stands out. A click on one chooses it. */
function useDrawnPrecedents(chosen: number | null, choose: (id: number) => void) {
  const drawn = useQuery({ queryKey: ["owning", "map"], queryFn: owningApi.drawn });
  const { lookAt } = usePlan();
  const features = useMemo(
    () => (drawn.data as unknown as FeatureCollection | undefined)?.features ?? [],
    [drawn.data],
  );
  const data = useMemo(
    () => ({ type: "FeatureCollection" as const, features: features.map((each) => marked(each, chosen)) }),
    [features, chosen],
  );
  useOverlay("grounds", data, words.owning.mapLabel);
  useHits("ground", ({ id }) => choose(Number(id)));
  return (id: number) => {
    const found = features.find((feature) => feature.id === id);
    choose(id);
    if (found) lookAt(boxOfGeometry(found.geometry), 16);
  };
}

function marked(feature: Feature, chosen: number | null): Feature {
  return { ...feature, properties: { ...feature.properties, active: feature.id === chosen } };
}

export function Precedents() {
  const { me, may } = useAdmin();
  // System administrators are apart: what was decided is told in the words of tickets.
  const mayChange = me.memberships.some(({ role }) => role === "district_operator");
  const [typed, setTyped] = useState("");
  const [isEnded, setEnded] = useState(false);
  const [edited, setEdited] = useState<Precedent | "new" | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const asked = useAtRest(typed.trim(), TYPING_MS);
  const found = useQuery({
    queryKey: ["owning", "precedents", isEnded, asked],
    queryFn: () => owningApi.precedents(isEnded, asked),
  });
  const look = useDrawnPrecedents(chosen, setChosen);
  return (
    <div role="tabpanel" className="tab-body owning-body" data-precedents>
      <div className="rules-head">
        <SearchBox label={words.owning.search} value={typed} onChange={setTyped} />
        <label className="check-line">
          <input type="checkbox" checked={isEnded} onChange={(event) => setEnded(event.target.checked)} />
          {words.owning.ended}
        </label>
        <span className="gap" />
        {mayChange ? (
          <button type="button" className="button small" data-add-precedent onClick={() => setEdited("new")}>
            {words.owning.add}
          </button>
        ) : null}
      </div>
      {edited ? (
        <PrecedentForm
          key={edited === "new" ? "new" : edited.id}
          precedent={edited === "new" ? null : edited}
          onDone={() => setEdited(null)}
        />
      ) : null}
      <Asked found={found}>
        {(precedents) =>
          precedents.length === 0 ? (
            <Face title={words.owning.none} hint={words.owning.noneHint} />
          ) : (
            <List {...{ precedents, chosen, look }} onEdit={mayChange ? setEdited : null} />
          )
        }
      </Asked>
      {may.keep ? <History about="precedent" /> : null}
    </div>
  );
}

interface ListProps {
  precedents: readonly Precedent[];
  chosen: number | null;
  look: (id: number) => void;
  onEdit: ((precedent: Precedent) => void) | null;
}

function List({ precedents, chosen, look, onEdit }: ListProps) {
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
          {onEdit ? <th aria-label={words.owning.change} /> : null}
        </tr>
      </thead>
      <tbody>
        {precedents.map((precedent) => (
          <Row
            key={precedent.id}
            precedent={precedent}
            isChosen={precedent.id === chosen}
            {...{ look, onEdit }}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps extends Pick<ListProps, "look" | "onEdit"> {
  precedent: Precedent;
  isChosen: boolean;
}

function Row({ precedent, isChosen, look, onEdit }: RowProps) {
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  const isOver = precedent.valid_until !== null;
  return (
    <tr
      ref={row}
      className={isOver ? "spent" : undefined}
      aria-current={isChosen ? "true" : undefined}
      data-precedent={precedent.id}
    >
      <td>
        {isOver ? (
          <strong>{precedent.name}</strong>
        ) : (
          <button
            type="button"
            className="link strong"
            title={words.owning.look}
            data-look
            onClick={() => look(precedent.id)}
          >
            {precedent.name}
          </button>
        )}
        {isOver ? <span className="chip">{words.owning.over}</span> : null}
        <span className="under">{precedent.reason}</span>
      </td>
      <td>{precedent.category.replaceAll("/", " › ")}</td>
      <td>{precedent.unit_name}</td>
      <td>
        {precedent.number ? <a href={`/?ticket=${precedent.ticket}`}>{precedent.number}</a> : null}
        <span className="under">{origin(precedent)}</span>
      </td>
      <td className="figure">{precedent.used}</td>
      <td className="figure">{precedent.contradicted}</td>
      {onEdit ? (
        <td className="ends">{isOver ? null : <Acts precedent={precedent} onEdit={onEdit} />}</td>
      ) : null}
    </tr>
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

interface ActsProps {
  precedent: Precedent;
  onEdit: (precedent: Precedent) => void;
}

function Acts({ precedent, onEdit }: ActsProps) {
  const queries = useQueryClient();
  const [isEnding, setEnding] = useState(false);
  const end = useMutation({
    mutationFn: (reason: string) => owningApi.end(precedent.id, reason),
    onSuccess: () => {
      setEnding(false);
      void queries.invalidateQueries({ queryKey: ["owning"] });
    },
  });
  return (
    <>
      <button type="button" className="link" data-change onClick={() => onEdit(precedent)}>
        {words.owning.change}
      </button>{" "}
      <button type="button" className="link" data-end onClick={() => setEnding(true)}>
        {words.owning.end}
      </button>
      {isEnding ? (
        <ReasonDialog
          title={words.owning.endTitle(precedent.name)}
          confirm={words.owning.end}
          what={words.owning.endWhat}
          isDanger
          sending={end}
          onClose={() => setEnding(false)}
        />
      ) : null}
    </>
  );
}
