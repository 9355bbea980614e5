/** The words in use. Chinese first; a person may switch to English, kept on this machine. */
import { zh } from "./zh";

/** The same keys, any words: what a translation has to be. */
export type Words<T> = T extends (...args: infer A) => string
  ? (...args: A) => string
  : T extends string
    ? string
    : { [K in keyof T]: Words<T[K]> };

export type Text = Words<typeof zh>;
export type Language = "zh" | "en";

/** Each language by its own name. */
export const LANGUAGE_NAMES: Record<Language, string> = { zh: "中文", en: "English" };

const KEY = "dispatch.language";

function storedLanguage(): Language {
  try {
    return globalThis.localStorage?.getItem(KEY) === "en" ? "en" : "zh";
  } catch {
    // Storage can be forbidden by the browser's settings; Chinese is then the language.
    return "zh";
  }
}

export function otherLanguage(): Language {
  return storedLanguage() === "zh" ? "en" : "zh";
}

export function switchLanguage(): void {
  localStorage.setItem(KEY, otherLanguage());
  location.reload();
}

export const language: Language = storedLanguage();
export let text: Text = zh;

/** Takes the English words, where they were chosen. */
export function takeEnglish(en: Text): void {
  if (language === "en") text = en;
}

/** Fetches the words that were chosen, before anything is shown: each entry waits for it. Chinese is there at once. */
export async function loadWords(): Promise<void> {
  if (language !== "en") return;
  try {
    takeEnglish((await import("./en")).en);
  } catch {
    // Without network, or after an upgrade: the page stands, in the language that came with it.
  }
}

/** A word of an open code list; an unknown code is shown as it came rather than hidden. */
export function word(words: Record<string, string>, code: string): string {
  return words[code] ?? code;
}
