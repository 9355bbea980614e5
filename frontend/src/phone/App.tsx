/** Which face the page shows: locked, forbidden, unreachable, or the tasks. */
import { Face } from "../look/Failure";
import { OwnWatermark } from "../look/Watermark";
import { isAdministrator } from "../state/roles";
import { text } from "../text";
import { PhoneProvider, usePhone, useView } from "./context";
import { type PhoneSession, toSignIn } from "./keep/session";
import { AccountScreen } from "./screens/AccountScreen";
import { GrievanceScreen } from "./screens/GrievanceScreen";
import { ListScreen } from "./screens/ListScreen";
import { LockedScreen } from "./screens/LockedScreen";
import { MineScreen } from "./screens/MineScreen";
import { PatrolScreen } from "./screens/PatrolScreen";
import { QueueScreen } from "./screens/QueueScreen";
import { TicketScreen } from "./screens/TicketScreen";

export function App({ session }: { session: PhoneSession }) {
  const view = useView(session);
  if (view.face === "locked") return <LockedScreen session={session} view={view} />;
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
