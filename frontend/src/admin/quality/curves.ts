/** Where the lines and dots of the quality charts lie. Pure. */
import type { ReliabilityBin, Rung } from "../../wire/administration";

export interface Dot {
  x: number;
  y: number;
}

/** The picture's inner measures, in its own units. */
export const WIDE = 320;
export const HIGH = 150;

export interface Range {
  low: number;
  high: number;
}

export const THRESHOLDS: Range = { low: 0.5, high: 1 };

export function place(value: number, { low, high }: Range, room: number): number {
  return ((value - low) / (high - low)) * room;
}

/** One measure along the thresholds; a share of nothing has no dot. */
export function curve(rows: readonly Rung[], value: (row: Rung) => number | null, range: Range): Dot[] {
  return rows.flatMap((row) => {
    const share = value(row);
    if (share === null) return [];
    const y = HIGH - place(Math.max(share, range.low), range, HIGH);
    return [{ x: place(row.threshold, THRESHOLDS, WIDE), y }];
  });
}

export function path(dots: readonly Dot[]): string {
  return dots.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
}

/** From the lowest share, rounded down to five in a hundred, to all; never narrower than ten in a hundred. */
export function rangeOf(shares: readonly (number | null)[]): Range {
  const known = shares.filter((share): share is number => share !== null);
  const low = known.length === 0 ? 0 : Math.floor(Math.min(...known) * 20) / 20;
  return { low: Math.min(low, 0.9), high: 1 };
}

/** What was said against what came true: one dot per bin that holds tickets, its area by how many. */
export function reliability(
  bins: readonly ReliabilityBin[],
): (Dot & { radius: number; bin: ReliabilityBin })[] {
  const most = Math.max(1, ...bins.map((bin) => bin.count));
  return bins
    .filter((bin) => bin.count > 0)
    .map((bin) => ({
      bin,
      x: bin.mean_p * HIGH,
      y: HIGH - (bin.right / bin.count) * HIGH,
      radius: 2 + 6 * Math.sqrt(bin.count / most),
    }));
}
