/** 投诉建议, written: what, with or without one's name. On the phone page and on a link's. */
import { type FormEvent, useState } from "react";
import { text } from "../../text";
import { words } from "../../text/grievances";
import type { Grieved } from "../keep/making";
import type { Values } from "../rules/fields";

const LONGEST = 2_000;
const NAMED = [true, false] as const;

interface Props {
  /** Half written: "words", and "named" unless "no". */
  values: Values;
  change(values: Values): void;
  /** Keeps it on the phone, to be sent; whether it is kept. */
  keep(said: Grieved): Promise<boolean>;
  /** Where the answer will be read. */
  answered: string;
}

export function Grieve({ values, change, keep, answered }: Props) {
  const [problem, setProblem] = useState("");
  const [isKeeping, setKeeping] = useState(false);
  const said = String(values.words ?? "");
  const isNamed = values.named !== "no";
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (said.trim() === "") return setProblem(text.phone.missing(words.what));
    setKeeping(true);
    const isKept = await keep({ words: said.trim(), named: isNamed }).finally(() => setKeeping(false));
    setProblem(isKept ? "" : text.phone.phoneFull);
  }
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <label className="question">
        <span className="part-title">{words.what}</span>
        <textarea
          className="answer-input"
          name="words"
          rows={4}
          maxLength={LONGEST}
          placeholder={words.hint}
          value={said}
          onChange={(event) => change({ ...values, words: event.target.value })}
        />
      </label>
      <div className="choices two" role="radiogroup" aria-label={words.named.label}>
        {NAMED.map((named) => (
          <button
            key={String(named)}
            type="button"
            role="radio"
            aria-checked={isNamed === named}
            className={isNamed === named ? "tall chosen" : "tall"}
            data-named={named}
            onClick={() => change({ ...values, named: named ? "yes" : "no" })}
          >
            {named ? words.named.yes : words.named.no}
          </button>
        ))}
      </div>
      <p className="quiet">{[isNamed ? words.named.yesHint : words.named.noHint, answered].join("")}</p>
      <p className="problem" role="alert">
        {problem}
      </p>
      <button type="submit" className="tall filled" disabled={isKeeping} data-command="say_grievance">
        {words.send}
      </button>
    </form>
  );
}
