/** The second signature: whoever takes over confirms with their own password, on this screen. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { text } from "../../text";
import { words } from "../../text/telling";
import { asProblem } from "../../wire/problem";
import { dutyApi, type Handover } from "../../wire/telling";

export function TakeOver({ handover }: { handover: Handover }) {
  const queries = useQueryClient();
  const [password, setPassword] = useState("");
  const confirm = useMutation({
    mutationFn: () => dutyApi.takeOver(handover.id, password),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["handovers"] }),
    onError: () => setPassword(""),
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (password) confirm.mutate();
  }
  return (
    <form className="take-over" onSubmit={submit}>
      <label className="field">
        <span className="field-label">{words.takeOverWhat(handover.to_name)}</span>
        <input
          className="input"
          type="password"
          name="password"
          aria-label={words.password}
          autoComplete="off"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      <button type="submit" className="button small primary" data-take-over disabled={confirm.isPending}>
        {words.takeOver}
      </button>
      {confirm.error ? (
        <p className="problem" role="alert">
          {asProblem(confirm.error).body.detail ?? text.act.offline}
        </p>
      ) : null}
    </form>
  );
}
