/** Who is here? Shows the desk to those who may use it, and a face to everybody else. */
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { Face } from "../look/Failure";
import { text } from "../text";
import { api } from "../wire/api";
import { asProblem } from "../wire/problem";
import { DeskProvider, toSignIn } from "./context";
import { DeskPage } from "./DeskPage";
import { LockScreen } from "./LockScreen";

export function Gate() {
  const me = useQuery({ queryKey: ["me"], queryFn: api.me, staleTime: Number.POSITIVE_INFINITY });
  const problem = me.error ? asProblem(me.error) : null;
  const signedOut = problem?.status === 401;
  useEffect(() => {
    if (signedOut) toSignIn();
  }, [signedOut]);
  useEffect(() => {
    if (me.data) document.title = `${me.data.home.unit ? `${homeName(me.data)} · ` : ""}${text.product}`;
  }, [me.data]);
  if (me.data?.locked) return <LockScreen />;
  if (me.data && me.data.streams.length === 0) {
    return <Face title={text.faces.forbidden} hint={text.faces.forbiddenHint} />;
  }
  if (me.data) {
    return (
      <DeskProvider me={me.data}>
        <DeskPage />
      </DeskProvider>
    );
  }
  if (!problem || signedOut) return <Face title={text.faces.loading} />;
  return (
    <Face title={text.faces.meFailed} hint={problem.body.detail ?? text.faces.meFailedHint}>
      <button type="button" className="button" onClick={() => void me.refetch()}>
        {text.faces.retry}
      </button>
    </Face>
  );
}

function homeName(me: { memberships: { unit_name: string }[] }): string {
  return me.memberships[0]?.unit_name ?? "";
}
