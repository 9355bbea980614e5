/** A draft in hand: names and codes edited, saved, tried on the last messages, put in force, or given up. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useToasts } from "../../seat/toasts";
import { text } from "../../text";
import { words } from "../../text/intake";
import { type IntakeProfile, intakeApi, type ProfileVersion } from "../../wire/intake";
import { useAdmin } from "../context";
import { Refusal } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";
import { Input } from "../parts/Fields";
import { Refusable } from "../parts/Form";
import { count } from "../parts/figures";
import { Progress, useWork } from "../parts/work";
import { Faults } from "./Faults";
import { FieldTable } from "./FieldTable";
import { type Edited, edited, mappingOf } from "./mapping";
import { Trial } from "./Trial";

interface Props {
  profile: IntakeProfile;
  version: ProfileVersion;
}

const USUAL = 200;

export function Draft({ profile, version }: Props) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const [mapping, setMapping] = useState<Edited>(() => edited(version.mapping));
  const [note, setNote] = useState(version.note);
  const [isChanged, setChanged] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      intakeApi.save(profile.name, version.version, version.revision, note, mappingOf(mapping)),
    onSuccess: () => {
      toasts.say(words.saved);
      void queries.invalidateQueries({ queryKey: ["intake"] });
      void queries.invalidateQueries({ queryKey: ["kept-changes"] });
    },
  });
  const isTried = version.tried?.is_current === true;
  return (
    <Refusable by={save.error}>
      <div className="rules-head">
        <h3>{words.version(version.version)}</h3>
        <span className="chip">{words.states[version.state]}</span>
        <Input
          name="note"
          aria-label={words.note}
          maxLength={300}
          value={note}
          onChange={(event) => {
            setChanged(true);
            setNote(event.target.value);
          }}
        />
        {isChanged ? <span className="quiet">{words.unsaved}</span> : null}
        <span className="gap" />
        {isChanged ? (
          <button
            type="button"
            className="button primary"
            data-save-draft
            aria-disabled={save.isPending}
            onClick={() => save.isPending || save.mutate()}
          >
            {save.isPending ? text.act.sending : words.save}
          </button>
        ) : (
          <Activate profile={profile} version={version} isReady={isTried} />
        )}
        <GiveUp profile={profile} version={version} />
      </div>
      <Refusal />
      {isChanged ? null : <Trying profile={profile} version={version} isTried={isTried} />}
      {isChanged ? null : <Faults version={version} />}
      <Trial trial={isChanged || !isTried ? null : version.tried} />
      <FieldTable
        edited={mapping}
        onChange={(next) => {
          setChanged(true);
          setMapping(next);
        }}
      />
    </Refusable>
  );
}

function Trying({ profile, version, isTried }: Props & { isTried: boolean }) {
  const queries = useQueryClient();
  const [messages, setMessages] = useState(String(USUAL));
  const long = useWork(
    `intake.${profile.name}.${version.version}`,
    () => void queries.invalidateQueries({ queryKey: ["intake"] }),
  );
  const many = /^\d{1,4}$/.test(messages) ? Number(messages) : 0;
  const isBlocked = long.isRunning || many < 1;
  return (
    <Refusable by={long.error}>
      <div className="notice" data-trying>
        {isTried ? null : <strong>{version.tried ? words.untried : words.mustTry} </strong>}
        {words.tryHint}{" "}
        <label>
          {words.tryMessages}{" "}
          <Input
            name="messages"
            inputMode="numeric"
            size={6}
            value={messages}
            onChange={(event) => setMessages(event.target.value)}
          />
        </label>{" "}
        <button
          type="button"
          className={isTried ? "button small" : "button primary"}
          data-try
          aria-disabled={isBlocked}
          onClick={() => isBlocked || long.begin(() => intakeApi.tryOut(profile.name, version.version, many))}
        >
          {words.try}
        </button>
        <Progress long={long} />
      </div>
    </Refusable>
  );
}

function Activate({ profile, version, isReady }: Props & { isReady: boolean }) {
  const { go } = useAdmin();
  const queries = useQueryClient();
  const toasts = useToasts();
  const [isAsking, setAsking] = useState(false);
  const refused = version.tried?.refused ?? 0;
  const activate = useMutation({
    mutationFn: () => intakeApi.activate(profile.name, version.version, version.revision),
    onSuccess: async () => {
      setAsking(false);
      toasts.say(words.activated(version.version));
      await queries.invalidateQueries({ queryKey: ["intake"] });
      await queries.invalidateQueries({ queryKey: ["kept-changes"] });
      go({ version: version.version });
    },
  });
  return (
    <>
      <button
        type="button"
        className={isReady ? "button primary" : "button"}
        data-activate
        disabled={!isReady}
        title={isReady ? undefined : words.mustTry}
        onClick={() => setAsking(true)}
      >
        {words.activate}
      </button>
      {isAsking ? (
        <Dialog
          title={words.activateTitle(version.version)}
          confirm={words.activate}
          isDanger={refused > 0}
          isSending={activate.isPending}
          refused={activate.error}
          onConfirm={() => activate.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>{words.activateWhat}</p>
          {refused > 0 ? <p className="notice bad">{words.refusesSome(count(refused))}</p> : null}
        </Dialog>
      ) : null}
    </>
  );
}

function GiveUp({ profile, version }: Props) {
  const { go } = useAdmin();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const discard = useMutation({
    mutationFn: () => intakeApi.discard(profile.name, version.version, version.revision),
    onSuccess: () => {
      setAsking(false);
      go({ version: null });
      void queries.invalidateQueries({ queryKey: ["intake"] });
    },
  });
  return (
    <>
      <button type="button" className="link" data-give-up onClick={() => setAsking(true)}>
        {words.discard}
      </button>
      {isAsking ? (
        <Dialog
          title={words.discard}
          confirm={words.discard}
          isDanger
          isSending={discard.isPending}
          refused={discard.error}
          onConfirm={() => discard.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>{words.discardWhat}</p>
        </Dialog>
      ) : null}
    </>
  );
}
