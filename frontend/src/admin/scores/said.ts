/** Settings of rates and steps of a score period in the words of their history. Pure. */
import { text, word } from "../../text";
import { words as versions } from "../../text/owning";
import { words } from "../../text/scores";
import { clock } from "./window";

export const RATE_LABELS = {
  responded: words.responded,
  solved: words.solved,
  satisfied: words.satisfied,
  partly: words.partly,
  satisfied_words: words.satisfiedWords,
  partly_words: words.partlyWords,
  day_starts: words.dayStarts,
  month_starts: words.monthStarts,
  board: words.board,
};
/** Words as a hotline writes them. */
export const QUOTED = ["satisfied_words", "partly_words"];
export const PERIOD_LABELS = {
  setting: words.setting,
  objections_until: words.objectionsUntil,
  state: words.state,
};

export const settingOf = (subject: string) => words.settingOf(Number(subject.split(":")[1]));

/** A word that counts as an opinion: our own name of one is said as people read it, a hotline's as it writes it. */
function sayOpinion(given: string): string {
  const opinion = text.closing.satisfied[given];
  return opinion ? words.ownOpinion(opinion) : given;
}

export function sayRates(field: string, value: unknown): string | undefined {
  if (field.endsWith("_words") && typeof value === "string") return sayOpinion(value);
  return field === "day_starts" && typeof value === "number" ? clock(value) : undefined;
}

export function sayPeriod(field: string, value: unknown): string | undefined {
  if (field === "state" && value) return word(words.periodState, String(value));
  return field === "setting" && value ? versions.rules.version(Number(value)) : undefined;
}
