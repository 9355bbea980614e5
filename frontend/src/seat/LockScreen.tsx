/** The locked screen: content hidden until the same person's password, or another sign-in. */
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { text } from "../text";
import { api } from "../wire/api";
import { asProblem, type Problem } from "../wire/problem";
import type { Me } from "../wire/types";
import { leave } from "./leave";
import { tellWindows } from "./windows";

function unlockWords(refused: Problem): string {
  if (refused.isOffline) return text.signin.offline;
  return refused.status === 401 ? text.lock.wrong : (refused.body.detail ?? text.lock.wrong);
}

function useUnlock() {
  const queries = useQueryClient();
  const [problem, setProblem] = useState("");
  async function unlock(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    try {
      await api.unlock(password);
      tellWindows("unlocked");
      await queries.invalidateQueries();
    } catch (error) {
      setProblem(unlockWords(asProblem(error)));
    }
  }
  return { problem, unlock };
}

interface Props {
  me: Me;
  /** How many tickets wait to be signed, counted on behind the lock; null where that is not known. */
  waiting: number | null;
  /** What else may be said behind the lock: counts. */
  children?: ReactNode;
}

export function LockScreen({ me, waiting, children }: Props) {
  const { problem, unlock } = useUnlock();
  return (
    <main className="lock">
      <form className="lock-card" onSubmit={(event) => void unlock(event)}>
        <h1>{text.lock.title}</h1>
        <p className="quiet">{text.lock.why}</p>
        {waiting === null ? null : (
          <p className="lock-waiting" data-waiting={waiting}>
            {text.lock.waiting(waiting)}
          </p>
        )}
        {children}
        <label className="field">
          <span className="field-label">
            {me.person.name} {text.signin.password}
          </span>
          <input
            className="input"
            name="password"
            type="password"
            autoComplete="current-password"
            autoFocus
            required
          />
        </label>
        <p className="problem" role="alert">
          {problem}
        </p>
        <button type="submit" className="button primary">
          {text.lock.unlock}
        </button>
        <button type="button" className="link" onClick={() => void leave()}>
          {text.lock.other}
        </button>
      </form>
    </main>
  );
}
