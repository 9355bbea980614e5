/** The form of the settings: started from a version, and turned into what is sent. Pure. */
import type { LocatingSettings, SettingForm, SettingVersion } from "../../wire/administration";
import { flat, isSameWeights, type WeightDraft, weightsOf } from "./weights";

export interface SettingDraft {
  cell: string;
  town: string;
  radius: string;
  /** In a hundred. */
  least: string;
  region: string;
  weights: WeightDraft;
  note: string;
}
/** The fields that are one line of text. */
export type SettingLine = Exclude<keyof SettingDraft, "weights">;

type Known = Pick<LocatingSettings | SettingVersion, "thresholds" | "least_precision" | "region" | "weights">;

export function draftOf(known: Known, note = ""): SettingDraft {
  const { thresholds, least_precision, region, weights } = known;
  return {
    cell: String(thresholds.cell),
    town: String(thresholds.town),
    radius: String(thresholds.coordinate_radius_m),
    least: String(Math.round(least_precision * 10_000) / 100),
    region: region.join(" "),
    weights: flat(weights),
    note,
  };
}

/** Names typed with blanks, commas or enumeration commas between. */
export function regionOf(typed: string): string[] {
  return typed.split(/[\s,\uff0c、]+/u).filter(Boolean);
}

function number(typed: string): number | null {
  const value = typed.trim() === "" ? Number.NaN : Number(typed);
  return Number.isFinite(value) ? value : null;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

/** Only what differs from the version in force; null while something is no number or no note says why. */
export function changeOf(draft: SettingDraft, now: LocatingSettings, confirm: boolean): SettingForm | null {
  const [cell, town, radius, least] = [draft.cell, draft.town, draft.radius, draft.least].map(number);
  const weights = weightsOf(draft.weights);
  if (cell == null || town == null || radius == null || least == null || !weights || draft.note.trim() === "")
    return null;
  const wanted = { cell, town, coordinate_radius_m: radius };
  const names = Object.keys(wanted) as (keyof typeof wanted)[];
  const changed = names.filter((name) => wanted[name] !== now.thresholds[name]);
  const region = regionOf(draft.region);
  const share = Math.round(least * 100) / 10_000;
  return {
    based_on: now.version,
    note: draft.note.trim(),
    confirm,
    ...(changed.length > 0
      ? { thresholds: Object.fromEntries(changed.map((name) => [name, wanted[name]])) }
      : {}),
    ...(isSame(region, now.region) ? {} : { region }),
    ...(isSameWeights(draft.weights, now.weights) ? {} : { weights }),
    ...(share === now.least_precision ? {} : { least_precision: share }),
  };
}

export function isChange(form: SettingForm): boolean {
  return "thresholds" in form || "region" in form || "weights" in form || "least_precision" in form;
}
