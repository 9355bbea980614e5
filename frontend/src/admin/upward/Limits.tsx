/** 答复时限: how long the hotline may take to answer a kind of request before the desks are alarmed; with every change. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { word } from "../../text";
import { words } from "../../text/upward";
import { type RequestKind, upwardApi } from "../../wire/upward";
import { useAdmin } from "../context";
import { Asked, Refusal } from "../parts/Asked";
import { Input } from "../parts/Fields";
import { Form } from "../parts/Form";
import { History } from "../parts/History";
import { useGrounds } from "./Grounds";

export function Limits() {
  const { may } = useAdmin();
  const found = useGrounds();
  return (
    <Asked found={found}>
      {(published) => (
        <>
          <p className="quiet">{words.admin.usual}</p>
          <table className="table">
            <tbody>
              {published.limits.map((limit) => (
                <Limit key={limit.kind} kind={limit.kind} minutes={limit.answer_minutes} />
              ))}
            </tbody>
          </table>
          {may.keep ? (
            <History
              about="upward_limit"
              nameOf={(_subject, { label }) => word(words.kind, label ?? "")}
              labels={{ answer_minutes: words.admin.answerMinutes }}
            />
          ) : null}
        </>
      )}
    </Asked>
  );
}

function Limit({ kind, minutes }: { kind: RequestKind; minutes: number }) {
  const { may } = useAdmin();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<number | null>(null);
  const set = useMutation({
    mutationFn: (wanted: number) => upwardApi.setLimit(kind, wanted),
    onSuccess: () => {
      setTyped(null);
      void queries.invalidateQueries({ queryKey: ["grounds"] });
    },
  });
  function send(event: FormEvent): void {
    event.preventDefault();
    if (typed !== null) set.mutate(typed);
  }
  return (
    <tr data-limit={kind}>
      <td>{words.kind[kind]}</td>
      <td>
        <Form refused={set.error} className="inline-form" onSubmit={send}>
          <Input
            type="number"
            name="answer_minutes"
            aria-label={words.kind[kind]}
            min={1}
            max={86_400}
            readOnly={!may.keep}
            value={typed ?? minutes}
            onChange={(event) => setTyped(event.target.valueAsNumber)}
          />
          <span>{words.admin.minutes}</span>
          {may.keep ? (
            <button
              type="submit"
              className="button small"
              disabled={set.isPending || typed === null || typed === minutes}
            >
              {words.admin.set}
            </button>
          ) : null}
          <Refusal />
        </Form>
      </td>
    </tr>
  );
}
