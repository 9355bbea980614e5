/** 手工建单: a ticket from the window, a visitor or a patrol, with a try at locating it first. */
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { isComposing } from "../../look/composing";
import { forgetForm, keepForm, keptForm } from "../../seat/keep";
import { newOperation } from "../../seat/operation";
import { useToasts } from "../../seat/toasts";
import { dutyOf } from "../../state/duties";
import { text } from "../../text";
import { words as joint } from "../../text/joint";
import { words as doorWords } from "../../text/scores";
import { api } from "../../wire/api";
import type { Problem } from "../../wire/problem";
import { useDesk } from "../context";
import { SidePanel } from "../SidePanel";
import {
  emptyManual,
  type ManualDraft,
  type ManualField,
  missingManual,
  toNewTicket,
  withoutCaller,
  withPasted,
} from "./draft";
import { Locating } from "./Locating";
import { Pasted } from "./Pasted";

const TYPES = ["complaint", "help", "report", "inquiry", "suggestion"] as const;
const DOORS = ["call", "visit", "leader", "chat", "police"] as const;
const URGENCIES = ["normal", "urgent", "critical"] as const;
/** Names of the service's inputs that differ from the form's. */
const SERVICE_NAME: Partial<Record<ManualField, string>> = {
  callerName: "caller_name",
  callerPhone: "caller_phone",
};

function useReceive(draft: ManualDraft) {
  const { go } = useDesk();
  const toasts = useToasts();
  const operation = useRef(newOperation());
  return useMutation<Awaited<ReturnType<typeof api.receive>>, Problem>({
    mutationFn: () => api.receive(toNewTicket(draft, operation.current)),
    onSuccess: ({ row }) => {
      kept = emptyManual;
      forgetForm(null);
      toasts.say(text.manual.made(row.number));
      go({ panel: null, ticket: row.id, duty: dutyOf(row) ?? null, clock: null });
    },
    onError: (problem) => {
      // A refusal was not applied; the next try is a new order. A lost answer may have been: same id again.
      if (!problem.isOffline) operation.current = newOperation();
    },
  });
}

/**
 * Half a ticket is kept while the page lives, so that a call or a locked screen in between costs nothing; all of it but
 * the caller outlives an ended session too.
 */
let kept: ManualDraft = emptyManual;

function restored(person: number): ManualDraft {
  const found = keptForm<Partial<ManualDraft>>(person, null);
  return found?.command === "receive" ? { ...emptyManual, ...found.draft } : emptyManual;
}

function useDraft() {
  const person = useDesk().me.person.id;
  const [draft, setDraft] = useState<ManualDraft>(() => (kept === emptyManual ? restored(person) : kept));
  useEffect(() => {
    kept = draft;
    if (draft !== emptyManual)
      keepForm({ person, ticket: null, command: "receive", draft: withoutCaller(draft) });
  }, [draft, person]);
  return [draft, setDraft] as const;
}

export function ManualTicket() {
  const [draft, setDraft] = useDraft();
  const [isChecked, setChecked] = useState(false);
  const [reads, setReads] = useState(0);
  const receive = useReceive(draft);
  const missing = isChecked ? missingManual(draft) : [];
  const set = <K extends ManualField>(name: K, value: ManualDraft[K]) =>
    setDraft((held) => ({ ...held, [name]: value }));
  function submit(event: FormEvent): void {
    event.preventDefault();
    setChecked(true);
    if (missingManual(draft).length === 0 && !receive.isPending) receive.mutate();
  }
  const line = (name: LineName, more: Partial<LineProps> = {}) => (
    <Line
      {...{ name, value: draft[name], ...more }}
      isMissing={missing.includes(name)}
      problem={receive.error?.fieldDetail(SERVICE_NAME[name] ?? name)}
      onChange={(value) => set(name, value)}
    />
  );
  return (
    <SidePanel title={text.manual.title} lead={text.manual.lead} name="new">
      <form className="manual" noValidate onSubmit={submit} onKeyDown={onFormKey}>
        <div className="panel-body">
          <DangerFirst />
          <Choices
            label={doorWords.door}
            name="door"
            codes={DOORS}
            words={doorWords.doors}
            value={draft.door as (typeof DOORS)[number]}
            onChange={(code) => set("door", code)}
          />
          <Pasted
            onRead={(found) => {
              setDraft((held) => withPasted(held, found));
              setReads((count) => count + 1);
            }}
          />
          <Choices
            label={text.manual.type}
            name="type"
            codes={TYPES}
            words={text.type}
            value={draft.type}
            onChange={(code) => set("type", code)}
          />
          <Choices
            label={text.manual.urgency}
            name="urgency"
            codes={URGENCIES}
            words={text.urgency}
            value={draft.urgency}
            onChange={(code) => set("urgency", code)}
          />
          {line("title", { isNeeded: true, autoFocus: true })}
          {line("content", { isNeeded: true, isLong: true, hint: text.manual.contentHint })}
          {line("address")}
          <Locating draft={draft} reads={reads} onPoint={(point) => set("point", point)} />
          <div className="manual-pair">
            {line("callerName")}
            {line("callerPhone", { hint: text.manual.callerHint })}
          </div>
          <Confidential isOn={draft.confidential} onChange={(isOn) => set("confidential", isOn)} />
          <CategoryChoice value={draft.category} onChange={(code) => set("category", code)} />
        </div>
        <End problem={receive.error} isSending={receive.isPending} isMissing={missing.length > 0} />
      </form>
    </SidePanel>
  );
}

/** What is dangerous now is never a ticket. */
function DangerFirst() {
  const { go } = useDesk();
  return (
    <p className="danger-ask">
      {joint.dangerAsk}{" "}
      <a className="danger-call" href="tel:110">
        110
      </a>{" "}
      <button type="button" className="button small" data-danger onClick={() => go({ panel: "joint" })}>
        {joint.dangerLog}
      </button>
    </p>
  );
}

/** Ctrl Enter makes the ticket from wherever one types; the Enter that confirms pinyin never does. */
function onFormKey(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter") return;
  const isSent = (event.ctrlKey || event.metaKey) && !isComposing(event);
  if (isSent || isComposing(event)) event.preventDefault();
  if (isSent) event.currentTarget.requestSubmit();
}

type LineName = "title" | "content" | "address" | "callerName" | "callerPhone";

const LABEL: Record<LineName, string> = {
  title: text.manual.name,
  content: text.manual.content,
  address: text.manual.address,
  callerName: text.manual.callerName,
  callerPhone: text.manual.callerPhone,
};

const LONGEST: Record<LineName, number> = {
  title: 200,
  content: 20_000,
  address: 500,
  callerName: 50,
  callerPhone: 30,
};

interface LineProps {
  name: LineName;
  value: string;
  isNeeded?: boolean;
  isLong?: boolean;
  isMissing: boolean;
  hint?: string;
  problem: string | undefined;
  autoFocus?: boolean;
  onChange: (value: string) => void;
}

function Line({ name, value, isNeeded, isLong, isMissing, hint, problem, autoFocus, onChange }: LineProps) {
  const id = useId();
  const shared = {
    id,
    className: "input",
    name,
    value,
    autoFocus,
    autoComplete: "off",
    maxLength: LONGEST[name],
    placeholder: hint,
    "aria-invalid": isMissing || problem !== undefined,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <div className="field" data-field={name}>
      <label className="field-label" htmlFor={id}>
        {LABEL[name]}
        {isNeeded ? <span className="field-need">{text.act.required}</span> : null}
      </label>
      {isLong ? (
        <textarea {...shared} rows={3} />
      ) : (
        <input {...shared} inputMode={name === "callerPhone" ? "tel" : undefined} />
      )}
      {problem ? <p className="problem">{problem}</p> : null}
    </div>
  );
}

interface ChoicesProps<T extends string> {
  label: string;
  name: string;
  codes: readonly T[];
  words: Record<T, string>;
  value: T;
  onChange: (code: T) => void;
}

function Choices<T extends string>({ label, name, codes, words, value, onChange }: ChoicesProps<T>) {
  return (
    <fieldset className="field choices-field">
      <legend className="field-label">{label}</legend>
      <div className="choices">
        {codes.map((code) => (
          <label key={code} className="choice">
            <input
              type="radio"
              name={name}
              value={code}
              checked={value === code}
              onChange={() => onChange(code)}
            />
            <span>{words[code]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Confidential({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <label className="field manual-confidential">
      <input
        type="checkbox"
        name="confidential"
        checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{text.ticket.confidential}</span>
      <span className="quiet">{text.manual.confidentialHint}</span>
    </label>
  );
}

function CategoryChoice({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const { names } = useDesk();
  return (
    <label className="field">
      <span className="field-label">{text.manual.category}</span>
      <select
        className="input"
        name="category"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{text.manual.categoryNone}</option>
        {[...names.categories.values()]
          .filter(({ in_use }) => in_use)
          .map((category) => (
            <option key={category.code} value={category.code}>
              {category.path.replaceAll("/", " › ")}
            </option>
          ))}
      </select>
    </label>
  );
}

function End({
  problem,
  isSending,
  isMissing,
}: {
  problem: Problem | null;
  isSending: boolean;
  isMissing: boolean;
}) {
  const { go } = useDesk();
  const words = isMissing ? text.act.notSure : problem ? problemWords(problem) : "";
  return (
    <footer className="action">
      {words ? (
        <p className="notice bad" role="alert">
          {words}
        </p>
      ) : null}
      <div className="command-end">
        <button type="submit" className="button primary" data-send="receive" aria-disabled={isSending}>
          {isSending ? text.act.sending : text.manual.submit} <kbd>Ctrl Enter</kbd>
        </button>
        <button type="button" className="button" onClick={() => go({ panel: null })}>
          {text.act.cancel} <kbd>Esc</kbd>
        </button>
      </div>
    </footer>
  );
}

function problemWords(problem: Problem): string {
  return problem.isOffline ? text.act.offline : (problem.body.detail ?? text.act.failed);
}
