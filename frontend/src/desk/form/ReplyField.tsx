/**
 * The public reply: drafted from facts on request, standard texts by number, and looked at while it is written: what
 * must not go out is named with its place, and personal data are masked at a press.
 */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { isComposing } from "../../look/composing";
import { text } from "../../text";
import { fieldLabel } from "../../text/labels";
import { closingApi, type ReplyFinding } from "../../wire/closing";
import { firstGap, type Gap, lastGap } from "./gaps";
import type { FieldProps } from "./props";

const PAUSE_MS = 600;

/** What the service finds in the words, once nobody has typed for a moment. */
function useCheck(ticket: number, reply: string) {
  const [settled, setSettled] = useState(reply);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(reply), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [reply]);
  return useQuery({
    queryKey: ["reply-check", ticket, settled],
    queryFn: ({ signal }) => closingApi.check(ticket, settled, signal),
    enabled: settled.trim() !== "",
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** Selects a gap of the reply, so that the next words take its place; whether there was one. */
function choose(box: HTMLTextAreaElement, gap: Gap | null): boolean {
  if (gap) box.setSelectionRange(gap.start, gap.end);
  return gap !== null;
}

/** Tab walks over the gaps; behind the last one, and before the first, it leaves the box as ever. */
function walkGaps(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== "Tab" || isComposing(event)) return;
  const { currentTarget: box, shiftKey } = event;
  const gap = shiftKey ? lastGap(box.value, box.selectionStart) : firstGap(box.value, box.selectionEnd);
  if (choose(box, gap)) event.preventDefault();
}

export function ReplyField({ field, value, row, problem, autoFocus, onChange }: FieldProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const reply = typeof value === "string" ? value : "";
  const known = useQuery({
    queryKey: ["closing", row.id, row.version],
    queryFn: ({ signal }) => closingApi.ticket(row.id, signal),
  });
  const found = useCheck(row.id, reply);
  // Once, when the form opens: who begins in the reply begins in its first gap.
  useEffect(() => {
    if (autoFocus && box.current) choose(box.current, firstGap(box.current.value, 0));
  }, [autoFocus]);
  const hasPersonal = found.data?.findings.some((each) => each.kind === "personal") ?? false;
  function insert(words: string): void {
    const at = box.current?.selectionStart ?? reply.length;
    onChange(`${reply.slice(0, at)}${words}${reply.slice(box.current?.selectionEnd ?? at)}`);
    box.current?.focus();
  }
  return (
    <div className="reply-field">
      <textarea
        ref={box}
        className="input"
        name={field.name}
        aria-label={fieldLabel(field)}
        rows={6}
        maxLength={5000}
        autoFocus={autoFocus}
        aria-invalid={problem !== undefined}
        value={reply}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={walkGaps}
      />
      <div className="reply-tools">
        <button
          type="button"
          className="button small"
          data-draft
          disabled={!known.data}
          onClick={() => onChange(known.data?.draft ?? reply)}
        >
          {text.closing.draft}
        </button>
        {known.data?.texts.map((each, index) => (
          <button
            key={each.id}
            type="button"
            className="button small"
            data-text={each.id}
            title={each.words}
            onClick={() => insert(each.words)}
          >
            {text.closing.insert(index + 1, each.title)}
          </button>
        ))}
        {hasPersonal ? (
          <button
            type="button"
            className="button small primary"
            data-mask
            onClick={() => onChange(found.data?.masked ?? reply)}
          >
            {text.closing.mask}
          </button>
        ) : null}
      </div>
      {reply.trim() ? <Findings findings={found.data?.findings ?? []} isChecking={found.isFetching} /> : null}
    </div>
  );
}

interface FindingsProps {
  findings: readonly ReplyFinding[];
  isChecking?: boolean;
}

/** What was found in a reply, the gravest first. */
export function Findings({ findings, isChecking = false }: FindingsProps) {
  const weight = (each: ReplyFinding) => (each.blocks ? 0 : each.asks ? 1 : 2);
  const sorted = [...findings].sort((a, b) => weight(a) - weight(b));
  if (sorted.length === 0) {
    return <p className="quiet">{isChecking ? text.closing.checking : text.closing.clean}</p>;
  }
  return (
    <ul className="findings" aria-live="polite">
      {sorted.map((each) => (
        <li
          key={`${each.kind}-${each.start}-${each.detail}`}
          className={gravity(each)}
          data-finding={each.kind}
        >
          <strong>
            {each.blocks ? text.closing.blocks : each.asks ? text.closing.asks : text.closing.warns}
          </strong>{" "}
          {each.detail}
        </li>
      ))}
    </ul>
  );
}

function gravity(finding: ReplyFinding): string {
  return finding.blocks ? "finding blocks" : finding.asks ? "finding asks" : "finding";
}
