/**
 * Long work: begun here, done by the service, looked at each half second. It goes on when the page is left, and is
 * found again by whoever comes back in this tab.
 */
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { text } from "../../text";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { Started, Work } from "../../wire/administration";
import { Refusal } from "./Asked";
import { percentOf } from "./figures";

const LOOK_MS = 500;

function kept(subject: string): number | null {
  const held = Number(sessionStorage.getItem(`work.${subject}`));
  return held > 0 ? held : null;
}

function keep(subject: string, id: number | null): void {
  if (id === null) sessionStorage.removeItem(`work.${subject}`);
  else sessionStorage.setItem(`work.${subject}`, String(id));
}

export interface LongWork {
  work: Work | null;
  isRunning: boolean;
  error: Error | null;
  begin(ask: () => Promise<Started>): void;
  /** Puts the outcome away. */
  forget(): void;
}

/** `subject` names what the work is about; `onDone` is told of an outcome once. */
export function useWork(subject: string, onDone: (work: Work) => void): LongWork {
  const [id, setId] = useState(() => kept(subject));
  const begun = useMutation({
    mutationFn: (ask: () => Promise<Started>) => ask(),
    onSuccess: ({ work }) => {
      keep(subject, work.id);
      setId(work.id);
    },
  });
  const looked = useQuery({
    queryKey: ["work", id],
    queryFn: () => adminApi.work(id ?? 0),
    enabled: id !== null,
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data && data.state !== "running" ? false : LOOK_MS),
  });
  const work = id === null ? null : (looked.data ?? null);
  const latest = useRef(onDone);
  latest.current = onDone;
  const told = useRef<number | null>(null);
  useEffect(() => {
    if (!work || work.state === "running" || told.current === work.id) return;
    told.current = work.id;
    latest.current(work);
  }, [work]);
  return {
    work,
    isRunning: begun.isPending || (id !== null && !looked.error && (!work || work.state === "running")),
    error: begun.error ?? looked.error,
    begin: begun.mutate,
    forget: () => {
      keep(subject, null);
      setId(null);
      begun.reset();
    },
  };
}

/** How far it is; why it failed; nothing once it is done. */
export function Progress({ long }: { long: LongWork }) {
  const { work, error, isRunning } = long;
  if (error) return <Refusal error={error} />;
  if (work?.state === "failed") {
    return (
      <p className="notice bad" role="alert" data-work="failed">
        {work.error ?? words.work.failed}
      </p>
    );
  }
  if (!isRunning) return null;
  const share = work && work.total > 0 ? work.done / work.total : null;
  return (
    <div className="work" role="status" data-work="running">
      <p>
        <strong>{work?.says || words.work.starting}</strong>
        <span className="work-figures">
          {share === null ? null : `${percentOf(work?.done ?? 0, work?.total ?? 0)}${text.dot}`}
          {words.work.mayLeave}
        </span>
      </p>
      <progress max={1} value={share ?? undefined} aria-label={work?.says || words.work.starting} />
    </div>
  );
}
