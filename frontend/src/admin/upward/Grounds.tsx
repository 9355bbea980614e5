/** 申请依据: the published grounds by kind, those in force first; added and ended by keepers, never changed. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { words } from "../../text/upward";
import { type RequestKind, type UpwardGround, upwardApi } from "../../wire/upward";
import { useAdmin } from "../context";
import { Asked, Refusal } from "../parts/Asked";
import { moment } from "../parts/moments";

export const REQUEST_KINDS = Object.keys(words.kind) as RequestKind[];

export function useGrounds() {
  return useQuery({ queryKey: ["grounds"], queryFn: upwardApi.grounds });
}

export function Grounds() {
  const { may } = useAdmin();
  const found = useGrounds();
  return (
    <>
      {may.keep ? <AddGround /> : null}
      <Asked found={found}>{({ grounds }) => <Table grounds={grounds} mayEnd={may.keep} />}</Asked>
    </>
  );
}

function AddGround() {
  const queries = useQueryClient();
  const [kind, setKind] = useState<RequestKind>("extend");
  const [code, setCode] = useState("");
  const [name, setName] = useState("");
  const add = useMutation({
    mutationFn: () => upwardApi.addGround(kind, code.trim(), name.trim()),
    onSuccess: () => {
      setCode("");
      setName("");
      void queries.invalidateQueries({ queryKey: ["grounds"] });
    },
  });
  function send(event: FormEvent): void {
    event.preventDefault();
    add.mutate();
  }
  return (
    <form className="inline-form" onSubmit={send} data-form="ground">
      <select
        className="input"
        name="kind"
        aria-label={words.admin.kindOf}
        value={kind}
        onChange={(event) => setKind(event.target.value as RequestKind)}
      >
        {REQUEST_KINDS.map((each) => (
          <option key={each} value={each}>
            {words.kind[each]}
          </option>
        ))}
      </select>
      <input
        className="input"
        name="code"
        aria-label={words.admin.code}
        placeholder={`${words.admin.code}(${words.admin.codeHint})`}
        required
        maxLength={40}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <input
        className="input"
        name="name"
        aria-label={words.admin.ground}
        placeholder={words.admin.ground}
        required
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="button primary" disabled={add.isPending}>
        {words.admin.add}
      </button>
      <Refusal error={add.error} />
    </form>
  );
}

function Table({ grounds, mayEnd }: { grounds: readonly UpwardGround[]; mayEnd: boolean }) {
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: (ground: number) => upwardApi.endGround(ground),
    onSettled: () => queries.invalidateQueries({ queryKey: ["grounds"] }),
  });
  return (
    <div className="table-box">
      <Refusal error={end.error} />
      <table className="table">
        <thead>
          <tr>
            <th>{words.admin.kindOf}</th>
            <th>{words.admin.ground}</th>
            <th>{words.admin.code}</th>
            <th>{words.admin.force}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {grounds.map((ground) => (
            <tr key={ground.id} className={ground.until ? "spent" : undefined} data-ground={ground.code}>
              <td>{words.kind[ground.kind]}</td>
              <td>
                <strong>{ground.name}</strong>
              </td>
              <td className="code">{ground.code}</td>
              <td>
                {[moment(ground.since), ground.added_by].filter(Boolean).join(" · ")}
                {ground.until ? (
                  <span className="under">
                    {words.admin.ended(moment(ground.until), ground.ended_by ?? "")}
                  </span>
                ) : null}
              </td>
              <td className="ends">
                {mayEnd && !ground.until ? (
                  <button
                    type="button"
                    className="button small danger"
                    data-end={ground.id}
                    disabled={end.isPending}
                    onClick={() => end.mutate(ground.id)}
                  >
                    {words.admin.end}
                  </button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
