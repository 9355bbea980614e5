/** Cells and their police grids: found by name or code or a click on the map; of a draft, changed by hand. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { Face } from "../../look/Failure";
import { useToasts } from "../../seat/toasts";
import { text } from "../../text";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { Area, CellChange, Version } from "../../wire/administration";
import { useAdmin } from "../context";
import { Asked, Refusal } from "../parts/Asked";
import { Input, Select } from "../parts/Fields";
import { Form } from "../parts/Form";
import { count } from "../parts/figures";
import { useHits, useOverlay, usePlan } from "../parts/plan";
import { useAreas } from "./areas";
import { cellsLike, cellTowns } from "./cellsLike";
import { boxOfGeometry, collectionOf } from "./geometry";

const SHOWN = 100;

export function Cells({ version }: { version: Version }) {
  const cells = useAreas(version.id, "cell", version.revision);
  const grids = useAreas(version.id, "police_grid", version.revision);
  const found = {
    data: cells.data && grids.data ? { cells: cells.data.features, grids: grids.data.features } : undefined,
    error: cells.error ?? grids.error,
    refetch: () => void Promise.all([cells.refetch(), grids.refetch()]),
  };
  return (
    <div role="tabpanel" className="tab-body filled" data-cells>
      <Asked found={found}>{(data) => <Known version={version} {...data} />}</Asked>
    </div>
  );
}

function Known({ version, cells, grids }: { version: Version; cells: Area[]; grids: Area[] }) {
  const { lookAt } = usePlan();
  const [typed, setTyped] = useState("");
  const [isOpenOnly, setOpenOnly] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const known = useMemo(() => new Set(grids.map((grid) => grid.properties.code)), [grids]);
  const open = useMemo(
    () => cells.filter((cell) => !known.has(cell.properties.police_grid ?? "")),
    [cells, known],
  );
  const listed = cellsLike(isOpenOnly ? open : cells, grids, typed);
  const current = cells.find((cell) => cell.properties.code === chosen);
  useOverlay(
    "after",
    useMemo(() => (current ? collectionOf([current.geometry]) : null), [current]),
  );
  useHits("cell", ({ id }) => {
    setTyped("");
    setChosen(id);
  });
  useEffect(() => {
    if (current) lookAt(boxOfGeometry(current.geometry), 15.5);
  }, [current, lookAt]);
  return (
    <>
      <div className="filters">
        <input
          className="input"
          type="search"
          autoComplete="off"
          aria-label={words.cells.search}
          placeholder={words.cells.search}
          data-search-cells
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <label className="check-line">
          <input
            type="checkbox"
            checked={isOpenOnly}
            onChange={(event) => setOpenOnly(event.target.checked)}
          />
          {words.cells.withoutGrid(count(open.length))}
        </label>
      </div>
      {current ? <OneCell key={chosen} {...{ version, grids }} cell={current} /> : null}
      {listed.length === 0 ? <Face title={words.cells.none} /> : null}
      {listed.length > 0 ? <Table cells={listed} grids={grids} chosen={chosen} onChoose={setChosen} /> : null}
    </>
  );
}

interface TableProps {
  cells: readonly Area[];
  grids: readonly Area[];
  chosen: string | null;
  onChoose: (code: string) => void;
}

function Table({ cells, grids, chosen, onChoose }: TableProps) {
  const names = useMemo(
    () => new Map(grids.map((grid) => [grid.properties.code, grid.properties.name])),
    [grids],
  );
  return (
    <div className="table-box scroll">
      <table className="table">
        <thead>
          <tr>
            <th>{words.cells.cell}</th>
            <th>{words.cells.kind}</th>
            <th>{words.cells.grid}</th>
          </tr>
        </thead>
        <tbody>
          {cells.slice(0, SHOWN).map(({ properties: cell }) => (
            <tr
              key={cell.code}
              aria-current={cell.code === chosen ? "true" : undefined}
              data-cell={cell.code}
            >
              <td>
                <button type="button" className="line-button" onClick={() => onChoose(cell.code)}>
                  <strong>{[cell.village_name, cell.name].filter(Boolean).join(" ")}</strong>
                  <span className="under code">{cell.code}</span>
                </button>
              </td>
              <td>{text.cellKind[cell.kind as keyof typeof text.cellKind] ?? cell.kind}</td>
              <td>{names.get(cell.police_grid ?? "") ?? <strong>{words.cells.noGrid}</strong>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {cells.length > SHOWN ? (
        <p className="rows-more quiet">{words.cells.tooMany(count(cells.length))}</p>
      ) : null}
    </div>
  );
}

/** The cell in hand: its police grid may be changed by hand while the version is a draft. */
function OneCell({ version, cell, grids }: { version: Version; cell: Area; grids: Area[] }) {
  const { may } = useAdmin();
  const queries = useQueryClient();
  const toasts = useToasts();
  const { code, name, kind, police_grid: grid } = cell.properties;
  const [draft, setDraft] = useState({ name, kind: kind ?? "", grid: grid ?? "" });
  const isMine = may.keep && version.state === "draft";
  const change: CellChange = {
    ...(draft.name.trim() === name ? {} : { name: draft.name.trim() }),
    ...(draft.kind === (kind ?? "") ? {} : { kind: draft.kind as CellChange["kind"] }),
    ...(draft.grid === (grid ?? "") ? {} : { police_grid: draft.grid || null }),
  };
  const save = useMutation({
    mutationFn: () => adminApi.changeCell(version.id, code, change),
    onSuccess: () => {
      toasts.say(words.cells.changed(draft.name));
      void queries.invalidateQueries({ queryKey: ["boundaries"] });
    },
  });
  const near = cellTowns(grids, cell);
  if (!isMine) return null;
  return (
    <Form
      refused={save.error}
      className="one-cell"
      data-one-cell={code}
      onSubmit={(event) => {
        event.preventDefault();
        if (Object.keys(change).length > 0) save.mutate();
      }}
    >
      <label className="field">
        <span className="field-label">{words.cells.name}</span>
        <Input
          name="name"
          maxLength={60}
          autoComplete="off"
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        />
      </label>
      <label className="field">
        <span className="field-label">{words.cells.kind}</span>
        <Select
          name="kind"
          value={draft.kind}
          onChange={(event) => setDraft({ ...draft, kind: event.target.value })}
        >
          {Object.entries(text.cellKind).map(([each, label]) => (
            <option key={each} value={each}>
              {label}
            </option>
          ))}
        </Select>
      </label>
      <label className="field">
        <span className="field-label">{words.cells.grid}</span>
        <Select
          name="police_grid"
          data-police-grid
          value={draft.grid}
          onChange={(event) => setDraft({ ...draft, grid: event.target.value })}
        >
          <option value="">{words.cells.noGrid}</option>
          {near.map(({ properties: each }) => (
            <option key={each.code} value={each.code}>
              {[each.name, each.police_station].filter(Boolean).join(text.dot)}
            </option>
          ))}
        </Select>
      </label>
      <button
        type="submit"
        className="button primary"
        disabled={Object.keys(change).length === 0 || save.isPending}
      >
        {words.save}
      </button>
      <Refusal />
    </Form>
  );
}
