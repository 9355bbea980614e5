/** The desk for those who may use it, and a face for everybody else who has signed in. */
import { useEffect } from "react";
import { Face } from "../look/Failure";
import { useIdleLock } from "../seat/idle";
import { LockScreen } from "../seat/LockScreen";
import { leave } from "../seat/leave";
import { hasDesk, isAdministrator } from "../state/roles";
import { text } from "../text";
import type { Me } from "../wire/types";
import { DeskProvider, useDesk } from "./context";
import { DeskPage } from "./DeskPage";
import { useCounts } from "./lists";

/** The live connection stays while the screen is locked: counts go on, contents are hidden. */
export function Desk({ me }: { me: Me }) {
  useIdleLock(me.locked, "directory");
  const unit = me.memberships[0]?.unit_name;
  useEffect(() => {
    document.title = unit ? `${unit} · ${text.product}` : text.product;
  }, [unit]);
  if (me.streams.length === 0 || !hasDesk(me.memberships))
    return me.locked ? <LockScreen me={me} waiting={null} /> : <Forbidden me={me} />;
  return <DeskProvider me={me}>{me.locked ? <CountingLockScreen /> : <DeskPage />}</DeskProvider>;
}

/** What waits to be signed is still counted behind the lock, since the connection stays. */
function CountingLockScreen() {
  const { live, me } = useDesk();
  const counts = useCounts();
  return <LockScreen me={me} waiting={live.board.size > 0 ? counts.dispatched : null} />;
}

/** Field people are led to the phone page; administrators have no page yet, and no other one is theirs. */
function Forbidden({ me }: { me: Me }) {
  const isNowhere = isAdministrator(me.memberships);
  const { forbidden, forbiddenHint, noAdmin, noAdminHint } = text.faces;
  return (
    <Face title={isNowhere ? noAdmin : forbidden} hint={isNowhere ? noAdminHint : forbiddenHint}>
      {isNowhere ? null : (
        <a className="button" href="/m">
          {text.faces.toPhone}
        </a>
      )}
      <button type="button" className={isNowhere ? "button" : "link"} onClick={() => void leave()}>
        {text.lock.other}
      </button>
    </Face>
  );
}
