/**
 * The form of one command. Enter in a line, or Ctrl Enter in a longer text, confirms; the Enter that confirms pinyin
 * never does; Esc cancels. What was typed stays when the service or the network refuses.
 */
import { type FormEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { isComposing } from "../../look/composing";
import { keepForm } from "../../seat/keep";
import { useKey } from "../../seat/keys";
import { text } from "../../text";
import { fieldLabel, labelOf } from "../../text/labels";
import type { Problem } from "../../wire/problem";
import type {
  Allowed,
  FieldDescription,
  FieldValue,
  Handler,
  TicketDetail,
  TicketRow,
} from "../../wire/types";
import { useDesk } from "../context";
import { conflictWords } from "../ticket";
import { askedFields, type Draft, filledFields, missingFields, startDraft } from "./draft";
import { Field } from "./Field";
import { firstGap } from "./gaps";
import { useHandlerOptions } from "./HandlerFields";

interface Props {
  allowed: Allowed;
  row: TicketRow;
  detail: TicketDetail;
  preset: Draft;
  /** The ticket as it was when the form opened. */
  seen: TicketRow;
  /** It signs the ticket first. */
  signs: boolean;
  isSending: boolean;
  problem: Problem | null;
  onSend: (fields: Record<string, FieldValue>) => void;
  onCancel: () => void;
}

function useDraft({ allowed, row, detail, preset }: Props) {
  const handlers = useHandlerOptions(row, detail);
  const [draft, setDraft] = useState<Draft>(() => startDraft(allowed.fields, withKnown(preset, detail)));
  const [isChanged, setChanged] = useState(false);
  useKeeping(isChanged ? draft : null, row.id, allowed.command);
  const { point } = preset;
  useEffect(() => {
    if (point) setDraft((before) => ({ ...before, point }));
  }, [point]);
  const set = (name: string, value: FieldValue) => {
    setChanged(true);
    setDraft((before) => ({ ...before, [name]: value }));
  };
  return { draft, set, handlers };
}

/** What was typed outlives a locked screen and an ended session; null while nothing was. */
function useKeeping(draft: Draft | null, ticket: number, command: string): void {
  const person = useDesk().me.person.id;
  useEffect(() => {
    if (draft) keepForm({ person, ticket, command, draft });
  }, [draft, person, ticket, command]);
}

/** A reviewer starts from the reply as the handler wrote it, else from the drafted one; a ruling from the owner the returning unit proposes. */
function withKnown(preset: Draft, detail: TicketDetail): Draft {
  const reply = detail.answer?.reply ?? detail.reply;
  const unit = detail.returned?.proposed;
  const isOwn = reply !== detail.answer?.done;
  return {
    ...(typeof reply === "string" && isOwn && detail.row.state === "answered" ? { reply } : {}),
    ...(typeof unit === "number" ? { unit } : {}),
    ...preset,
  };
}

/** The first empty required line gets the focus; where nothing is left to type, the button does: Enter confirms. */
function useFirstFocus(first: string | undefined, button: RefObject<HTMLButtonElement | null>): void {
  useEffect(() => {
    if (first === undefined) button.current?.focus();
  }, [first, button]);
}

/** In a longer text Enter begins a new line, so these forms are confirmed with Ctrl Enter. */
function isLong(allowed: Allowed): boolean {
  return allowed.fields.some((field) => field.kind === "long_text" && field.required);
}

function isAboutPoint(allowed: Allowed): boolean {
  return allowed.fields.some((field) => field.kind === "point") && !isLong(allowed);
}

/** Where one begins: in the first required line that is empty, else in a reply that has gaps. */
function firstToType({ fields }: Allowed, draft: Draft): string | undefined {
  const isEmpty = ({ required, kind, name }: FieldDescription) => required && TYPED.has(kind) && !draft[name];
  const hasGap = ({ kind, name }: FieldDescription) => kind === "reply" && firstGap(draft[name], 0) !== null;
  const asked = askedFields(fields, draft);
  return (asked.find(isEmpty) ?? asked.find(hasGap))?.name;
}

const TYPED: ReadonlySet<string> = new Set([...["text", "long_text", "choice", "unit", "pick", "category"]]);

export function CommandForm(props: Props) {
  const { allowed, row, detail, seen, isSending, problem, onSend, onCancel } = props;
  const { draft, set, handlers } = useDraft(props);
  const [isChecked, setChecked] = useState(false);
  const empty = missingFields(allowed.fields, draft);
  const missing =
    isChecked && empty.length > 0 ? text.act.needed(empty.map(fieldLabel).join(text.comma)) : "";
  const button = useRef<HTMLButtonElement>(null);
  const [first] = useState(() => firstToType(allowed, draft));
  const label = props.signs ? text.act.signAndAssign : labelOf(allowed);
  useFirstFocus(first, button);
  useKey("Escape", onCancel);
  function submit(): void {
    setChecked(true);
    if (empty.length === 0 && !isSending) onSend(filledFields(allowed.fields, draft));
  }
  // A click on the map takes the focus away from the button.
  useKey(isAboutPoint(allowed) ? "Enter" : null, submit);
  return (
    <form
      className="command"
      data-form={allowed.command}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={onFormKey}
    >
      <h3 className="command-title">{label}</h3>
      <div className="command-fields">
        {askedFields(allowed.fields, draft).map((field) => (
          <Field
            key={field.name}
            field={field}
            value={draft[field.name] ?? null}
            row={row}
            detail={detail}
            handlers={handlers}
            lead={draft.lead as Handler | null}
            problem={problem?.fieldDetail(field.name)}
            autoFocus={field.name === first}
            onChange={(value) => set(field.name, value)}
          />
        ))}
      </div>
      <Refusal words={missing || refusalWords(problem, seen, row, allowed)} />
      {seen.state !== row.state && !isSending ? <Changed seen={seen} row={row} /> : null}
      <div className="command-end">
        <button
          ref={button}
          type="submit"
          className="button primary"
          data-send={allowed.command}
          aria-disabled={isSending}
        >
          {isSending ? text.act.sending : label}
          <kbd>{isLong(allowed) ? "Ctrl Enter" : "Enter"}</kbd>
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {text.act.cancel} <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  );
}

/** Said below the inputs unless the service named the input it means. */
function refusalWords(problem: Problem | null, seen: TicketRow, row: TicketRow, allowed: Allowed): string {
  if (!problem) return "";
  if (problem.isOffline) return text.act.offline;
  if (problem.status === 409) return conflictWords(problem, seen, row);
  if (allowed.fields.some((field) => problem.fieldDetail(field.name))) return "";
  return problem.body.detail ?? text.act.failed;
}

function Refusal({ words }: { words: string }) {
  return words ? (
    <p className="notice bad" role="alert" data-refusal>
      {words}
    </p>
  ) : null;
}

function Changed({ seen, row }: { seen: TicketRow; row: TicketRow }) {
  return (
    <p className="notice" role="status">
      {text.act.changedMeanwhile} {text.ticket.changedFrom(text.state[seen.state], text.state[row.state])}
    </p>
  );
}

/** Esc is the page's: the newest of what it may end is ended. */
function onFormKey(event: KeyboardEvent<HTMLFormElement>): void {
  if (isComposing(event)) {
    if (event.key === "Enter") event.preventDefault();
    return;
  }
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    event.currentTarget.requestSubmit();
  }
}
