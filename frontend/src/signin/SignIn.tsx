/** Account and password; says in words what went wrong. */
import { type FormEvent, useState } from "react";
import { isComposing } from "../look/composing";
import { switchLanguage, text } from "../text";
import { api } from "../wire/api";
import { asProblem, type Problem } from "../wire/problem";
import { ChangePassword } from "./ChangePassword";
import { landingPage } from "./landing";

function refusal(problem: Problem): string {
  if (problem.isOffline) return text.signin.offline;
  if (problem.body.detail) return problem.body.detail;
  return problem.status === 429 || problem.status === 423 ? text.signin.locked : text.signin.failed;
}

function useSignIn() {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Problem | null>(null);
  /** The one-time password somebody has just used; empty where they come back for the change alone. */
  const [due, setDue] = useState<string | null>(() =>
    new URLSearchParams(location.search).has("change") ? "" : null,
  );
  async function goOn(): Promise<void> {
    const me = await api.me();
    const wanted = new URLSearchParams(location.search).get("next");
    location.assign(landingPage(me.memberships, wanted));
  }
  async function submit(username: string, password: string): Promise<void> {
    setBusy(true);
    setRefused(null);
    try {
      const me = await api.signIn(username, password);
      if (me.must_change) setDue(password);
      else await goOn();
    } catch (error) {
      setRefused(asProblem(error));
      setBusy(false);
    }
  }
  const problem = refused ? refusal(refused) : null;
  return { busy, problem, isWrong: refused?.status === 401, submit, due, goOn };
}

interface InputProps {
  label: string;
  name: string;
  type: string;
  autoComplete: string;
  autoFocus?: boolean;
}

function Input({ label, ...rest }: InputProps) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input className="input" required autoCapitalize="off" spellCheck={false} {...rest} />
    </label>
  );
}

export function SignIn() {
  const { busy, problem, isWrong, submit, due, goOn } = useSignIn();
  const [shown, setShown] = useState(false);
  if (due !== null) return <ChangePassword former={due} onDone={() => void goOn()} />;
  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void submit(String(form.get("username") ?? "").trim(), String(form.get("password") ?? ""));
  }
  return (
    <main className="signin">
      <form
        className="signin-card"
        onSubmit={onSubmit}
        onKeyDown={(event) => event.key === "Enter" && isComposing(event) && event.preventDefault()}
      >
        <h1>{text.product}</h1>
        <p className="signin-lead">{text.signin.lead}</p>
        <Input label={text.signin.username} name="username" type="text" autoComplete="username" autoFocus />
        <Input
          label={text.signin.password}
          name="password"
          type={shown ? "text" : "password"}
          autoComplete="current-password"
        />
        <label className="signin-show">
          <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
          {text.signin.show}
        </label>
        <p className="problem" role="alert">
          {problem}
        </p>
        {isWrong ? <p className="signin-forgot">{text.signin.forgot}</p> : null}
        <button type="submit" className="button primary signin-go" disabled={busy}>
          {busy ? text.signin.sending : text.signin.submit}
        </button>
      </form>
      <button type="button" className="link signin-language" onClick={switchLanguage}>
        {text.otherLanguage}
      </button>
    </main>
  );
}
