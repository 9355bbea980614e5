/** Who is here? Shows the desk to those who may use it, and a face to everybody else. */
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { Face } from "../look/Failure";
import { hasDesk, isAdministrator } from "../state/roles";
import { text } from "../text";
import { api } from "../wire/api";
import { asProblem, type Problem } from "../wire/problem";
import type { Me } from "../wire/types";
import { DeskProvider, toSignIn } from "./context";
import { DeskPage } from "./DeskPage";
import { useIdleLock } from "./idle";
import { CountingLockScreen, LockScreen, leave } from "./LockScreen";

export function Gate() {
  const me = useQuery({ queryKey: ["me"], queryFn: api.me, staleTime: Number.POSITIVE_INFINITY });
  const problem = me.error && !me.data ? asProblem(me.error) : null;
  const signedOut = problem?.status === 401;
  useEffect(() => {
    if (signedOut) toSignIn();
  }, [signedOut]);
  if (me.data) return <Inside me={me.data} />;
  if (!problem || signedOut) return <Face title={text.faces.loading} />;
  return <Unreached problem={problem} onRetry={() => void me.refetch()} />;
}

/** The live connection stays while the screen is locked: counts go on, contents are hidden. */
function Inside({ me }: { me: Me }) {
  useIdleLock(me.locked);
  const unit = me.memberships[0]?.unit_name;
  useEffect(() => {
    document.title = unit ? `${unit} · ${text.product}` : text.product;
  }, [unit]);
  if (me.streams.length === 0 || !hasDesk(me.memberships))
    return me.locked ? <LockScreen me={me} waiting={null} /> : <Forbidden me={me} />;
  return <DeskProvider me={me}>{me.locked ? <CountingLockScreen /> : <DeskPage />}</DeskProvider>;
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

function Unreached({ problem, onRetry }: { problem: Problem; onRetry: () => void }) {
  return (
    <Face title={text.faces.meFailed} hint={problem.body.detail ?? text.faces.meFailedHint}>
      <button type="button" className="button" onClick={onRetry}>
        {text.faces.retry}
      </button>
    </Face>
  );
}
