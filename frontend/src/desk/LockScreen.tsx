/** The locked screen: content hidden until the same person's password, or another sign-in. */
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Face } from "../look/Failure";
import { text } from "../text";
import { api } from "../wire/api";
import { asProblem } from "../wire/problem";
import { toSignIn, useDesk } from "./context";
import { useCounts } from "./lists";

/** Ends the session and asks who is here. */
export async function leave(): Promise<void> {
  await api.signOut().catch(() => undefined);
  toSignIn();
}

/** Inside the desk: what waits to be signed is still counted, since the connection stays. */
export function CountingLockScreen() {
  const { live } = useDesk();
  const counts = useCounts();
  return <LockScreen waiting={live.board.size > 0 ? counts.dispatched : null} />;
}

export function LockScreen({ waiting }: { waiting: number | null }) {
  const queries = useQueryClient();
  const [problem, setProblem] = useState("");
  async function unlock(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    try {
      await api.unlock(password);
      await queries.invalidateQueries();
    } catch (error) {
      const refused = asProblem(error);
      setProblem(refused.isOffline ? text.signin.offline : (refused.body.detail ?? text.lock.wrong));
    }
  }
  return (
    <Face title={text.lock.title} hint={text.lock.why}>
      {waiting === null ? null : (
        <p className="lock-waiting" data-waiting={waiting}>
          {text.lock.waiting(waiting)}
        </p>
      )}
      <form className="lock-form" onSubmit={(event) => void unlock(event)}>
        <input
          className="input"
          name="password"
          type="password"
          aria-label={text.signin.password}
          autoComplete="current-password"
          autoFocus
          required
        />
        <button type="submit" className="button primary">
          {text.lock.unlock}
        </button>
      </form>
      <p className="problem" role="alert">
        {problem}
      </p>
      <button type="button" className="link" onClick={() => void leave()}>
        {text.lock.other}
      </button>
    </Face>
  );
}
