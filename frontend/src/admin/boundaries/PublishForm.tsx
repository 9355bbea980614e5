/** Publishing, now or at a time. Who publishes types the counts that the preview says: read, not clicked through. */
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { isComposing } from "../../look/composing";
import { useToasts } from "../../seat/toasts";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { Preview, Published, Version } from "../../wire/administration";
import { useAdmin } from "../context";
import { Input } from "../parts/Fields";
import { Form } from "../parts/Form";
import { count } from "../parts/figures";
import { forInput, fromInput, moment } from "../parts/moments";
import { Progress, useWork } from "../parts/work";
import { isTypedRight, publishHindrance } from "./publishing";

const HOUR_MS = 3_600_000;

/** Three in the morning, when the fewest calls come. */
function tonight(): string {
  const day = forInput(Date.now() + 24 * HOUR_MS).slice(0, 10);
  return `${day}T03:00`;
}

export function PublishForm({ version, preview }: { version: Version; preview: Preview }) {
  const { go } = useAdmin();
  const queries = useQueryClient();
  const toasts = useToasts();
  const [isLater, setLater] = useState(false);
  const [at, setAt] = useState(tonight);
  const [typed, setTyped] = useState({ moved: "", other: "" });
  const hindrance = publishHindrance(version, preview);
  const instant = isLater ? fromInput(at) : null;
  const isReady = hindrance === null && isTypedRight(typed, preview) && (!isLater || instant !== null);
  const long = useWork(`publish.${version.id}`, (work) => {
    void queries.invalidateQueries({ queryKey: ["boundaries"] });
    if (work.state !== "done") return;
    const result = work.result as unknown as Published;
    toasts.say(
      result.publish_at ? words.publish.set(moment(result.publish_at)) : words.publish.done(version.id),
    );
    long.forget();
    go({ tab: "overview" });
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isReady && !long.isRunning) {
      long.begin(() => adminApi.publish(version.id, version.revision, instant));
    }
  }
  return (
    <Form
      refused={long.error}
      className="publish"
      data-publish
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => event.key === "Enter" && isComposing(event) && event.preventDefault()}
    >
      <h3>{words.publish.title}</h3>
      {hindrance ? (
        <p className="quiet" data-hindrance={hindrance}>
          {words.publish.hindrance[hindrance]}
        </p>
      ) : (
        <>
          <When {...{ isLater, setLater, at, setAt }} />
          <p className="typed">
            {words.publish.confirm[0]}
            <Blank
              name="moved"
              label={words.publish.moved}
              typed={typed.moved}
              onType={(moved) => setTyped({ ...typed, moved })}
            />
            {words.publish.confirm[1]}
            <Blank
              name="other"
              label={words.publish.otherCenter}
              typed={typed.other}
              onType={(other) => setTyped({ ...typed, other })}
            />
            {words.publish.confirm[2]}
          </p>
          <p className="quiet">
            {words.publish.confirmHint(count(preview.tickets.moved), count(preview.tickets.other_center))}
          </p>
          <Progress long={long} />
          <button
            type="submit"
            className="button primary"
            data-publish-now
            aria-disabled={!isReady || long.isRunning}
          >
            {isLater ? words.publish.schedule : words.publish.publish(version.id)}
          </button>
        </>
      )}
    </Form>
  );
}

interface WhenProps {
  isLater: boolean;
  setLater: (isLater: boolean) => void;
  at: string;
  setAt: (at: string) => void;
}

function When({ isLater, setLater, at, setAt }: WhenProps) {
  return (
    <div className="choices" role="radiogroup" aria-label={words.publish.when}>
      <label className="choice">
        <input type="radio" name="when" checked={!isLater} onChange={() => setLater(false)} />
        <span>{words.publish.now}</span>
      </label>
      <label className="choice">
        <input type="radio" name="when" checked={isLater} onChange={() => setLater(true)} />
        <span>{words.publish.later}</span>
      </label>
      {isLater ? (
        <Input
          className="input narrow"
          type="datetime-local"
          name="at"
          aria-label={words.publish.when}
          value={at}
          min={forInput(Date.now())}
          onChange={(event) => setAt(event.target.value)}
        />
      ) : null}
    </div>
  );
}

interface BlankProps {
  name: string;
  label: string;
  typed: string;
  onType: (typed: string) => void;
}

function Blank({ name, label, typed, onType }: BlankProps) {
  return (
    <Input
      className="input blank"
      name={name}
      aria-label={label}
      inputMode="numeric"
      autoComplete="off"
      data-typed={name}
      value={typed}
      onChange={(event) => onType(event.target.value)}
    />
  );
}
