/** The quality in pictures: coverage and precision along the thresholds, and what was said against what came true. */
import { words } from "../../text/admin";
import type { Report, Rung } from "../../wire/administration";
import { percentOf } from "../parts/figures";
import { curve, HIGH, path, place, type Range, rangeOf, reliability, THRESHOLDS, WIDE } from "./curves";

const WHOLE: Range = { low: 0, high: 1 };
const PAD = { left: 40, right: 12, top: 10, bottom: 24 };
const per = (share: number) => percentOf(share, 1);

export function Charts({ report }: { report: Report }) {
  const { thresholds, least_precision: least } = report.in_force;
  const precision = rangeOf([...report.rows.map((row) => row.cell_precision), least]);
  return (
    <div className="charts">
      <Curve
        title={words.quality.coverage}
        rows={report.rows}
        value={(row) => row.coverage}
        range={WHOLE}
        inForce={thresholds.cell}
      />
      <Curve
        title={words.quality.cellPrecision}
        rows={report.rows}
        value={(row) => row.cell_precision}
        range={precision}
        inForce={thresholds.cell}
        least={least}
      />
      <Reliability report={report} />
    </div>
  );
}

interface CurveProps {
  title: string;
  rows: readonly Rung[];
  value: (row: Rung) => number | null;
  range: Range;
  /** The threshold in force. */
  inForce: number;
  /** The share asked for. */
  least?: number;
}

function Curve({ title, rows, value, range, inForce, least }: CurveProps) {
  const dots = curve(rows, value, range);
  const ticks = [range.low, (range.low + range.high) / 2, range.high];
  const at = place(inForce, THRESHOLDS, WIDE);
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`${-PAD.left} ${-PAD.top} ${WIDE + PAD.left + PAD.right} ${HIGH + PAD.top + PAD.bottom}`}
        role="img"
      >
        <title>{title}</title>
        {ticks.map((tick) => {
          const y = HIGH - place(tick, range, HIGH);
          return (
            <g key={tick}>
              <path className="chart-grid" d={`M0 ${y}H${WIDE}`} />
              <text className="chart-tick" x={-6} y={y + 4} textAnchor="end">
                {per(tick)}
              </text>
            </g>
          );
        })}
        {[0.5, 0.75, 1].map((tick) => (
          <text
            key={tick}
            className="chart-tick"
            x={place(tick, THRESHOLDS, WIDE)}
            y={HIGH + 16}
            textAnchor={tick === 1 ? "end" : tick === 0.5 ? "start" : "middle"}
          >
            {tick.toFixed(2)}
          </text>
        ))}
        {least === undefined ? null : (
          <path className="chart-least" d={`M0 ${HIGH - place(least, range, HIGH)}H${WIDE}`} />
        )}
        <path className="chart-now" d={`M${at} 0V${HIGH}`} />
        <path className="chart-line" d={path(dots)} />
        {dots.map((dot) => (
          <circle key={dot.x} className="chart-dot" cx={dot.x} cy={dot.y} r={2.6} />
        ))}
      </svg>
      <p className="chart-key">
        <span className="key-now" aria-hidden="true" /> {words.quality.inForceAt(inForce.toFixed(2))}
        {least === undefined ? null : (
          <>
            {" "}
            <span className="key-least" aria-hidden="true" /> {words.quality.askedFor(per(least))}
          </>
        )}
      </p>
    </figure>
  );
}

function Reliability({ report }: { report: Report }) {
  const dots = reliability(report.calibration);
  return (
    <figure className="chart">
      <figcaption>{words.quality.reliability}</figcaption>
      <svg
        viewBox={`${-PAD.left} ${-PAD.top} ${HIGH + PAD.left + PAD.right} ${HIGH + PAD.top + PAD.bottom}`}
        role="img"
      >
        <title>{words.quality.reliability}</title>
        <path className="chart-grid" d={`M0 0H${HIGH}V${HIGH}H0Z`} fill="none" />
        <path className="chart-least" d={`M0 ${HIGH}L${HIGH} 0`} />
        {[0, 0.5, 1].map((tick) => (
          <g key={tick}>
            <text className="chart-tick" x={-6} y={HIGH - tick * HIGH + 4} textAnchor="end">
              {per(tick)}
            </text>
            <text
              className="chart-tick"
              x={tick * HIGH}
              y={HIGH + 16}
              textAnchor={tick === 1 ? "end" : tick === 0 ? "start" : "middle"}
            >
              {per(tick)}
            </text>
          </g>
        ))}
        {dots.map(({ x, y, radius, bin }) => (
          <circle key={bin.bin[0]} className="chart-dot" cx={x} cy={y} r={radius}>
            <title>
              {words.quality.binSays(per(bin.mean_p), percentOf(bin.right, bin.count), bin.right, bin.count)}
            </title>
          </circle>
        ))}
      </svg>
      <p className="chart-key">{words.quality.reliabilityKey}</p>
    </figure>
  );
}
