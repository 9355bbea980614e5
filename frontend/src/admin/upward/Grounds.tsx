/** 申请依据: the published grounds by kind, those in force first; added and ended by keepers, never changed. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Face } from "../../look/Failure";
import { words } from "../../text/upward";
import { type RequestKind, type UpwardGround, upwardApi } from "../../wire/upward";
import { useAdmin } from "../context";
import { Asked, Refusal } from "../parts/Asked";
import { Area, Input, Select } from "../parts/Fields";
import { Form } from "../parts/Form";
import { History } from "../parts/History";
import { moment } from "../parts/moments";

const REQUEST_KINDS = Object.keys(words.kind) as RequestKind[];

export function useGrounds() {
  return useQuery({ queryKey: ["grounds"], queryFn: upwardApi.grounds });
}

export function Grounds() {
  const { may } = useAdmin();
  const found = useGrounds();
  return (
    <>
      {may.keep ? <AddGround /> : null}
      <Asked found={found}>
        {({ grounds }) =>
          grounds.length === 0 ? (
            <Face title={words.admin.noGrounds} hint={words.admin.noGroundsHint} />
          ) : (
            <Table grounds={grounds} mayEnd={may.keep} />
          )
        }
      </Asked>
      {may.keep ? <History about="upward_ground" /> : null}
    </>
  );
}

/** One ground a line, as a published list is pasted; what was taken leaves the box, so that what was refused stays. */
function AddGround() {
  const queries = useQueryClient();
  const [kind, setKind] = useState<RequestKind>("extend");
  const [code, setCode] = useState("");
  const [names, setNames] = useState("");
  const lines = names
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const add = useMutation({
    mutationFn: async () => {
      for (const [at, name] of lines.entries()) {
        await upwardApi.addGround(kind, lines.length === 1 ? code.trim() || null : null, name);
        setNames(lines.slice(at + 1).join("\n"));
      }
    },
    onSuccess: () => setCode(""),
    onSettled: () => queries.invalidateQueries({ queryKey: ["grounds"] }),
  });
  function send(event: FormEvent): void {
    event.preventDefault();
    if (lines.length > 0) add.mutate();
  }
  return (
    <Form refused={add.error} className="inline-form" onSubmit={send} data-form="ground">
      <Select
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
      </Select>
      <Area
        name="name"
        rows={2}
        aria-label={words.admin.ground}
        placeholder={words.admin.groundHint}
        value={names}
        onChange={(event) => setNames(event.target.value)}
      />
      <Input
        name="code"
        aria-label={words.admin.code}
        placeholder={words.admin.codeHint}
        maxLength={40}
        disabled={lines.length > 1}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <button type="submit" className="button primary" disabled={add.isPending || lines.length === 0}>
        {lines.length > 1 ? words.admin.addMany(lines.length) : words.admin.add}
      </button>
      <Refusal />
    </Form>
  );
}

/** Codes of our own making tell people nothing; the hotline's own numbers do. */
const isOwnCode = (code: string): boolean => /^g\d+$|^[a-z_]+$/.test(code);

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
                <strong translate="no">{ground.name}</strong>
              </td>
              <td className="code">{isOwnCode(ground.code) ? null : ground.code}</td>
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
