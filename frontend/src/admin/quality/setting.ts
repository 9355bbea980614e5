/** The form of the settings: started from a version, and turned into what is sent. Pure. */
import type { LocatingSettings, SettingForm, SettingVersion } from "../../wire/administration";

export interface SettingDraft {
  cell: string;
  town: string;
  radius: string;
  /** In a hundred. */
  least: string;
  region: string;
  note: string;
}

type Known = Pick<LocatingSettings | SettingVersion, "thresholds" | "least_precision" | "region">;

export function draftOf({ thresholds, least_precision, region }: Known, note = ""): SettingDraft {
  return {
    cell: String(thresholds.cell),
    town: String(thresholds.town),
    radius: String(thresholds.coordinate_radius_m),
    least: String(Math.round(least_precision * 10_000) / 100),
    region: region.join(" "),
    note,
  };
}

/** Names typed with blanks, commas or enumeration commas between. */
export function regionOf(typed: string): string[] {
  return typed.split(/[\s,,、]+/u).filter(Boolean);
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
  if (cell == null || town == null || radius == null || least == null || draft.note.trim() === "")
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
    ...(share === now.least_precision ? {} : { least_precision: share }),
  };
}

export function isChange(form: SettingForm): boolean {
  return "thresholds" in form || "region" in form || "least_precision" in form;
}
