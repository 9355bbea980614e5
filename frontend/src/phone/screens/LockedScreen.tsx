/** The screen is locked: the password opens it, which needs a network; without one, whom to call. */
import { type FormEvent, useState } from "react";
import { Face } from "../../look/Failure";
import { text } from "../../text";
import { asProblem, type Problem } from "../../wire/problem";
import { type PhoneSession, type PhoneView, toSignIn } from "../keep/session";
import { centersOf } from "../rules/centers";

interface Props {
  session: PhoneSession;
  view: PhoneView;
}

function refusal({ isOffline, status, body }: Problem): string {
  if (isOffline) return text.phone.lockedOffline;
  return status === 401 ? text.lock.wrong : (body.detail ?? text.lock.wrong);
}

export function LockedScreen({ session, view }: Props) {
  const [problem, setProblem] = useState("");
  const [isShown, setShown] = useState(false);
  const { waiting } = view.summary;
  async function unlock(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    setProblem("");
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    await session.unlock(password).catch((error: unknown) => setProblem(refusal(asProblem(error))));
  }
  async function leave(): Promise<void> {
    try {
      await session.signOut();
    } catch (error) {
      if (asProblem(error).isOffline) setProblem(text.phone.signOutOffline);
      else toSignIn();
    }
  }
  return (
    <div className="phone phone-face" data-face="locked">
      <Face title={text.lock.title} hint={text.phone.lockedHint}>
        <form className="lock" onSubmit={(event) => void unlock(event)}>
          <input
            className="answer-input"
            name="password"
            type={isShown ? "text" : "password"}
            aria-label={text.signin.password}
            autoComplete="current-password"
            autoCapitalize="off"
            spellCheck={false}
            required
          />
          <button
            type="button"
            className="plain"
            aria-pressed={isShown}
            onClick={() => setShown(!isShown)}
            data-command="show"
          >
            {isShown ? text.phone.hidePassword : text.signin.show}
          </button>
          <p className="problem" role="alert">
            {problem || (view.isOnline ? "" : text.phone.lockedOffline)}
          </p>
          <button type="submit" className="tall filled">
            {text.lock.unlock}
          </button>
        </form>
        {waiting > 0 ? <p className="note">{text.phone.lockedQueue(waiting)}</p> : null}
        {view.isOnline ? null : <Call view={view} />}
        <button type="button" className="plain" onClick={() => void leave()}>
          {text.lock.other}
        </button>
      </Face>
    </div>
  );
}

/** What cannot wait for the network. */
function Call({ view: { me, directory } }: { view: PhoneView }) {
  const center = me ? centersOf(me, directory).own : null;
  if (!center) return null;
  return (
    <a className="tall" href={`tel:${center.phone}`} data-command="call_center">
      {text.phone.callCenter(center.name)}
    </a>
  );
}
