/** The report: how many are placed by themselves at each threshold, and how many of them rightly; every share with its n/N. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Face } from "../../look/Failure";
import { text, word } from "../../text";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { OfLevel, ReliabilityBin, Report, Rung } from "../../wire/administration";
import { Asked } from "../parts/Asked";
import { count, percentOf } from "../parts/figures";
import { moment } from "../parts/moments";
import { Charts } from "./Charts";

const DAYS = [30, 90, 365] as const;
const DAY_MS = 86_400_000;

/** From the beginning of a day, so that the same question is asked all day long. */
function since(days: number): string {
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  return new Date(today - days * DAY_MS).toISOString();
}

export function ReportPage() {
  const [days, setDays] = useState<number>(90);
  const [town, setTown] = useState("");
  const found = useQuery({
    queryKey: ["report", days, town],
    queryFn: ({ signal }) => adminApi.report({ since: since(days), town }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div role="tabpanel" className="tab-body" data-report aria-busy={found.isPlaceholderData}>
      <div className="page-filters">
        <div className="segments" role="group" aria-label={words.period}>
          {DAYS.map((each) => (
            <button
              key={each}
              type="button"
              className="segment"
              aria-pressed={each === days}
              onClick={() => setDays(each)}
            >
              {words.lastDays(each)}
            </button>
          ))}
        </div>
        <TownChoice value={town} onChange={setTown} />
        {found.data ? (
          <span className="quiet">
            {moment(found.data.since)} – {moment(found.data.until)}
          </span>
        ) : null}
      </div>
      <Asked found={found}>{(report) => <Figures report={report} />}</Asked>
    </div>
  );
}

function TownChoice({ value, onChange }: { value: string; onChange: (town: string) => void }) {
  const towns = useQuery({
    queryKey: ["places", "towns"],
    queryFn: () => adminApi.places({ kind: "town" }),
    staleTime: 600_000,
  });
  return (
    <select
      className="input narrow"
      aria-label={text.header.townFilter}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{words.allMine}</option>
      {towns.data?.places.map((each) => (
        <option key={each.id} value={each.town ?? ""}>
          {each.name}
        </option>
      ))}
    </select>
  );
}

function Figures({ report }: { report: Report }) {
  if (report.confirmed === 0) {
    return <Face title={words.quality.nothing(count(report.tickets))} hint={words.quality.nothingHint} />;
  }
  const now = report.rows.find((row) => row.threshold === report.in_force.thresholds.cell);
  return (
    <>
      <dl className="figures">
        <Figure
          name={words.quality.confirmed}
          value={count(report.confirmed)}
          under={words.quality.ofTickets(count(report.tickets))}
        />
        {now ? (
          <>
            <Share name={words.quality.coverage} part={now.placed} all={report.confirmed} />
            <Share name={words.quality.cellPrecision} part={now.cell_right} all={now.placed} />
            <Share name={words.quality.townPrecision} part={now.town_right} all={now.placed} />
          </>
        ) : null}
        <Share name={words.quality.townSaid} part={report.town.right} all={report.confirmed} />
      </dl>
      <p className="quiet">{words.quality.truth}</p>
      <Charts report={report} />
      <div className="tables">
        <Ladder rows={report.rows} confirmed={report.confirmed} inForce={report.in_force.thresholds.cell} />
        <div>
          <Levels levels={report.levels} />
          <Bins bins={report.calibration} />
        </div>
      </div>
    </>
  );
}

function Figure({ name, value, under }: { name: string; value: string; under: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value}
        <span className="under">{under}</span>
      </dd>
    </div>
  );
}

function Share({ name, part, all }: { name: string; part: number; all: number }) {
  return <Figure name={name} value={percentOf(part, all)} under={`${count(part)}/${count(all)}`} />;
}

/** A share in a table: the figure, and what it is of. */
function Cell({ part, all }: { part: number; all: number }) {
  return (
    <td className="figure">
      {percentOf(part, all)} <span className="of">{`${count(part)}/${count(all)}`}</span>
    </td>
  );
}

function Ladder({ rows, confirmed, inForce }: { rows: readonly Rung[]; confirmed: number; inForce: number }) {
  return (
    <section className="part">
      <h3>{words.quality.ladder}</h3>
      <table className="table">
        <thead>
          <tr>
            <th>{words.quality.threshold}</th>
            <th className="figure">{words.quality.coverage}</th>
            <th className="figure">{words.quality.cellPrecision}</th>
            <th className="figure">{words.quality.townPrecision}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.threshold} aria-current={row.threshold === inForce ? "true" : undefined}>
              <td>
                {row.threshold.toFixed(3).replace(/0$/, "")}
                {row.threshold === inForce ? <span className="chip">{words.inForce}</span> : null}
              </td>
              <Cell part={row.placed} all={confirmed} />
              <Cell part={row.cell_right} all={row.placed} />
              <Cell part={row.town_right} all={row.placed} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Levels({ levels }: { levels: readonly OfLevel[] }) {
  return (
    <section className="part">
      <h3>{words.quality.levels}</h3>
      <table className="table">
        <thead>
          <tr>
            <th>{words.quality.level}</th>
            <th className="figure">{words.quality.cellRight}</th>
            <th className="figure">{words.quality.townRight}</th>
            <th className="figure">{words.quality.said}</th>
          </tr>
        </thead>
        <tbody>
          {levels
            .filter((level) => level.tickets > 0)
            .map((level) => (
              <tr key={level.level}>
                <td>{word(text.level, level.level)}</td>
                <Cell part={level.cell_right} all={level.tickets} />
                <Cell part={level.town_right} all={level.tickets} />
                <td className="figure">{percentOf(level.mean_p, 1)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}

function Bins({ bins }: { bins: readonly ReliabilityBin[] }) {
  return (
    <section className="part">
      <h3>{words.quality.calibration}</h3>
      <table className="table">
        <thead>
          <tr>
            <th>{words.quality.bin}</th>
            <th className="figure">{words.quality.said}</th>
            <th className="figure">{words.quality.cameTrue}</th>
          </tr>
        </thead>
        <tbody>
          {bins
            .filter((bin) => bin.count > 0)
            .map((bin) => (
              <tr key={bin.bin[0]}>
                <td>{`${percentOf(bin.bin[0], 1)} – ${percentOf(bin.bin[1], 1)}`}</td>
                <td className="figure">{percentOf(bin.mean_p, 1)}</td>
                <Cell part={bin.right} all={bin.count} />
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
