/** A command's form: the service says what it asks, phrases fill it by one tap, every letter is kept as it is typed. */
import { type FormEvent, useState } from "react";
import { isComposing } from "../../look/composing";
import { voicesOf } from "../../state/evidence";
import { text } from "../../text";
import { fieldLabel, labelOf } from "../../text/labels";
import type { Allowed, FieldDescription, FieldValue } from "../../wire/types";
import { usePhone } from "../context";
import { type Draft, useDraft, useVoiceDraft, type VoiceDraft } from "../keep/drafts";
import type { Acting } from "../parts/acting";
import { Banner, Bar } from "../parts/Bar";
import { FieldInput } from "../parts/FieldInput";
import { Heeded } from "../parts/Heeded";
import { PhotoInput, Photos } from "../parts/Photos";
import { Phrases, phrasesOf } from "../parts/Phrases";
import { TalkButton } from "../parts/TalkButton";
import { Voices } from "../parts/Voices";
import {
  askedFields,
  filled,
  missingFields,
  onlyChoices,
  tooLong,
  type Values,
  withSpoken,
} from "../rules/fields";
import { shutForPhotos } from "../rules/photos";
import type { TicketView } from "./ticket";

interface Props {
  ticket: TicketView;
  command: Allowed;
  acting: Acting;
}

/** Which field the phrases go into: the first long text. */
function spokenField(fields: readonly FieldDescription[]): FieldDescription | undefined {
  return fields.find((field) => field.kind === "long_text");
}

/** After these the ticket is not this person's any more: back to the list. */
const GIVES_AWAY = new Set(["decline", "return", "sign_off", "refuse_signoff"]);

/** What has to be filled in stands first. */
function inOrder(fields: readonly FieldDescription[]): FieldDescription[] {
  return [...fields].sort((a, b) => Number(b.required) - Number(a.required));
}

export function FormPage({ ticket, command, acting }: Props) {
  const { session, me, back, home } = usePhone();
  const kept = useDraft(session.database, me.person.id, ticket.row.id, command.command);
  const voice = useVoiceDraft(session.database, me.person.id, ticket.row.id);
  const draft = { ...kept, values: { ...onlyChoices(command.fields), ...kept.values } };
  const given = withSpoken(command.command, draft.values, isSpoken(ticket, voice));
  const [isTried, setTried] = useState(false);
  const [isGiving, setGiving] = useState(false);
  const problem = isTried ? problemOf(command, given) : "";
  const { how_closed } = draft.values;
  const shut = command.why ?? shutForPhotos(command.command, how_closed, ticket.detail, ticket.pending);
  async function give(): Promise<boolean> {
    if (command.command === "answer" && voice.recorded) {
      if (!(await acting.addVoice(voice.recorded))) return false;
      await voice.drop();
    }
    return acting.give(command, filled(command.fields, given));
  }
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (problemOf(command, given)) return showMissing(command, given);
    setGiving(true);
    const asked = location.search;
    const isKept = await give().finally(() => setGiving(false));
    if (!isKept) return;
    await draft.clear();
    // Whoever went on meanwhile stays where they are.
    if (location.search !== asked) return;
    if (GIVES_AWAY.has(command.command)) home();
    else back();
  }
  // First where the answer is shut for want of one.
  const photos =
    command.command === "answer" ? (
      <AnswerPhotos ticket={ticket} acting={acting} isAsked={shut !== null} />
    ) : null;
  const title = text.phone.formTitle[command.command] ?? text.phone.sure(labelOf(command));
  return (
    <div className="phone" data-screen="form" data-form={command.command} data-ticket={ticket.row.id}>
      <Bar title={text.phone.back} />
      <Banner />
      <form
        className="form-frame"
        onSubmit={(event) => void submit(event)}
        onKeyDown={(event) => event.key === "Enter" && isComposing(event) && event.preventDefault()}
      >
        <main className="scroll form">
          <h1 className="title">{title}</h1>
          <p className="quiet">{ticket.row.title}</p>
          {command.command === "sign_off" ? <Signed ticket={ticket} /> : null}
          {command.why ? photos : null}
          {draft.isLoaded ? <Fields {...{ ticket, command, draft, voice }} /> : null}
          {command.command === "answer" ? <Voices {...{ ticket, acting }} draft={voice} /> : null}
          {command.why ? null : photos}
        </main>
        <footer className="bottom">
          <p className="problem" role="alert">
            {problem || shut || acting.problem}
          </p>
          <button
            type="submit"
            className="tall filled head-button"
            disabled={isGiving || shut !== null}
            data-submit={command.command}
          >
            {text.phone.submit[command.command] ?? labelOf(command)}
          </button>
        </footer>
      </form>
    </div>
  );
}

/** What is signed, and what speaks against it. */
function Signed({ ticket: { detail } }: { ticket: TicketView }) {
  return (
    <>
      <Heeded answer={detail.answer} />
      <p className="words">{detail.reply}</p>
    </>
  );
}

/** Whether there are recorded words about it: on the phone, or with the center already. */
function isSpoken({ detail, acts }: TicketView, { recorded }: VoiceDraft): boolean {
  return (
    recorded !== null || acts.some(({ kind }) => kind === "voice") || voicesOf(detail.evidence).length > 0
  );
}

function showMissing(command: Allowed, values: Values): void {
  const name = missingFields(inOrder(command.fields), values)[0]?.name;
  document.querySelector(`[data-field="${name}"]`)?.scrollIntoView({ block: "center" });
}

function problemOf(command: Allowed, values: Values): string {
  const missing = missingFields(command.fields, values);
  if (missing.length > 0) return text.phone.missing(missing.map(fieldLabel).join(text.comma));
  const long = tooLong(command.fields, values);
  return long ? text.phone.tooLong(fieldLabel(long), long.kind === "text" ? 200 : 5_000) : "";
}

interface FieldsProps {
  ticket: TicketView;
  command: Allowed;
  draft: Draft;
  voice: VoiceDraft;
}

function Fields({ ticket, command, draft, voice }: FieldsProps) {
  const spoken = spokenField(command.fields);
  const set = (name: string, value: FieldValue) => draft.change({ ...draft.values, [name]: value });
  return askedFields(inOrder(command.fields), draft.values).map((field) => (
    <div key={field.name} className="question" data-field={field.name}>
      {field === spoken ? (
        <Phrases
          phrases={phrasesOf(command.command)}
          value={draft.values[field.name]}
          change={(v) => set(field.name, v)}
        >
          {command.command === "answer" ? <TalkButton keep={voice.keep} /> : null}
        </Phrases>
      ) : null}
      <FieldInput
        field={field}
        value={draft.values[field.name] ?? null}
        change={(value) => set(field.name, value)}
        ticket={ticket}
      />
    </div>
  ));
}

function AnswerPhotos({ ticket, acting, isAsked }: { ticket: TicketView; acting: Acting; isAsked: boolean }) {
  return (
    <>
      <PhotoInput acting={acting} fromGallery={false} className={isAsked ? "tall filled" : "tall"}>
        {text.phone.photo}
      </PhotoInput>
      <Photos evidence={ticket.detail.evidence} acts={ticket.acts} acting={acting} canAdd />
    </>
  );
}
