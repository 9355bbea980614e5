/** The desk for those who may use it, and a face for everybody else who has signed in. */
import { lazy, useEffect } from "react";
import { Face } from "../look/Failure";
import { Late } from "../look/Late";
import { OwnWatermark } from "../look/Watermark";
import { useIdleLock } from "../seat/idle";
import { LockScreen } from "../seat/LockScreen";
import { leave } from "../seat/leave";
import { hasDesk, isAdministrator, mayAdminister } from "../state/roles";
import { text } from "../text";
import type { Me } from "../wire/types";
import { DeskProvider, useDesk, useLive } from "./context";
import { DeskPage } from "./DeskPage";
import { useCount } from "./lists";
import { LockedAlarm } from "./telling/Alarm";
import { Ringing } from "./telling/Ringing";
import { PART, WindowsProvider } from "./windows/Windows";

/** The live connection stays while the screen is locked: counts go on, contents are hidden. */
export function Desk({ me }: { me: Me }) {
  useIdleLock(me.locked, "directory");
  const unit = me.memberships[0]?.unit_name;
  useEffect(() => {
    document.title = unit ? `${unit} · ${text.product}` : text.product;
  }, [unit]);
  if (me.streams.length === 0 || !hasDesk(me.memberships))
    return me.locked ? <LockScreen me={me} waiting={null} /> : <Forbidden me={me} />;
  return (
    <DeskProvider me={me}>
      <WindowsProvider>
        <Ringing>{me.locked ? <CountingLockScreen /> : <Signed me={me} />}</Ringing>
      </WindowsProvider>
    </DeskProvider>
  );
}

const PartPage = lazy(() => import("./windows/PartPage").then((found) => ({ default: found.PartPage })));

/** The one part that this window shows. */
function Part() {
  return <Late>{PART ? <PartPage part={PART} /> : null}</Late>;
}

/** The page under the mark of who looks at it, by the service's clock. */
function Signed({ me }: { me: Me }) {
  const offset = useLive((live) => live.offset);
  return (
    <>
      {PART === null ? <DeskPage /> : <Part />}
      <OwnWatermark me={me} offset={offset} />
    </>
  );
}

/** What waits to be signed is still counted behind the lock, since the connection stays; the alarm rings on. */
function CountingLockScreen() {
  const { me } = useDesk();
  const isKnown = useLive((live) => live.board.size > 0);
  const waiting = useCount("dispatched");
  return (
    <LockScreen me={me} waiting={isKnown ? waiting : null}>
      <LockedAlarm />
    </LockScreen>
  );
}

/** Everybody is led to the page that is theirs: field people to the phone's, keepers to the administration. */
function Forbidden({ me }: { me: Me }) {
  const isAdmin = isAdministrator(me.memberships);
  const { faces } = text;
  if (!isAdmin)
    return <Elsewhere title={faces.forbidden} hint={faces.forbiddenHint} to="/m" label={faces.toPhone} />;
  if (!mayAdminister(me.memberships)) return <Elsewhere title={faces.noAdmin} hint={faces.noAdminHint} />;
  return <Elsewhere title={faces.noDesk} hint={faces.noDeskHint} to="/admin" label={faces.toAdmin} />;
}

interface ElsewhereProps {
  title: string;
  hint: string;
  /** The page that is theirs, if there is one. */
  to?: string;
  label?: string;
}

function Elsewhere({ title, hint, to, label }: ElsewhereProps) {
  return (
    <Face title={title} hint={hint}>
      {to ? (
        <a className="button" href={to}>
          {label}
        </a>
      ) : null}
      <button type="button" className={to ? "link" : "button"} onClick={() => void leave()}>
        {text.lock.other}
      </button>
    </Face>
  );
}
