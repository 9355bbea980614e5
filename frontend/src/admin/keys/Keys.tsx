/** 接口密钥: keys for other programs. A key is shown once, when it is made; here stay its use, its end and its tail. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Face } from "../../look/Failure";
import { text } from "../../text";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { ApiKey, NewApiKey } from "../../wire/administration";
import { Asked } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";
import { Input } from "../parts/Fields";
import { count } from "../parts/figures";
import { moment, sinceWhen } from "../parts/moments";
import { MakeKey } from "./MakeKey";
import { ShownKey } from "./ShownKey";

export function Keys() {
  const found = useQuery({ queryKey: ["keys"], queryFn: adminApi.keys, refetchInterval: 30_000 });
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<NewApiKey | null>(null);
  return (
    <main className="page" data-page="keys">
      <div className="page-head">
        <div>
          <h2>{words.keys.title}</h2>
          <p className="quiet">{words.keys.lead}</p>
        </div>
        <button type="button" className="button primary" data-make-key onClick={() => setMaking(true)}>
          {words.keys.make}
        </button>
      </div>
      <Asked found={found}>{({ keys }) => <Table keys={keys} />}</Asked>
      {isMaking ? (
        <MakeKey
          units={found.data?.units ?? []}
          onMade={(key) => {
            setMaking(false);
            setMade(key);
          }}
          onClose={() => setMaking(false)}
        />
      ) : null}
      {made ? <ShownKey made={made} onClose={() => setMade(null)} /> : null}
    </main>
  );
}

function Table({ keys }: { keys: readonly ApiKey[] }) {
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  if (keys.length === 0) return <Face title={words.keys.none} hint={words.keys.noneHint} />;
  return (
    <>
      <div className="table-box">
        <table className="table">
          <thead>
            <tr>
              <th>{words.keys.name}</th>
              <th>{words.keys.tail}</th>
              <th>{words.keys.scope}</th>
              <th className="figure">{words.keys.perMinute}</th>
              <th>{words.keys.madeAt}</th>
              <th>{words.keys.expires}</th>
              <th>{words.keys.lastUsed}</th>
              <th>{words.state}</th>
              <th aria-label={words.act} />
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <Line key={key.id} held={key} onRevoke={() => setRevoking(key)} />
            ))}
          </tbody>
        </table>
      </div>
      {revoking ? <Revoke held={revoking} onClose={() => setRevoking(null)} /> : null}
    </>
  );
}

function Line({ held, onRevoke }: { held: ApiKey; onRevoke: () => void }) {
  const isValid = held.state === "valid";
  return (
    <tr className={isValid ? undefined : "spent"} data-key={held.id} data-key-state={held.state}>
      <td>
        <strong>{held.name}</strong>
      </td>
      <td className="code">··· {held.tail}</td>
      <td>
        {words.keys.scopes[held.scope]}
        {held.scope === "features" ? (
          <span className="under">{held.unit_name ?? words.keys.wholeDistrict}</span>
        ) : null}
      </td>
      <td className="figure">{count(held.per_minute)}</td>
      <td>
        {moment(held.created_at)}
        {held.created_by ? <span className="under">{held.created_by}</span> : null}
      </td>
      <td>{moment(held.expires_at)}</td>
      <td>{held.last_used_at ? sinceWhen(held.last_used_at) : words.never}</td>
      <td>
        {words.keys.states[held.state]}
        {held.revoked_at ? (
          <span className="under">
            {[moment(held.revoked_at), held.revoked_by].filter(Boolean).join(text.dot)}
          </span>
        ) : null}
      </td>
      <td className="ends">
        {isValid ? (
          <button type="button" className="button small danger" data-revoke={held.id} onClick={onRevoke}>
            {words.keys.revoke}
          </button>
        ) : null}
      </td>
    </tr>
  );
}

function Revoke({ held, onClose }: { held: ApiKey; onClose: () => void }) {
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const revoke = useMutation({
    mutationFn: () => adminApi.revokeKey(held.id, reason.trim()),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["keys"] });
      onClose();
    },
  });
  return (
    <Dialog
      title={words.keys.revokeTitle(held.name)}
      confirm={words.keys.revoke}
      isDanger
      isSending={revoke.isPending}
      refused={revoke.error}
      onConfirm={() => revoke.mutate()}
      onClose={onClose}
    >
      <p>{words.keys.revokeWhat}</p>
      <label className="field">
        <span className="field-label">
          {words.reason}
          <span className="field-need">{text.act.optional}</span>
        </span>
        <Input
          name="reason"
          maxLength={200}
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
    </Dialog>
  );
}
