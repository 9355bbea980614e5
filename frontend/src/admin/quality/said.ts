/** A value of the locating settings in the words of their history. Pure. */
import { text, word } from "../../text";
import { words } from "../../text/admin";
import { percentOf } from "../parts/figures";

const told = words.settings;
export const SETTING_LABELS = {
  cell: told.cell,
  town: told.town,
  coordinate_radius_m: told.radius,
  least_precision: told.least,
  region: told.region,
  weights: told.weights,
  calibration: told.calibration,
};
/** Where a curve is read: what a district's thresholds lie among. */
const SAID = [0.5, 0.7, 0.8, 0.9, 0.95, 0.99];

export function saySetting(field: string, value: unknown): string | undefined {
  if (field === "least_precision" && typeof value === "number") return percentOf(value, 1);
  if (value === "own") return told.asProgram;
  if (!Array.isArray(value)) return undefined;
  if (field === "weights") return weight(String(value[0]), value[1]);
  return field === "calibration" ? curve(String(value[0]), String(value[1]), value[2]) : undefined;
}

function weight(name: string, value: unknown): string {
  const called = word(told.weightNames, name);
  if (typeof value !== "object" || value === null) return `${called} ${value}`;
  const each = Object.entries(value).map(([key, figure]) => `${word(told.trusts, key)} ${figure}`);
  return `${called}: ${each.join(text.comma)}`;
}

function curve(rung: string, group: string, knots: unknown): string {
  const [xs = [], ys = []] = knots as [number[]?, number[]?];
  const read = SAID.map((said) => `${hundred(said)} → ${hundred(trueOf(xs, ys, said))}`);
  return `${word(told.rungs, rung)}${text.dot}${word(told.groups, group)}: ${read.join(text.comma)}`;
}

const hundred = (share: number) => `${Math.round(share * 100)} %`;

/** Straight between the knots, level beyond the outer ones; without knots what was said. */
function trueOf(xs: readonly number[], ys: readonly number[], said: number): number {
  const above = xs.findIndex((x) => x > said);
  if (above === -1) return ys.at(-1) ?? said;
  const [right, high] = [xs[above] ?? said, ys[above] ?? said];
  const [left, low] = [xs[above - 1] ?? right, ys[above - 1] ?? high];
  return left === right ? low : low + ((high - low) * (said - left)) / (right - left);
}
