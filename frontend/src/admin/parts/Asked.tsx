/** What a question to the service came to: its loading, failed and forbidden faces, else the answer. */
import { type ReactNode, useEffect, useRef } from "react";
import { Face } from "../../look/Failure";
import { text } from "../../text";
import { words } from "../../text/admin";
import { asProblem } from "../../wire/problem";
import { faultsOf, usePlaced, useRefusal } from "./Form";

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

interface RefusalProps {
  error?: Error | null;
  /** It stands right behind the only field there is: nothing leads there. */
  isNear?: boolean;
}

/**
 * A refusal in words: that of the form around it, unless it is of a single button. What stands beside a field already
 * is not said again: there it is told how many there are, and the way to the first.
 */
export function Refusal({ error: own, isNear = false }: RefusalProps) {
  const form = useRefusal();
  const error = own === undefined ? form.error : own;
  const box = useRef<HTMLDivElement>(null);
  const placed = usePlaced();
  useEffect(() => {
    // What comes in below the edge of a dialog comes into sight, unless a field of it has had the focus.
    if (error && form.shown.current !== error) box.current?.scrollIntoView({ block: "nearest" });
  }, [error, form.shown]);
  if (!error) return null;
  const beside = error === form.error ? placed : new Map<number, () => void>();
  const [first] = beside.values();
  const { general, list } = unplaced(error, beside);
  if (isNear && !general && list.length === 0) return null;
  return (
    <div ref={box} className="notice bad" role="alert" data-refusal>
      {general}
      {list.length > 0 ? (
        <ul>
          {list.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      ) : null}
      {first ? (
        <p>
          {words.toChange(beside.size)}{" "}
          <button type="button" className="link" data-go-refused onClick={first}>
            {words.goToRefused(beside.size)}
          </button>
        </p>
      ) : null}
    </div>
  );
}

/** The words of a refusal that stand beside no field: what it says on the whole, and of fields that are not here. */
function unplaced(error: Error, placed: { has(at: number): boolean }): { general: string; list: string[] } {
  const { body, isOffline } = asProblem(error);
  if (isOffline) return { general: text.act.offline, list: [] };
  const faults = faultsOf(error);
  const whole = body.detail ?? text.act.failed;
  const said = faults.filter(({ at }) => placed.has(at)).map(({ detail }) => detail);
  const general = said.some((each) => whole.includes(each)) ? "" : whole;
  const rest = [...new Set(faults.filter(({ at }) => !placed.has(at)).map(({ detail }) => detail))];
  const isMore = rest.length > 1 || rest.some((each) => !general.includes(each));
  return { general, list: isMore ? rest : [] };
}
