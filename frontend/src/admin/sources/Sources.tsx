/** 推送密钥: a hotline's secrets by fingerprint; another beside the old one, shown once; the old one ends after a while. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Face } from "../../look/Failure";
import { text } from "../../text";
import { words as common } from "../../text/admin";
import { words as keeping } from "../../text/keeping";
import { keepingApi, type SecretSource, type WebhookSecret } from "../../wire/keeping";
import { Asked, Refusal } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";
import { History } from "../parts/History";
import { moment } from "../parts/moments";
import { Once } from "../parts/Once";

const words = keeping.secrets;
const MOST = 2;
const QUERY = ["secret-sources"];

export function Sources() {
  const found = useQuery({ queryKey: QUERY, queryFn: keepingApi.sources, refetchInterval: 30_000 });
  const [adding, setAdding] = useState<SecretSource | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const [ending, setEnding] = useState<{ source: SecretSource; secret: WebhookSecret } | null>(null);
  return (
    <main className="page" data-page="sources">
      <div className="page-head">
        <div>
          <h2>{words.title}</h2>
          <p className="quiet">{words.lead}</p>
        </div>
      </div>
      <Asked found={found}>
        {(sources) =>
          sources.length === 0 ? (
            <Face title={words.none} />
          ) : (
            sources.map((source) => (
              <Source
                key={source.source}
                source={source}
                onAdd={() => setAdding(source)}
                onEnd={(secret) => setEnding({ source, secret })}
              />
            ))
          )
        }
      </Asked>
      <History about="secret" load={keepingApi.secretChanges} />
      {adding ? (
        <AddSecret
          source={adding}
          onMade={(secret) => {
            setAdding(null);
            setShown(secret);
          }}
          onClose={() => setAdding(null)}
        />
      ) : null}
      {ending ? <EndSecret {...ending} onClose={() => setEnding(null)} /> : null}
      {shown ? (
        <Once
          title={words.shown}
          what={words.shownWhat}
          kept={words.kept}
          secret={shown}
          onClose={() => setShown(null)}
        />
      ) : null}
    </main>
  );
}

interface SourceProps {
  source: SecretSource;
  onAdd: () => void;
  onEnd: (secret: WebhookSecret) => void;
}

/** Ends nothing that would leave none: one has to stay that nobody has ended. */
function Source({ source, onAdd, onEnd }: SourceProps) {
  const staying = source.secrets.filter(({ ends_at }) => ends_at === null);
  const isFull = source.secrets.length >= MOST;
  return (
    <section className="part" data-source={source.source}>
      <h3>
        <span>
          {source.name} <span className="code quiet">{source.source}</span>{" "}
          {source.active ? null : <span className="quiet">{words.inactive}</span>}
        </span>
        <button
          type="button"
          className="button small"
          data-add-secret
          disabled={isFull}
          title={isFull ? words.twoAlready : undefined}
          onClick={onAdd}
        >
          {words.add}
        </button>
      </h3>
      <table className="table">
        <thead>
          <tr>
            <th>{words.fingerprint}</th>
            <th>{words.added}</th>
            <th>{common.state}</th>
            <th aria-label={common.act} />
          </tr>
        </thead>
        <tbody>
          {source.secrets.map((secret) => {
            const isLast = staying.every(({ fingerprint }) => fingerprint === secret.fingerprint);
            return (
              <tr key={secret.fingerprint} data-secret={secret.fingerprint}>
                <td className="code">{secret.fingerprint}</td>
                <td>
                  {secret.added_at ? moment(secret.added_at) : words.fromStart}
                  {secret.added_by ? <span className="under">{secret.added_by}</span> : null}
                </td>
                <td>
                  {secret.ends_at ? words.until(moment(secret.ends_at)) : words.good}
                  {secret.ended_by ? <span className="under">{secret.ended_by}</span> : null}
                </td>
                <td className="ends">
                  <button
                    type="button"
                    className="button small danger"
                    data-end-secret={secret.fingerprint}
                    disabled={isLast}
                    title={isLast ? words.endLast : undefined}
                    onClick={() => onEnd(secret)}
                  >
                    {words.end}
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

interface AddProps {
  source: SecretSource;
  onMade: (secret: string) => void;
  onClose: () => void;
}

function AddSecret({ source, onMade, onClose }: AddProps) {
  const queries = useQueryClient();
  const [given, setGiven] = useState("");
  const add = useMutation({
    mutationFn: () => keepingApi.addSecret(source.source, given.trim() || null),
    onSuccess: ({ secret }) => {
      void queries.invalidateQueries({ queryKey: QUERY });
      if (given.trim()) onClose();
      else onMade(secret);
    },
  });
  return (
    <Dialog
      title={words.addTitle(source.name)}
      confirm={words.add}
      isSending={add.isPending}
      onConfirm={() => add.mutate()}
      onClose={onClose}
    >
      <label className="field">
        <span className="field-label">
          {words.given}
          <span className="field-need">{text.act.optional}</span>
        </span>
        <input
          className="input code"
          name="given"
          maxLength={200}
          autoComplete="off"
          value={given}
          onChange={(event) => setGiven(event.target.value)}
        />
      </label>
      <p className="quiet">{words.givenWhat}</p>
      <Refusal error={add.error} />
    </Dialog>
  );
}

interface EndProps {
  source: SecretSource;
  secret: WebhookSecret;
  onClose: () => void;
}

function EndSecret({ source, secret, onClose }: EndProps) {
  const queries = useQueryClient();
  const [hours, setHours] = useState(24);
  const end = useMutation({
    mutationFn: () => keepingApi.endSecret(source.source, secret.fingerprint, hours),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: QUERY });
      onClose();
    },
  });
  return (
    <Dialog
      title={words.endTitle(secret.fingerprint)}
      confirm={words.end}
      isDanger
      isReady={Number.isInteger(hours) && hours >= 0}
      isSending={end.isPending}
      onConfirm={() => end.mutate()}
      onClose={onClose}
    >
      <label className="field">
        <span className="field-label">{words.hours}</span>
        <input
          className="input"
          name="hours"
          type="number"
          min={0}
          max={720}
          value={Number.isNaN(hours) ? "" : hours}
          onChange={(event) => setHours(event.target.valueAsNumber)}
        />
      </label>
      <p className="quiet">{words.hoursWhat}</p>
      <Refusal error={end.error} />
    </Dialog>
  );
}
