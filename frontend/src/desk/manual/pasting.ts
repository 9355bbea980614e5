/** What was pasted onto the desk, outside of any field, on its way into the form of 手工建单. */
import { useEffect } from "react";
import { isField } from "../../seat/keys";
import { mayReceive } from "../../state/roles";
import { useDesk } from "../context";

/** Shorter words are no report; longer ones no chat. */
const SHORTEST = 6;
const LONGEST = 20_000;

let waiting: string | null = null;
const listeners = new Set<() => void>();

export function takePasted(): string | null {
  const words = waiting;
  waiting = null;
  return words;
}

export function onPasted(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Ctrl V on the desk opens 手工建单 with the words; a field takes its own paste. */
export function usePaste(): void {
  const { me, go } = useDesk();
  const may = mayReceive(me.memberships);
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const words = event.clipboardData?.getData("text/plain").trim() ?? "";
      const isReport = words.length >= SHORTEST && words.length <= LONGEST;
      if (!may || !isReport || isField(event.target)) return;
      event.preventDefault();
      waiting = words;
      go({ panel: "new" });
      for (const listener of listeners) listener();
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, [may, go]);
}
