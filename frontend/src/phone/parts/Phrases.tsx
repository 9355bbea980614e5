/** One-tap phrases: each goes into the words, tapped again it goes out. */
import type { ReactNode } from "react";
import { text } from "../../text";
import type { FieldValue } from "../../wire/types";
import { withPhrase } from "../rules/fields";

export function phrasesOf(command: string): readonly string[] {
  if (command === "answer" || command === "co_reply") return text.phone.phrases;
  if (command === "decline") return text.phone.declinePhrases;
  return command === "note" ? text.phone.notePhrases : [];
}

interface Props {
  phrases: readonly string[];
  value: FieldValue | undefined;
  change(value: string, phrase: string): void;
  children?: ReactNode;
}

export function Phrases({ phrases, value, change, children }: Props) {
  const written = typeof value === "string" ? value : "";
  if (phrases.length === 0) return null;
  return (
    <div className="phrases">
      {phrases.map((phrase) => (
        <button
          key={phrase}
          type="button"
          className="phrase"
          aria-pressed={written.includes(phrase)}
          onClick={() => change(withPhrase(written, phrase), phrase)}
          data-phrase={phrase}
        >
          {phrase}
        </button>
      ))}
      {children}
    </div>
  );
}
