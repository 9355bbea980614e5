/** What publishing would move, in words, figures and on the map; then publishing, against the counts typed by hand. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { text } from "../../text";
import { words } from "../../text/admin";
import { shortName } from "../../text/unitNames";
import { adminApi } from "../../wire/admin";
import type { Preview, Started, Version } from "../../wire/administration";
import { useAdmin } from "../context";
import { Refusal } from "../parts/Asked";
import { count } from "../parts/figures";
import { sinceWhen } from "../parts/moments";
import { useOverlay, usePlan } from "../parts/plan";
import { ShortBox } from "../parts/ShortBox";
import { Progress, useWork } from "../parts/work";
import { boxOfAll, useAreas, useGroundOf, useNames } from "./areas";
import { PublishForm } from "./PublishForm";

function isStarted(answer: Preview | Started): answer is Started {
  return "work" in answer;
}

/** The preview that is kept, or the work that makes it: asked for once, then followed. */
function usePreview(version: Version) {
  const queries = useQueryClient();
  const key = ["boundaries", version.id, "preview", version.revision, version.checked?.at];
  const found = useQuery({ queryKey: key, queryFn: () => adminApi.preview(version.id), staleTime: 0 });
  const long = useWork(`preview.${version.id}`, () => void queries.invalidateQueries({ queryKey: key }));
  const answer = found.data;
  const { begin, isRunning, work } = long;
  const started = answer && isStarted(answer) ? answer : null;
  useEffect(() => {
    if (started && !isRunning && work?.id !== started.work.id) begin(() => Promise.resolve(started));
  }, [started, isRunning, work, begin]);
  return { preview: answer && !isStarted(answer) ? answer : null, long, found };
}

export function Publish({ version }: { version: Version }) {
  const { may } = useAdmin();
  const { preview, long, found } = usePreview(version);
  return (
    <div role="tabpanel" className="tab-body" data-preview={preview ? preview.revision : "none"}>
      <Refusal error={found.error} />
      <Progress long={long} />
      {!preview && found.error ? (
        <button type="button" className="button" onClick={() => void found.refetch()}>
          {text.faces.retry}
        </button>
      ) : null}
      {preview ? (
        <>
          <p className="check-head">
            <span className="quiet">{words.publish.lookedAt(sinceWhen(preview.at))}</span>
            <button
              type="button"
              className="button small"
              data-look-again
              disabled={long.isRunning}
              onClick={() => long.begin(() => adminApi.lookAgain(version.id))}
            >
              {words.publish.lookAgain}
            </button>
          </p>
          <Blocking said={preview.blocking} />
          <Told version={version} preview={preview} />
          {may.keep && version.state === "draft" ? <PublishForm version={version} preview={preview} /> : null}
        </>
      ) : null}
    </div>
  );
}

function Blocking({ said }: { said: readonly string[] }) {
  if (said.length === 0) return null;
  return (
    <div className="notice bad" role="alert" data-blocking={said.length}>
      <strong>{words.publish.blocked}</strong>
      <ul>
        {said.map((each) => (
          <li key={each}>■ {each}</li>
        ))}
      </ul>
    </div>
  );
}

/** The cells that change, as they are and as they would be, brought into view. */
function useChangedCells(version: Version, preview: Preview): void {
  const { lookAt } = usePlan();
  const { codes } = preview.cells;
  const isAny = codes.length > 0;
  const areas = useAreas(isAny ? version.id : null, "cell", version.revision);
  const former = useAreas(isAny ? preview.against : null, "cell");
  const now = useGroundOf(areas.data?.features, codes);
  const before = useGroundOf(former.data?.features, codes);
  useOverlay("after", now, words.publish.to);
  useOverlay("before", before, words.publish.from);
  useEffect(() => lookAt(boxOfAll(now, before), 15), [now, before, lookAt]);
}

function Told({ version, preview }: { version: Version; preview: Preview }) {
  const { tickets, cells, towns } = preview;
  useChangedCells(version, preview);
  const grids = useNames(useAreas(version.id, "police_grid", version.revision).data?.features);
  return (
    <>
      <p className="told" data-told>
        {words.publish.says(count(tickets.open), count(tickets.moved), count(tickets.other_center))}
      </p>
      <dl className="figures">
        <Figure name={words.publish.moved} value={tickets.moved} of={tickets.open} />
        <Figure name={words.publish.otherCenter} value={tickets.other_center} of={tickets.moved} />
        <Figure name={words.publish.added} value={cells.added} />
        <Figure name={words.publish.removed} value={cells.removed} />
        <Figure name={words.publish.changed} value={cells.changed} />
      </dl>
      <ByCenter rows={tickets.by_center} />
      <Named
        title={words.publish.orphaned(count(tickets.orphaned_total))}
        rows={tickets.orphaned}
        all={tickets.orphaned_total}
      />
      <Named
        title={words.publish.unclear(count(tickets.unclear_total))}
        rows={tickets.unclear}
        all={tickets.unclear_total}
      />
      <Listed
        title={words.publish.newTowns(count(towns.added.length))}
        lines={towns.added.map((town) => `${town.name} ${town.code}`)}
      />
      <Listed
        title={words.publish.goneTowns(count(towns.removed.length))}
        lines={towns.removed.map((town) => `${town.name} ${town.code}`)}
      />
      <ByGrid rows={cells.by_police_grid} names={grids} />
      <Listed
        title={words.publish.people(count(preview.people.length))}
        lines={preview.people.map((each) => [each.name, each.cell, each.why].filter(Boolean).join(text.dot))}
      />
      <Listed
        title={words.publish.emptyGrids(count(preview.police_grids_without_cells.length))}
        lines={preview.police_grids_without_cells.map((code) => grids.get(code) ?? code)}
      />
      <Listed
        title={words.publish.units(count(preview.units.length))}
        lines={preview.units.map((each) => each.says)}
      />
    </>
  );
}

function Figure({ name, value, of }: { name: string; value: number; of?: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {count(value)}
        {of === undefined ? null : <span className="under">{`/ ${count(of)}`}</span>}
      </dd>
    </div>
  );
}

function ByCenter({ rows }: { rows: Preview["tickets"]["by_center"] }) {
  if (rows.length === 0) return null;
  return (
    <section className="part">
      <h3>{words.publish.byCenter}</h3>
      <table className="table">
        <thead>
          <tr>
            <th>{words.publish.from}</th>
            <th>{words.publish.to}</th>
            <th className="figure">{words.publish.tickets}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.from}-${row.to}`}>
              <td>{shortName(row.from_name)}</td>
              <td>{shortName(row.to_name)}</td>
              <td className="figure">{count(row.count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface NamedProps {
  title: string;
  rows: Preview["tickets"]["orphaned"];
  all: number;
}

/** Tickets by number, each with what is the matter; who may see none of them is told how many. */
function Named({ title, rows, all }: NamedProps) {
  if (all === 0) return null;
  return (
    <section className="part">
      <h3>{title}</h3>
      <table className="table">
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <td className="code">{row.number}</td>
              <td>{row.why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface GridProps {
  rows: Preview["cells"]["by_police_grid"];
  names: ReadonlyMap<string, string>;
}

function ByGrid({ rows, names }: GridProps) {
  const changed = rows.filter((row) => row.gained > 0 || row.lost > 0);
  if (changed.length === 0) return null;
  return (
    <section className="part">
      <h3>{words.publish.byGrid(count(changed.length))}</h3>
      <ShortBox label={words.publish.byGrid(count(changed.length))}>
        <table className="table">
          <thead>
            <tr>
              <th>{words.cells.grid}</th>
              <th className="figure">{words.publish.before}</th>
              <th className="figure">{words.publish.after}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map((row) => (
              <tr key={row.police_grid}>
                <td>{names.get(row.police_grid) ?? row.police_grid}</td>
                <td className="figure">{count(row.from)}</td>
                <td className="figure">
                  {row.to === 0 ? <strong>0</strong> : count(row.to)}
                  <span className="of">{` ${words.publish.gainedLost(count(row.gained), count(row.lost))}`}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ShortBox>
    </section>
  );
}

function Listed({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <details className="part">
      <summary>{title}</summary>
      <ul className="plain-list">
        {lines.slice(0, 300).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
