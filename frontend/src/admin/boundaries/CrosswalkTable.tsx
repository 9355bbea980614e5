/** From the areas of one version to those of another, by the ground they share. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { Face } from "../../look/Failure";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { BoundaryList, CrosswalkRow, Level, Version } from "../../wire/administration";
import { Asked } from "../parts/Asked";
import { area, count, percentOf } from "../parts/figures";
import { useOverlay, usePlan } from "../parts/plan";
import { SearchBox } from "../parts/SearchBox";
import { boxOfAll, useAreas, useGroundOf } from "./areas";
import { Levels, NESTED } from "./Levels";

const SHOWN = 300;

interface Props {
  version: Version;
  list: BoundaryList;
}

export function CrosswalkTable({ version, list }: Props) {
  const others = list.versions.filter(
    (each) => each.id !== version.id && (each.state === "published" || each.state === "retired"),
  );
  const [to, setTo] = useState(list.published === version.id ? (others[0]?.id ?? null) : list.published);
  const [level, setLevel] = useState<Level>("town");
  const [typed, setTyped] = useState("");
  const [isWhole, setWhole] = useState(false);
  const found = useQuery({
    queryKey: ["boundaries", version.id, "crosswalk", to, level],
    queryFn: () => adminApi.crosswalk(version.id, to ?? 0, level),
    enabled: to !== null,
    staleTime: 600_000,
  });
  if (to === null) {
    return (
      <div role="tabpanel" className="tab-body">
        <Face title={words.crosswalk.alone} hint={words.crosswalk.aloneHint} />
      </div>
    );
  }
  return (
    <div role="tabpanel" className="tab-body filled" data-crosswalk>
      <div className="filters">
        <select
          className="input"
          aria-label={words.crosswalk.to}
          value={to}
          onChange={(event) => setTo(Number(event.target.value))}
        >
          {others.map((each) => (
            <option key={each.id} value={each.id}>
              {words.crosswalk.toVersion(each.id)}
            </option>
          ))}
        </select>
        <Levels levels={NESTED} label={words.crosswalk.level} level={level} onChange={setLevel} />
        <SearchBox label={words.crosswalk.search} value={typed} onChange={setTyped} />
        <label className="check-line">
          <input type="checkbox" checked={isWhole} onChange={(event) => setWhole(event.target.checked)} />
          {words.crosswalk.unchanged}
        </label>
      </div>
      <Asked found={found}>
        {({ rows }) => (
          <Rows key={`${to}-${level}`} version={version.id} {...{ to, rows, typed, isWhole, level }} />
        )}
      </Asked>
    </div>
  );
}

/** One area became one other, ground and all. */
function isUnchanged(row: CrosswalkRow): boolean {
  return row.share > 0.9995 && row.back_share > 0.9995 && row.from === row.to;
}

const NONE: readonly string[] = [];

/** The row in hand on the map: the area of this version dashed, that of the other filled. */
function useShared(row: CrosswalkRow | null, version: number, to: number, level: Level): void {
  const { lookAt } = usePlan();
  const own = useAreas(row ? version : null, level);
  const other = useAreas(row ? to : null, level);
  const before = useGroundOf(
    own.data?.features,
    useMemo(() => (row?.from ? [row.from] : NONE), [row]),
  );
  const after = useGroundOf(
    other.data?.features,
    useMemo(() => (row?.to ? [row.to] : NONE), [row]),
  );
  useOverlay("before", before, words.boundaries.versionNo(version));
  useOverlay("after", after, words.boundaries.versionNo(to));
  useEffect(() => lookAt(boxOfAll(before, after)), [before, after, lookAt]);
}

interface RowsProps {
  version: number;
  to: number;
  rows: readonly CrosswalkRow[];
  typed: string;
  isWhole: boolean;
  level: Level;
}

function Rows({ version, to, rows, typed, isWhole, level }: RowsProps) {
  const [chosen, setChosen] = useState<CrosswalkRow | null>(null);
  const sought = typed.trim();
  const shown = useMemo(
    () =>
      rows.filter(
        (row) =>
          (isWhole || !isUnchanged(row)) &&
          (sought === "" ||
            [row.from, row.to, row.from_name, row.to_name].some((each) => each?.includes(sought))),
      ),
    [rows, isWhole, sought],
  );
  useShared(chosen, version, to, level);
  if (shown.length === 0) return <Face title={words.crosswalk.none} hint={words.crosswalk.noneHint} />;
  return (
    <div className="table-box scroll">
      <table className="table">
        <thead>
          <tr>
            <th>{words.crosswalk.from}</th>
            <th>{words.crosswalk.became}</th>
            <th className="figure">{words.crosswalk.area}</th>
            <th className="figure">{words.crosswalk.share}</th>
            <th className="figure">{words.crosswalk.backShare}</th>
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, SHOWN).map((row) => (
            <tr key={`${row.from}-${row.to}`} aria-current={row === chosen ? "true" : undefined}>
              <td>
                <button type="button" className="line-button" onClick={() => setChosen(row)}>
                  <Area code={row.from} name={row.from_name} nobody={words.crosswalk.nobodys} />
                </button>
              </td>
              <td>
                <Area code={row.to} name={row.to_name} nobody={words.crosswalk.nobodysNow} />
              </td>
              <td className="figure nowrap">{area(row.area_m2)}</td>
              <td className="figure">{percentOf(row.share, 1)}</td>
              <td className="figure">{percentOf(row.back_share, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length > SHOWN ? (
        <p className="rows-more quiet">{words.cells.tooMany(count(shown.length))}</p>
      ) : null}
    </div>
  );
}

function Area({ code, name, nobody }: { code: string | null; name: string | null; nobody: string }) {
  if (code === null) return <span className="quiet">{nobody}</span>;
  return (
    <>
      {name ?? code}
      {name ? <span className="under code">{code}</span> : null}
    </>
  );
}
