/** A list in the right column with its faces: loading, failed with a way to ask again, forbidden, empty. */
import type { ReactNode } from "react";
import { Face } from "../look/Failure";
import { text } from "../text";
import { asProblem } from "../wire/problem";

/** What a query answers, as far as a list needs it. */
export interface Found<T> {
  data: T | undefined;
  error: Error | null;
  refetch: () => unknown;
}

/** A part of what a query answers, as a list of its own. */
export function part<T, P>({ data, error, refetch }: Found<T>, pick: (data: T) => P): Found<P> {
  return { data: data === undefined ? undefined : pick(data), error, refetch };
}

interface FacesProps<T> {
  found: Found<readonly T[]>;
  /** Said where there is nothing. */
  none: string;
  children: (items: readonly T[]) => ReactNode;
}

/** What was found; until then, and where nothing can be, the face that says so. */
export function Faces<T>({ found: { data, error, refetch }, none, children }: FacesProps<T>) {
  if (data) return data.length > 0 ? children(data) : <p className="quiet">{none}</p>;
  if (error) return <Trouble error={error} onRetry={refetch} />;
  return <p className="quiet">{text.faces.loading}</p>;
}

interface ListedProps<T> {
  name: string;
  title: string;
  none: string;
  found: Found<readonly T[]>;
  line: (item: T) => ReactNode;
  className?: string;
}

export function Listed<T>({ name, title, none, found, line, className = "letters" }: ListedProps<T>) {
  return (
    <section className="section" data-section={name}>
      <h3 className="section-title">
        {title}
        {found.data ? <span className="section-aside">{found.data.length}</span> : null}
      </h3>
      <Faces found={found} none={none}>
        {(items) => <ul className={className}>{items.map(line)}</ul>}
      </Faces>
    </section>
  );
}

export function Trouble({ error, onRetry }: { error: Error; onRetry: () => unknown }) {
  const problem = asProblem(error);
  if (problem.status === 403) return <Face title={text.faces.listForbidden} />;
  return (
    <Face title={text.faces.listFailed} hint={problem.body.detail ?? text.faces.meFailedHint}>
      <button type="button" className="button small" data-face="failed" onClick={() => onRetry()}>
        {text.faces.retry}
      </button>
    </Face>
  );
}
