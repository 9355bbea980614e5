/** Tickets of a time counted in the areas of a version: exactly where they have a point, else by shares of ground. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Face } from "../../look/Failure";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { Level, Statistics, Version } from "../../wire/administration";
import { Asked } from "../parts/Asked";
import { count, oneDigit } from "../parts/figures";
import { forInput, fromInput } from "../parts/moments";
import { Levels, NESTED } from "./Levels";

const DAY_MS = 86_400_000;

export function StatisticsTable({ version }: { version: Version }) {
  const [since, setSince] = useState(() => forInput(Date.now() - 90 * DAY_MS).slice(0, 10));
  const [until, setUntil] = useState(() => forInput(Date.now() + DAY_MS).slice(0, 10));
  const [level, setLevel] = useState<Level>("town");
  const from = fromInput(`${since}T00:00`);
  const to = fromInput(`${until}T00:00`);
  const found = useQuery({
    queryKey: ["boundaries", "statistics", version.id, since, until, level],
    queryFn: () => adminApi.statistics({ in: version.id, since: from ?? "", until: to ?? "", level }),
    enabled: from !== null && to !== null && from < to,
    placeholderData: keepPreviousData,
  });
  return (
    <div role="tabpanel" className="tab-body filled" data-statistics>
      <div className="filters">
        <label className="from-to">
          {words.statistics.since}
          <input
            className="input"
            type="date"
            value={since}
            onChange={(event) => setSince(event.target.value)}
          />
        </label>
        <label className="from-to">
          {words.statistics.until}
          <input
            className="input"
            type="date"
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        </label>
        <Levels levels={NESTED} label={words.crosswalk.level} level={level} onChange={setLevel} />
      </div>
      <p className="quiet">{words.statistics.lead(version.id)}</p>
      {from !== null && to !== null && from < to ? (
        <Asked found={found}>{(statistics) => <Rows statistics={statistics} />}</Asked>
      ) : (
        <Face title={words.statistics.wrongTime} />
      )}
    </div>
  );
}

function Rows({ statistics }: { statistics: Statistics }) {
  if (statistics.rows.length === 0) return <Face title={words.statistics.none} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and holds nothing else that takes the focus.
    <section className="table-box scroll" aria-label={words.statistics.tickets} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th>{words.statistics.area}</th>
            <th className="figure">{words.statistics.tickets}</th>
            <th className="figure">{words.statistics.exact}</th>
            <th className="figure">{words.statistics.apportioned}</th>
          </tr>
        </thead>
        <tbody>
          {statistics.rows.map((row) => (
            <tr key={row.code}>
              <td>
                {row.name || row.code}
                {row.name ? <span className="under code">{row.code}</span> : null}
              </td>
              <td className="figure">{oneDigit(row.tickets)}</td>
              <td className="figure">{count(row.exact)}</td>
              <td className="figure">{row.apportioned > 0 ? oneDigit(row.apportioned) : "–"}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{words.statistics.total}</td>
            <td className="figure">{oneDigit(statistics.total)}</td>
            <td colSpan={2} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
