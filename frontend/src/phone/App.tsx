/** Which face the page shows: locked, forbidden, unreachable, or the tasks. */
import { type FormEvent, useState } from "react";
import { Face } from "../look/Failure";
import { OwnWatermark } from "../look/Watermark";
import { isAdministrator } from "../state/roles";
import { text } from "../text";
import { asProblem } from "../wire/problem";
import { PhoneProvider, usePhone, useView } from "./context";
import { type PhoneSession, toSignIn } from "./keep/session";
import { AccountScreen } from "./screens/AccountScreen";
import { GrievanceScreen } from "./screens/GrievanceScreen";
import { ListScreen } from "./screens/ListScreen";
import { MineScreen } from "./screens/MineScreen";
import { PatrolScreen } from "./screens/PatrolScreen";
import { QueueScreen } from "./screens/QueueScreen";
import { TicketScreen } from "./screens/TicketScreen";

export function App({ session }: { session: PhoneSession }) {
  const view = useView(session);
  if (view.face === "locked") return <Locked session={session} />;
  if (view.face === "forbidden")
    return <Forbidden session={session} isAdmin={isAdministrator(view.me?.memberships ?? [])} />;
  if (view.face === "unreachable") return <Unreachable session={session} />;
  if (view.face === "loading" || !view.me) return <Face title={text.phone.loading} />;
  return (
    <PhoneProvider session={session} view={view} me={view.me}>
      <Screen />
      <OwnWatermark me={view.me} offset={view.offset} />
    </PhoneProvider>
  );
}

function Screen() {
  const { address } = usePhone();
  if (address.page === "queue") return <QueueScreen />;
  if (address.page === "account") return <AccountScreen />;
  if (address.page === "grievance") return <GrievanceScreen />;
  if (address.page === "patrol") return <PatrolScreen />;
  if (address.page === "mine") return <MineScreen />;
  return address.ticket === null ? <ListScreen /> : <TicketScreen id={address.ticket} />;
}

function Unreachable({ session }: { session: PhoneSession }) {
  return (
    <div className="phone phone-face" data-face="unreachable">
      <Face title={text.phone.unreachable} hint={text.phone.unreachableHint}>
        <button type="button" className="tall filled" onClick={() => void session.confirm()}>
          {text.faces.retry}
        </button>
      </Face>
    </div>
  );
}

function Forbidden({ session, isAdmin }: { session: PhoneSession; isAdmin: boolean }) {
  const [title, hint] = isAdmin
    ? [text.faces.noAdmin, text.faces.noAdminHint]
    : [text.phone.forbidden, text.phone.forbiddenHint];
  return (
    <div className="phone phone-face" data-face="forbidden">
      <Face title={title} hint={hint}>
        <button type="button" className="tall filled" onClick={() => void session.signOut().catch(toSignIn)}>
          {text.lock.other}
        </button>
      </Face>
    </div>
  );
}

function Locked({ session }: { session: PhoneSession }) {
  const [problem, setProblem] = useState("");
  async function unlock(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    try {
      await session.unlock(password);
    } catch (error) {
      const refused = asProblem(error);
      setProblem(refused.isOffline ? text.signin.offline : (refused.body.detail ?? text.lock.wrong));
    }
  }
  return (
    <div className="phone phone-face" data-face="locked">
      <Face title={text.lock.title} hint={text.phone.lockedHint}>
        <form className="lock" onSubmit={(event) => void unlock(event)}>
          <input
            className="answer-input"
            name="password"
            type="password"
            aria-label={text.signin.password}
            autoComplete="current-password"
            required
          />
          <button type="submit" className="tall filled">
            {text.lock.unlock}
          </button>
        </form>
        <p className="problem" role="alert">
          {problem}
        </p>
        <button type="button" className="plain" onClick={() => void session.signOut().catch(toSignIn)}>
          {text.lock.other}
        </button>
      </Face>
    </div>
  );
}
