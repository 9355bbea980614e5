/** How replies are looked at, and when a replied ticket closes by itself: a form over the version in force. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { isComposing } from "../../look/composing";
import { useToasts } from "../../seat/toasts";
import { text } from "../../text";
import { words } from "../../text/admin";
import { closingApi, type ReplySetting } from "../../wire/closing";
import { Refusal } from "../parts/Asked";
import { Area, Input } from "../parts/Fields";
import { Form } from "../parts/Form";
import { History } from "../parts/History";

const NUMBERS = ["shortest", "alike", "compared", "conclude_days"] as const;
const LISTS = ["promising", "hollow", "doing"] as const;
type Draft = Record<(typeof NUMBERS)[number] | (typeof LISTS)[number] | "note", string>;

function draftOf(setting: ReplySetting): Draft {
  return {
    shortest: String(setting.shortest),
    alike: String(Math.round(setting.alike * 100)),
    compared: String(setting.compared),
    conclude_days: String(setting.conclude_days),
    promising: setting.promising.join("\n"),
    hollow: setting.hollow.join("\n"),
    doing: setting.doing.join("\n"),
    note: "",
  };
}

const lines = (typed: string) => [...new Set(typed.split("\n").map((line) => line.trim()))].filter(Boolean);

export function Replies({ settings }: { settings: readonly ReplySetting[] }) {
  const [held] = settings;
  if (!held) return null;
  return (
    <>
      <p className="quiet">
        {words.closing.setting.lead} {words.closing.setting.version(held.version)}
      </p>
      <SettingForm held={held} />
      <History about="reply_setting" nameOf={versionOf} labels={LABELS} />
    </>
  );
}

const told = words.closing.setting;
const LABELS = {
  shortest: told.shortest,
  alike: told.alike,
  compared: told.compared,
  conclude_days: told.conclude_days,
  promising: told.promising,
  hollow: told.hollow,
  doing: told.doing,
};
const versionOf = (subject: string) => told.version(Number(subject.split(":")[1]));

function useSave(version: number) {
  const queries = useQueryClient();
  const toasts = useToasts();
  return useMutation({
    mutationFn: (draft: Draft) =>
      closingApi.saveReplies({
        based_on: version,
        note: draft.note.trim(),
        shortest: Number(draft.shortest),
        alike: Number(draft.alike) / 100,
        compared: Number(draft.compared),
        conclude_days: Number(draft.conclude_days),
        promising: lines(draft.promising),
        hollow: lines(draft.hollow),
        doing: lines(draft.doing),
      }),
    onSuccess: () => {
      toasts.say(words.closing.saved);
      void queries.invalidateQueries({ queryKey: ["closing-rules"] });
    },
  });
}

function SettingForm({ held }: { held: ReplySetting }) {
  const [draft, setDraft] = useState(() => draftOf(held));
  const save = useSave(held.version);
  const isReady = draft.note.trim() !== "" && NUMBERS.every((name) => Number(draft[name]) > 0);
  const set = (name: keyof Draft, value: string) => {
    save.reset();
    setDraft((before) => ({ ...before, [name]: value }));
  };
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isReady && !save.isPending) save.mutate(draft);
  }
  return (
    <Form
      refused={save.error}
      className="settings"
      data-replies
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => event.key === "Enter" && isComposing(event) && event.preventDefault()}
    >
      {NUMBERS.map((name) => (
        <label key={name} className="field">
          <span className="field-label">{words.closing.setting[name]}</span>
          <Input
            name={name}
            inputMode="numeric"
            autoComplete="off"
            value={draft[name]}
            onChange={(event) => set(name, event.target.value)}
          />
        </label>
      ))}
      {LISTS.map((name) => (
        <label key={name} className="field">
          <span className="field-label">{words.closing.setting[name]}</span>
          <Area
            name={name}
            rows={5}
            value={draft[name]}
            onChange={(event) => set(name, event.target.value)}
          />
        </label>
      ))}
      <label className="field">
        <span className="field-label">{words.closing.setting.note}</span>
        <Input
          name="note"
          maxLength={200}
          autoComplete="off"
          value={draft.note}
          onChange={(event) => set("note", event.target.value)}
        />
      </label>
      <Refusal />
      <button
        type="submit"
        className="button primary"
        aria-disabled={!isReady || save.isPending}
        data-save-replies
      >
        {save.isPending ? text.act.sending : words.save}
      </button>
    </Form>
  );
}
