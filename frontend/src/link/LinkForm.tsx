/** A command's questions on the page of a link: words and choices; whatever needs the directory is for those who sign in. */
import { type FormEvent, type ReactNode, useState } from "react";
import { isComposing } from "../look/composing";
import { Phrases, phrasesOf } from "../phone/parts/Phrases";
import { askedFields, filled, longestOf, missingFields, withSpoken } from "../phone/rules/fields";
import { shutForPhotos } from "../phone/rules/photos";
import { forInput, fromInput } from "../state/moment";
import { text } from "../text";
import { choiceLabel, fieldLabel, labelOf } from "../text/labels";
import { words } from "../text/link";
import type { Allowed, FieldDescription, FieldValue } from "../wire/types";
import { useLinkDraft } from "./draft";
import type { Giving } from "./giving";
import { isSpoken, LinkTalk, LinkVoices, type Speaking } from "./speaking";
import { isAsked, type LinkView } from "./ticket";

interface Props {
  view: LinkView;
  command: Allowed;
  giving: Giving;
  speaking: Speaking;
  close(): void;
}

export function LinkForm({ view, command, giving, speaking, close }: Props) {
  const draft = useLinkDraft(view.row.id, command.command);
  const { values } = draft;
  const [isTried, setTried] = useState(false);
  const [isGiving, setGiving] = useState(false);
  const fields = command.fields.filter(isAsked);
  const spoken = fields.find(({ kind }) => kind === "long_text");
  const isAnswer = command.command === "answer";
  const given = withSpoken(command.command, values, isSpoken(speaking));
  const missing = missingFields(fields, given);
  const shut = command.why ?? shutForPhotos(command.command, values.how_closed, view.detail, view.pending);
  async function give(): Promise<boolean> {
    const { recorded, drop } = speaking.draft;
    if (isAnswer && recorded) {
      if (!(await speaking.send(recorded))) return false;
      await drop();
    }
    return giving.give(command, filled(fields, given));
  }
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (missing.length > 0 || shut) return;
    setGiving(true);
    const isKept = await give().finally(() => setGiving(false));
    if (!isKept) return;
    draft.clear();
    close();
  }
  const problem =
    isTried && missing.length > 0
      ? text.phone.missing(missing.map(fieldLabel).join(text.comma))
      : (shut ?? giving.said);
  return (
    <div className="phone" data-screen="link-form" data-form={command.command}>
      <header className="bar">
        <button type="button" className="bar-back" onClick={close} data-command="back">
          <span aria-hidden="true">‹</span>
          <span className="bar-back-words">{words.back}</span>
        </button>
      </header>
      <form
        className="form-frame"
        onSubmit={(event) => void submit(event)}
        onKeyDown={(event) => event.key === "Enter" && isComposing(event) && event.preventDefault()}
      >
        <main className="scroll form">
          <h1 className="title">{text.phone.formTitle[command.command] ?? labelOf(command)}</h1>
          <p className="quiet">{view.row.title}</p>
          {askedFields(fields, values).map((field) => (
            <Question
              key={field.name}
              field={field}
              phrases={field === spoken ? phrasesOf(command.command) : []}
              value={values[field.name] ?? null}
              change={(value) => draft.change({ ...values, [field.name]: value })}
            >
              {isAnswer && field === spoken ? <LinkTalk speaking={speaking} /> : null}
            </Question>
          ))}
          {isAnswer ? <LinkVoices speaking={speaking} /> : null}
        </main>
        <footer className="bottom">
          <p className="problem" role="alert">
            {problem}
          </p>
          <button
            type="submit"
            className="tall filled head-button"
            disabled={isGiving || Boolean(shut)}
            data-submit={command.command}
          >
            {text.phone.submit[command.command] ?? labelOf(command)}
          </button>
        </footer>
      </form>
    </div>
  );
}

interface QuestionProps {
  field: FieldDescription;
  phrases: readonly string[];
  value: FieldValue;
  change(value: FieldValue): void;
  children?: ReactNode;
}

function Question({ field, phrases, value, change, children }: QuestionProps) {
  const id = `field-${field.name}`;
  return (
    <div className="question" data-field={field.name}>
      <label className="question-label" htmlFor={id} id={`${id}-label`}>
        {fieldLabel(field)}
        {field.required ? null : <span className="quiet"> {text.phone.optional}</span>}
      </label>
      <Phrases phrases={phrases} value={value} change={change}>
        {children}
      </Phrases>
      <Input {...{ id, field, value, change }} />
    </div>
  );
}

function Input({ id, field, value, change }: Omit<QuestionProps, "phrases" | "children"> & { id: string }) {
  if (field.kind === "choice")
    return (
      <div className="choices two" role="radiogroup" aria-labelledby={`${id}-label`}>
        {(field.choices ?? []).map((choice) => (
          <button
            key={choice.value}
            type="button"
            role="radio"
            aria-checked={value === choice.value}
            className={`tall${value === choice.value ? " chosen" : ""}`}
            onClick={() => change(value === choice.value && !field.required ? null : choice.value)}
            data-choice={choice.value}
          >
            {choiceLabel(choice)}
          </button>
        ))}
      </div>
    );
  const common = {
    id,
    className: "answer-input",
    maxLength: longestOf(field),
    value: String(value ?? ""),
  };
  if (field.kind === "pick")
    return (
      <select
        id={id}
        className="answer-input"
        value={String(value ?? "")}
        onChange={(event) => change(event.target.value || null)}
      >
        <option value="" />
        {(field.choices ?? []).map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choiceLabel(choice)}
          </option>
        ))}
      </select>
    );
  if (field.kind === "moment")
    return (
      <input
        id={id}
        className="answer-input"
        type="datetime-local"
        value={typeof value === "string" ? forInput(value) : ""}
        onChange={(event) => change(fromInput(event.target.value))}
      />
    );
  if (field.kind === "long_text" || field.kind === "reply")
    return (
      <textarea {...common} rows={field.required ? 4 : 2} onChange={(event) => change(event.target.value)} />
    );
  return (
    <input
      {...common}
      inputMode={field.kind === "number" ? "decimal" : "text"}
      onChange={(event) => change(event.target.value)}
    />
  );
}
