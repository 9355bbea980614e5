/** A one-time password opens nothing but this: choosing one's own. */
import { type FormEvent, useState } from "react";
import { text } from "../text";
import { words } from "../text/telling";
import { ask } from "../wire/api";
import { asProblem } from "../wire/problem";

export function ChangePassword({ former, onDone }: { former: string; onDone: () => void }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    try {
      const password = String(form.get("password") ?? "");
      await ask<void>("PUT", "/api/session/password", {
        former: former || String(form.get("former") ?? ""),
        password,
      });
      onDone();
    } catch (error) {
      const refused = asProblem(error);
      setProblem(refused.isOffline ? text.signin.offline : (refused.body.detail ?? text.signin.failed));
      setBusy(false);
    }
  }
  return (
    <main className="signin">
      <form className="signin-card" onSubmit={(event) => void submit(event)}>
        <h1>{words.changeTitle}</h1>
        <p className="signin-lead">{words.changeWhat}</p>
        {former ? null : (
          <Secret label={words.former_password} name="former" autoComplete="current-password" />
        )}
        <Secret label={words.newOne} name="password" autoComplete="new-password" />
        <p className="problem" role="alert">
          {problem}
        </p>
        <button type="submit" className="button primary signin-go" disabled={busy}>
          {busy ? text.signin.sending : words.change}
        </button>
      </form>
    </main>
  );
}

function Secret({ label, name, autoComplete }: { label: string; name: string; autoComplete: string }) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input
        className="input"
        name={name}
        type="password"
        required
        maxLength={200}
        autoComplete={autoComplete}
      />
    </label>
  );
}
