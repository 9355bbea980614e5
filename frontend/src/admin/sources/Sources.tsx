/** 热线密钥: what a hotline pushes with and what reports to it are signed with, by fingerprint; rotated one beside the other. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Face } from "../../look/Failure";
import { text } from "../../text";
import { words as common } from "../../text/admin";
import { words as keeping } from "../../text/keeping";
import { keepingApi, type SecretSource, type SecretWay, type WebhookSecret } from "../../wire/keeping";
import { Asked } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";
import { Input } from "../parts/Fields";
import { History } from "../parts/History";
import { moment, sinceWhen } from "../parts/moments";
import { Once } from "../parts/Once";

const words = keeping.secrets;
/** A hotline, and which of its secrets: of what it pushes, or of what is reported to it. */
interface Rotated {
  source: SecretSource;
  way: SecretWay;
}

const MOST = 2;
const QUERY = ["secret-sources"];

export function Sources() {
  const found = useQuery({ queryKey: QUERY, queryFn: keepingApi.sources, refetchInterval: 30_000 });
  const [adding, setAdding] = useState<Rotated | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const [ending, setEnding] = useState<(Rotated & { secret: WebhookSecret }) | null>(null);
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
                onAdd={(way) => setAdding({ source, way })}
                onEnd={(way, secret) => setEnding({ source, way, secret })}
              />
            ))
          )
        }
      </Asked>
      <History about="secret" load={keepingApi.secretChanges} />
      {adding ? (
        <AddSecret
          {...adding}
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
  onAdd: (way: SecretWay) => void;
  onEnd: (way: SecretWay, secret: WebhookSecret) => void;
}

function Source({ source, onAdd, onEnd }: SourceProps) {
  return (
    <section className="part" data-source={source.source}>
      <h3>
        <span>
          {source.name} <span className="code quiet">{source.source}</span>{" "}
          {source.active ? null : <span className="quiet">{words.inactive}</span>}
        </span>
      </h3>
      <Secrets way="push" secrets={source.secrets} {...{ onAdd, onEnd }} />
      {source.reports ? <Secrets way="report" secrets={source.report_secrets} {...{ onAdd, onEnd }} /> : null}
    </section>
  );
}

interface SecretsProps extends Omit<SourceProps, "source"> {
  way: SecretWay;
  secrets: readonly WebhookSecret[];
}

/** Ends nothing that would leave none: one has to stay that nobody has ended. */
function Secrets({ way, secrets, onAdd, onEnd }: SecretsProps) {
  const staying = secrets.filter(({ ends_at }) => ends_at === null);
  const isFull = secrets.length >= MOST;
  return (
    <div data-way={way}>
      <h4 className="secrets-head">
        <span>
          {words.way[way]} <span className="quiet">{words.wayWhat[way]}</span>
        </span>
        <button
          type="button"
          className="button small"
          data-add-secret={way}
          disabled={isFull}
          title={isFull ? words.twoAlready : undefined}
          onClick={() => onAdd(way)}
        >
          {words.add}
        </button>
      </h4>
      {secrets.length === 0 ? <p className="quiet">{words.noneYet[way]}</p> : null}
      <div className="table-box" hidden={secrets.length === 0}>
        <table className="table secrets-table">
          <thead>
            <tr>
              <th>{words.fingerprint}</th>
              <th>{words.added}</th>
              <th>{words.used}</th>
              <th>{common.state}</th>
              <th aria-label={common.act} />
            </tr>
          </thead>
          <tbody>
            {secrets.map((secret) => (
              <Secret
                key={secret.fingerprint}
                secret={secret}
                isLast={staying.every(({ fingerprint }) => fingerprint === secret.fingerprint)}
                onEnd={() => onEnd(way, secret)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

interface SecretProps {
  secret: WebhookSecret;
  isLast: boolean;
  onEnd: () => void;
}

function Secret({ secret, isLast, onEnd }: SecretProps) {
  return (
    <tr data-secret={secret.fingerprint}>
      <td className="code">{secret.fingerprint}</td>
      <td>
        {secret.added_at ? moment(secret.added_at) : words.fromStart}
        {secret.added_by ? <span className="under">{secret.added_by}</span> : null}
      </td>
      <td className="nowrap" data-used={secret.last_used_at !== null}>
        {secret.last_used_at ? (
          <time dateTime={secret.last_used_at} title={moment(secret.last_used_at)}>
            {sinceWhen(secret.last_used_at)}
          </time>
        ) : (
          <span className="quiet">{words.neverUsed}</span>
        )}
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
          onClick={onEnd}
        >
          {words.end}
        </button>
      </td>
    </tr>
  );
}

interface AddProps extends Rotated {
  onMade: (secret: string) => void;
  onClose: () => void;
}

function AddSecret({ source, way, onMade, onClose }: AddProps) {
  const queries = useQueryClient();
  const [given, setGiven] = useState("");
  const add = useMutation({
    mutationFn: () => keepingApi.addSecret(source.source, way, given.trim() || null),
    onSuccess: ({ secret }) => {
      void queries.invalidateQueries({ queryKey: QUERY });
      if (given.trim()) onClose();
      else onMade(secret);
    },
  });
  return (
    <Dialog
      title={words.addTitle(source.name, words.way[way])}
      confirm={words.add}
      isSending={add.isPending}
      refused={add.error}
      onConfirm={() => add.mutate()}
      onClose={onClose}
    >
      <label className="field">
        <span className="field-label">
          {words.given}
          <span className="field-need">{text.act.optional}</span>
        </span>
        <Input
          className="input code"
          name="secret"
          maxLength={200}
          autoComplete="off"
          value={given}
          onChange={(event) => setGiven(event.target.value)}
        />
      </label>
      <p className="quiet">{words.givenWhat[way]}</p>
    </Dialog>
  );
}

interface EndProps extends Rotated {
  secret: WebhookSecret;
  onClose: () => void;
}

function EndSecret({ source, way, secret, onClose }: EndProps) {
  const queries = useQueryClient();
  const [hours, setHours] = useState(24);
  const end = useMutation({
    mutationFn: () => keepingApi.endSecret(source.source, way, secret.fingerprint, hours),
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
      refused={end.error}
      onConfirm={() => end.mutate()}
      onClose={onClose}
    >
      <label className="field">
        <span className="field-label">{words.hours}</span>
        <Input
          name="hours"
          type="number"
          min={0}
          max={720}
          value={Number.isNaN(hours) ? "" : hours}
          onChange={(event) => setHours(event.target.valueAsNumber)}
        />
      </label>
      <p className="quiet">{words.hoursWhat}</p>
    </Dialog>
  );
}
