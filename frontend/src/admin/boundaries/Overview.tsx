/** A version at a glance: what it holds, how it was checked, where it stands on its way, and how open tickets follow it. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { isComposing } from "../../look/composing";
import { useToasts } from "../../seat/toasts";
import { text } from "../../text";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { BoundaryList, Level, Version } from "../../wire/administration";
import { useAdmin } from "../context";
import { Refusal } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";
import { Input } from "../parts/Fields";
import { Form } from "../parts/Form";
import { count } from "../parts/figures";
import { moment } from "../parts/moments";
import { CheckButton } from "./CheckButton";
import { LeftBehind, Moving } from "./Following";
import { RollBack } from "./RollBack";
import { isChecked, nextStep } from "./steps";

export const LEVELS: readonly Level[] = ["town", "village", "cell", "police_grid"];

interface Props {
  version: Version;
  list: BoundaryList;
}

export function Overview({ version, list }: Props) {
  const { may } = useAdmin();
  return (
    <div role="tabpanel" className="tab-body">
      {version.held_back ? (
        <p className="notice bad" role="status" data-held-back>
          {words.boundaries.heldBack(version.held_back)}
        </p>
      ) : null}
      <dl className="figures">
        {LEVELS.map((level) => (
          <div key={level}>
            <dt>{words.boundaries.levels[level]}</dt>
            <dd>{count(version.counts[level])}</dd>
          </div>
        ))}
      </dl>
      {version.rezoning ? <Moving rezoning={version.rezoning} /> : null}
      {version.rezoning && version.rezoning.failed > 0 ? <LeftBehind version={version} /> : null}
      <Facts version={version} />
      {may.keep ? <OtherBase version={version} published={list.published} /> : null}
      {may.keep ? <NextStep version={version} /> : null}
      {may.keep ? <Others version={version} list={list} /> : null}
    </div>
  );
}

/** When, and whose deed it was; nothing where it has not been. */
function by(at: string | null, name: string | null): string {
  return at === null ? "" : [moment(at), name].filter(Boolean).join(text.dot);
}

function Facts({ version }: { version: Version }) {
  const facts: [string, ReactNode][] = [
    [words.boundaries.note, <Note key="note" version={version} />],
    [words.boundaries.basedOn, version.based_on ? words.boundaries.versionNo(version.based_on) : ""],
    [words.boundaries.made, by(version.created_at, version.created_by)],
    [words.boundaries.checked, checkedWords(version)],
    [words.boundaries.scheduled, by(version.publish_at, version.published_by)],
    [words.boundaries.published, by(version.published_at, version.published_by)],
    [words.boundaries.retired, version.retired_at ? moment(version.retired_at) : ""],
  ];
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== "")
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function checkedWords(version: Version): string {
  if (version.state !== "draft" && version.state !== "scheduled") return "";
  if (!version.checked) return words.boundaries.neverChecked;
  const found = words.boundaries.foundFaults(count(version.checked.blocking), count(version.checked.warning));
  const at = moment(version.checked.at);
  return [isChecked(version) ? found : words.boundaries.changedSince, at].join(text.dot);
}

/** The note, to be changed where the version may be. */
function Note({ version }: { version: Version }) {
  const { may } = useAdmin();
  const queries = useQueryClient();
  const [typed, setTyped] = useState(version.note);
  const save = useMutation({
    mutationFn: () => adminApi.noteVersion(version.id, typed.trim()),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["boundaries"] }),
  });
  if (!may.keep || version.state !== "draft") return <>{version.note || "–"}</>;
  return (
    <Form
      refused={save.error}
      className="inline"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
      onKeyDown={(event) => event.key === "Enter" && isComposing(event) && event.preventDefault()}
    >
      <Input
        name="note"
        aria-label={words.boundaries.note}
        maxLength={200}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {typed.trim() !== version.note ? (
        <button type="submit" className="button small" disabled={save.isPending}>
          {words.save}
        </button>
      ) : null}
      <Refusal />
    </Form>
  );
}

/** Somebody published another version meanwhile: a person says that the draft holds what changed there. */
function OtherBase({ version, published }: { version: Version; published: number | null }) {
  const queries = useQueryClient();
  const rebase = useMutation({
    mutationFn: (to: number) => adminApi.rebase(version.id, to),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["boundaries"] }),
  });
  const { based_on: based } = version;
  if (version.state !== "draft" || published === null || based === null || based === published) return null;
  return (
    <section className="next" data-other-base>
      <p>{words.boundaries.otherBase(based, published)}</p>
      <button
        type="button"
        className="button"
        disabled={rebase.isPending}
        onClick={() => rebase.mutate(published)}
      >
        {words.boundaries.rebase(published)}
      </button>
      <Refusal error={rebase.error} />
    </section>
  );
}

/** The one filled button: what leads on. */
function NextStep({ version }: { version: Version }) {
  const { go } = useAdmin();
  const next = nextStep(version);
  if (next === null) return null;
  return (
    <section className="next" data-next={next}>
      <p>{words.boundaries.next[next]}</p>
      {next === "check" ? (
        <CheckButton version={version} onDone={() => go({ tab: "check" })} />
      ) : (
        <button
          type="button"
          className="button primary"
          onClick={() => go({ tab: next === "mend" ? "check" : "publish" })}
        >
          {words.boundaries.nextButton[next]}
        </button>
      )}
    </section>
  );
}

/** What else may be done to a version as a whole. */
function Others({ version, list }: Props) {
  const [doing, setDoing] = useState<"delete" | "unschedule" | "rollback" | null>(null);
  const close = () => setDoing(null);
  const canGoBack = version.state === "published" && list.versions.some((each) => each.state === "retired");
  if (version.state === "retired" || (version.state === "published" && !canGoBack)) return null;
  return (
    <div className="others">
      {version.state === "draft" ? (
        <button type="button" className="button small danger" data-delete onClick={() => setDoing("delete")}>
          {words.boundaries.deleteDraft}
        </button>
      ) : null}
      {version.state === "scheduled" ? (
        <button type="button" className="button small" data-unschedule onClick={() => setDoing("unschedule")}>
          {words.boundaries.unschedule}
        </button>
      ) : null}
      {canGoBack ? (
        <button type="button" className="button small" data-rollback onClick={() => setDoing("rollback")}>
          {words.boundaries.rollBack}
        </button>
      ) : null}
      {doing === "delete" ? <DeleteDraft version={version} onDone={close} /> : null}
      {doing === "unschedule" ? <Unschedule version={version} onDone={close} /> : null}
      {doing === "rollback" ? <RollBack version={version} list={list} onDone={close} /> : null}
    </div>
  );
}

function DeleteDraft({ version, onDone }: { version: Version; onDone: () => void }) {
  const { go } = useAdmin();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => adminApi.deleteDraft(version.id),
    onSuccess: async () => {
      go({ version: null, tab: null });
      await queries.invalidateQueries({ queryKey: ["boundaries"] });
      onDone();
    },
  });
  return (
    <Dialog
      title={words.boundaries.deleteTitle(version.id)}
      confirm={words.boundaries.deleteDraft}
      isDanger
      isSending={remove.isPending}
      refused={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onDone}
    >
      <p>{words.boundaries.deleteWhat}</p>
    </Dialog>
  );
}

function Unschedule({ version, onDone }: { version: Version; onDone: () => void }) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const undo = useMutation({
    mutationFn: () => adminApi.unschedule(version.id),
    onSuccess: () => {
      toasts.say(words.boundaries.unscheduled);
      void queries.invalidateQueries({ queryKey: ["boundaries"] });
      onDone();
    },
  });
  return (
    <Dialog
      title={words.boundaries.unscheduleTitle(version.publish_at ? moment(version.publish_at) : "")}
      confirm={words.boundaries.unschedule}
      isSending={undo.isPending}
      refused={undo.error}
      onConfirm={() => undo.mutate()}
      onClose={onDone}
    >
      <p>{words.boundaries.unscheduleWhat}</p>
    </Dialog>
  );
}
