/** What a question to the service came to: its loading, failed and forbidden faces, else the answer. */
import { type ReactNode, useEffect, useRef } from "react";
import { Face } from "../../look/Failure";
import { text } from "../../text";
import { words } from "../../text/admin";
import { asProblem } from "../../wire/problem";
import { useRefusal } from "./Form";

interface Props<T> {
  found: { data: T | undefined; error: Error | null; refetch: () => unknown };
  children: (data: T) => ReactNode;
}

export function Asked<T>({ found, children }: Props<T>) {
  if (found.data !== undefined) return children(found.data);
  if (!found.error) return <Face title={text.faces.loading} />;
  return <Trouble error={found.error} onRetry={found.refetch} />;
}

function Trouble({ error, onRetry }: { error: Error; onRetry?: () => unknown }) {
  const problem = asProblem(error);
  if (problem.status === 403) return <Face title={words.notYours} hint={words.notYoursHint} />;
  const hint = problem.isOffline ? text.faces.meFailedHint : problem.body.detail;
  return (
    <Face title={problem.isOffline ? text.faces.meFailed : words.failed} hint={hint}>
      {onRetry ? (
        <button type="button" className="button small" onClick={() => onRetry()}>
          {text.faces.retry}
        </button>
      ) : null}
    </Face>
  );
}

/** A refusal in words: that of the form around it, unless it is of a single button. */
export function Refusal({ error: own }: { error?: Error | null }) {
  const form = useRefusal();
  const error = own === undefined ? form.error : own;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What comes in below the edge of a dialog comes into sight, unless a field of it has had the focus.
    if (error && form.shown.current !== error) box.current?.scrollIntoView({ block: "nearest" });
  }, [error, form.shown]);
  if (!error) return null;
  const problem = asProblem(error);
  const list = [...new Set(problem.body.errors?.map(({ detail }) => detail))];
  return (
    <div ref={box} className="notice bad" role="alert" data-refusal>
      {problem.isOffline ? text.act.offline : (problem.body.detail ?? text.act.failed)}
      {list.length > 1 ? (
        <ul>
          {list.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
