/** What is asked before a source is opened, put right, retired or taken up again. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { words as admin } from "../../text/admin";
import { words } from "../../text/intake";
import { type IntakeSource, intakeApi, type NewSourceForm } from "../../wire/intake";
import { Dialog } from "../parts/Dialog";
import { OneOf, TextLine } from "../parts/Fields";
import { ReasonDialog } from "../parts/ReasonDialog";
import type { Secret } from "./secret";

interface Closing {
  onMade: (secrets: readonly Secret[]) => void;
  onClose: () => void;
}

const DATUMS = Object.entries(words.datums).map(([value, label]) => ({ value, label }));
const PLATFORMS = Object.entries(words.platforms).map(([value, label]) => ({ value, label }));

function callbackSecret(secret: string | null): Secret[] {
  return secret ? [{ title: words.callbackSecret, what: words.callbackSecretWhat, secret }] : [];
}

export function OpenSource({ profiles, onMade, onClose }: Closing & { profiles: readonly string[] }) {
  const queries = useQueryClient();
  const [form, setForm] = useState({
    ...{ id: "", name: "", datum: "gcj02", platform: "hotline", callback_url: "", note: "" },
    like: profiles[0] ?? "",
  });
  const set = (name: keyof typeof form) => (value: string) => setForm({ ...form, [name]: value });
  const open = useMutation({
    mutationFn: () =>
      intakeApi.open({ ...form, callback_url: form.callback_url.trim() || null } as NewSourceForm),
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: ["intake"] });
      const first = { title: words.opened(form.name), what: words.openedWhat, secret: made.secret };
      onMade([first, ...callbackSecret(made.callback_secret)]);
    },
  });
  const choices = profiles.map((name) => ({ value: name, label: name }));
  return (
    <Dialog
      title={words.openTitle}
      confirm={words.open}
      isReady={[form.id, form.name, form.note, form.like].every((value) => value.trim() !== "")}
      isSending={open.isPending}
      refused={open.error}
      onConfirm={() => open.mutate()}
      onClose={onClose}
    >
      <p>{words.openWhat}</p>
      <TextLine name="name" label={words.name} value={form.name} onChange={set("name")} maxLength={60} />
      <TextLine name="id" label={words.id} value={form.id} onChange={set("id")} maxLength={40} />
      <p className="quiet">{words.idHint}</p>
      <div className="intake-pair">
        <OneOf name="datum" label={words.datum} value={form.datum} onChange={set("datum")} choices={DATUMS} />
        <OneOf
          name="platform"
          label={words.platform}
          value={form.platform}
          onChange={set("platform")}
          choices={PLATFORMS}
        />
      </div>
      <OneOf name="like" label={words.like} value={form.like} onChange={set("like")} choices={choices} />
      <Callback value={form.callback_url} onChange={set("callback_url")} />
      <TextLine name="note" label={admin.reason} value={form.note} onChange={set("note")} maxLength={300} />
    </Dialog>
  );
}

function Callback({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <>
      <TextLine
        name="callback_url"
        label={words.callback}
        value={value}
        onChange={onChange}
        maxLength={300}
      />
      <p className="quiet">{words.callbackHint}</p>
    </>
  );
}

export function ChangeSource({ source, onMade, onClose }: Closing & { source: IntakeSource }) {
  const queries = useQueryClient();
  const [name, setName] = useState(source.name);
  const [url, setUrl] = useState(source.callback_url ?? "");
  const change = useMutation({
    mutationFn: (note: string) => intakeApi.change(source.id, name, url.trim() || null, note),
    onSuccess: ({ callback_secret }) => {
      void queries.invalidateQueries({ queryKey: ["intake"] });
      void queries.invalidateQueries({ queryKey: ["kept-changes"] });
      onMade(callbackSecret(callback_secret));
    },
  });
  return (
    <ReasonDialog
      name="note"
      title={words.editTitle(source.name)}
      confirm={words.edit}
      what=""
      sending={change}
      onClose={onClose}
    >
      <TextLine name="name" label={words.name} value={name} onChange={setName} maxLength={60} />
      <Callback value={url} onChange={setUrl} />
    </ReasonDialog>
  );
}

export function RestSource({ source, onClose }: { source: IntakeSource; onClose: () => void }) {
  const queries = useQueryClient();
  const { active, id, name } = source;
  const rest = useMutation({
    mutationFn: (note: string) => (active ? intakeApi.retire(id, note) : intakeApi.resume(id, note)),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["intake"] });
      void queries.invalidateQueries({ queryKey: ["kept-changes"] });
      onClose();
    },
  });
  return (
    <ReasonDialog
      name="note"
      title={active ? words.retireTitle(name) : words.resumeTitle(name)}
      confirm={active ? words.retire : words.resume}
      what={active ? words.retireWhat : words.resumeWhat}
      isDanger={active}
      sending={rest}
      onClose={onClose}
    />
  );
}
