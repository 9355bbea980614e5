/** The form of the rates' settings: as it is typed, what is wrong with that, and what is sent. Pure. */
import { words } from "../../text/scores";
import type { RateSetting, RateSettingForm } from "../../wire/scores";
import { clock, minutesOf } from "./window";

export type RateDraft = Record<keyof RateSettingForm, string>;

/** Between which numbers each has to lie, and in which steps: one, or any. */
export const NUMBERS = {
  responded: { least: 0, most: 1, isWhole: false },
  solved: { least: 0, most: 1, isWhole: false },
  satisfied: { least: 0, most: 1, isWhole: false },
  partly: { least: 0, most: 1, isWhole: false },
  month_starts: { least: 1, most: 28, isWhole: true },
  board: { least: 1, most: 20, isWhole: true },
} as const;
export type NumberName = keyof typeof NUMBERS;
export type Faults = Partial<Record<keyof RateDraft, string>>;

/** What has to make one together. */
export const WEIGHTS = ["responded", "solved", "satisfied"] as const;

export function draftOf(active: RateSetting): RateDraft {
  return {
    note: "",
    responded: String(active.responded),
    solved: String(active.solved),
    satisfied: String(active.satisfied),
    partly: String(active.partly),
    satisfied_words: active.satisfied_words.join("、"),
    partly_words: active.partly_words.join("、"),
    day_starts: clock(active.day_starts),
    month_starts: String(active.month_starts),
    board: String(active.board),
  };
}

/** What keeps each field from being sent, in words. */
export function faultsOf(draft: RateDraft): Faults {
  const faults: Faults = {};
  for (const name of Object.keys(NUMBERS) as NumberName[]) {
    const fault = numberFault(name, draft[name]);
    if (fault) faults[name] = fault;
  }
  if (draft.day_starts === "") faults.day_starts = words.needTime;
  if (splitWords(draft.satisfied_words).length === 0) faults.satisfied_words = words.needWord;
  if (draft.note.trim() === "") faults.note = words.needNote;
  return faults;
}

function numberFault(name: NumberName, typed: string): string | null {
  const { least, most, isWhole } = NUMBERS[name];
  if (typed.trim() === "") return words.needNumber;
  const value = Number(typed);
  if (!(value >= least && value <= most)) return words.between(least, most);
  return isWhole && !Number.isInteger(value) ? words.wholeNumber : null;
}

/** The weights together; null while one of them is no number. */
export function sumOf(draft: RateDraft): number | null {
  if (WEIGHTS.some((name) => numberFault(name, draft[name]))) return null;
  const sum = WEIGHTS.reduce((total, name) => total + Number(draft[name]), 0);
  return Number(sum.toFixed(9));
}

/** What is sent; null while something keeps it from being. */
export function formOf(draft: RateDraft): RateSettingForm | null {
  if (Object.keys(faultsOf(draft)).length > 0 || sumOf(draft) !== 1) return null;
  return {
    note: draft.note.trim(),
    responded: Number(draft.responded),
    solved: Number(draft.solved),
    satisfied: Number(draft.satisfied),
    partly: Number(draft.partly),
    satisfied_words: splitWords(draft.satisfied_words),
    partly_words: splitWords(draft.partly_words),
    day_starts: minutesOf(draft.day_starts),
    month_starts: Number(draft.month_starts),
    board: Number(draft.board),
  };
}

const splitWords = (typed: string): string[] => typed.split(/[\s,\uff0c、]+/u).filter(Boolean);
