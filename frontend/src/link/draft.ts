/** What is half written on the page of a link, kept on every input: the camera kills pages. Gone once it was sent. */
import { useCallback, useState } from "react";
import type { Values } from "../phone/rules/fields";

function readDraft(key: string): Values {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}") as Values;
  } catch {
    // Storage may be forbidden, or hold what no page of ours wrote: then the form begins empty.
    return {};
  }
}

function writeDraft(key: string, values: Values | null): void {
  try {
    if (values === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(values));
  } catch {
    // A full phone cannot keep the draft; what is on the screen stays.
  }
}

function keyOf(ticket: number, command: string): string {
  return `link-draft/${ticket}/${command}`;
}

/** What could not be taken is taken back: it stands in its form again; what was written there since then stays. */
export function draftAgain(ticket: number, command: string, values: Values): void {
  const key = keyOf(ticket, command);
  writeDraft(key, { ...values, ...readDraft(key) });
}

export interface LinkDraft {
  values: Values;
  change(values: Values): void;
  clear(): void;
}

export function useLinkDraft(ticket: number, command: string): LinkDraft {
  const key = keyOf(ticket, command);
  const [values, setValues] = useState<Values>(() => readDraft(key));
  const change = useCallback(
    (next: Values) => {
      setValues(next);
      writeDraft(key, next);
    },
    [key],
  );
  const clear = useCallback(() => writeDraft(key, null), [key]);
  return { values, change, clear };
}
