/** Who is here? Shows a page to whoever has signed in, and a face while that is not known. Around desk and administration. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { Face } from "../look/Failure";
import { text } from "../text";
import { api } from "../wire/api";
import { asProblem, type Problem } from "../wire/problem";
import type { Me } from "../wire/types";
import { toSignIn } from "./leave";

interface Props {
  /** What is shown until it is known. */
  waiting?: ReactNode;
  children: (me: Me) => ReactNode;
}

export function Gate({ waiting = <Face title={text.faces.loading} />, children }: Props) {
  const me = useQuery({ queryKey: ["me"], queryFn: api.me, staleTime: Number.POSITIVE_INFINITY });
  const problem = me.error && !me.data ? asProblem(me.error) : null;
  const signedOut = problem?.status === 401;
  useEffect(() => {
    if (signedOut) toSignIn();
  }, [signedOut]);
  if (me.data) return children(me.data);
  if (!problem || signedOut) return waiting;
  return <Unreached problem={problem} onRetry={() => void me.refetch()} />;
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
