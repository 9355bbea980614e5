/** The steps of a draft: tried, activated now or at a time, its schedule cancelled, given up. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useToasts } from "../../seat/toasts";
import { words } from "../../text/owning";
import { type RuleVersionDetail, rulesApi } from "../../wire/owning";
import { useAdmin } from "../context";
import { Dialog } from "../parts/Dialog";
import { Input } from "../parts/Fields";
import { Refusable } from "../parts/Form";
import { fromInput } from "../parts/moments";
import { Progress, useWork } from "../parts/work";

interface Props {
  detail: RuleVersionDetail;
}

const USUAL = 1000;

export function Trying({ detail, isTried }: Props & { isTried: boolean }) {
  const queries = useQueryClient();
  const [tickets, setTickets] = useState(String(USUAL));
  const long = useWork(
    `rules.${detail.version}`,
    () => void queries.invalidateQueries({ queryKey: ["rules"] }),
  );
  const many = /^\d{1,5}$/.test(tickets) ? Number(tickets) : 0;
  return (
    <Refusable by={long.error}>
      <div className="notice" data-trying>
        {isTried ? null : <strong>{detail.tried ? words.rules.untried : words.rules.mustTry} </strong>}
        {words.rules.tryHint}{" "}
        <label>
          {words.rules.tickets}{" "}
          <Input
            name="tickets"
            inputMode="numeric"
            size={6}
            value={tickets}
            onChange={(event) => setTickets(event.target.value)}
          />
        </label>{" "}
        <button
          type="button"
          className={isTried ? "button small" : "button primary"}
          data-try
          aria-disabled={long.isRunning || many < 1}
          onClick={() =>
            long.isRunning || many < 1 || long.begin(() => rulesApi.tryOut(detail.version, many))
          }
        >
          {words.rules.try}
        </button>
        <Progress long={long} />
      </div>
    </Refusable>
  );
}

export function Activate({ detail, isReady }: Props & { isReady: boolean }) {
  const { go } = useAdmin();
  const queries = useQueryClient();
  const toasts = useToasts();
  const [isAsking, setAsking] = useState(false);
  const [when, setWhen] = useState("");
  const activate = useMutation({
    mutationFn: () => rulesApi.activate(detail.version, detail.revision, when ? fromInput(when) : null),
    onSuccess: ({ state, version }) => {
      setAsking(false);
      toasts.say(state === "active" ? words.rules.activated(version) : words.rules.scheduled(version));
      void queries.invalidateQueries({ queryKey: ["rules"] });
      go({ version });
    },
  });
  return (
    <>
      <button
        type="button"
        className={isReady ? "button primary" : "button"}
        data-activate
        disabled={!isReady}
        title={isReady ? undefined : words.rules.mustTry}
        onClick={() => setAsking(true)}
      >
        {words.rules.activate}
      </button>
      {isAsking ? (
        <Dialog
          title={words.rules.activateTitle(detail.version)}
          confirm={words.rules.activate}
          isSending={activate.isPending}
          refused={activate.error}
          onConfirm={() => activate.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>{words.rules.activateWhat}</p>
          <label className="field">
            <span className="field-label">{words.rules.at}</span>
            <Input
              type="datetime-local"
              name="at"
              value={when}
              onChange={(event) => setWhen(event.target.value)}
            />
          </label>
        </Dialog>
      ) : null}
    </>
  );
}

export function GiveUp({ detail }: Props) {
  const { go, may } = useAdmin();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const isScheduled = detail.state === "scheduled";
  const act = useMutation({
    mutationFn: () =>
      isScheduled
        ? rulesApi.unschedule(detail.version, detail.revision)
        : rulesApi.discard(detail.version, detail.revision),
    onSuccess: () => {
      setAsking(false);
      void queries.invalidateQueries({ queryKey: ["rules"] });
      if (!isScheduled) go({ version: null });
    },
  });
  if (!may.keep) return null;
  const label = isScheduled ? words.rules.unschedule : words.rules.discard;
  return (
    <>
      <button type="button" className="link" data-give-up onClick={() => setAsking(true)}>
        {label}
      </button>
      {isAsking ? (
        <Dialog
          title={label}
          confirm={label}
          isDanger={!isScheduled}
          isSending={act.isPending}
          refused={act.error}
          onConfirm={() => act.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>{isScheduled ? words.rules.activateWhat : words.rules.discardWhat}</p>
        </Dialog>
      ) : null}
    </>
  );
}
