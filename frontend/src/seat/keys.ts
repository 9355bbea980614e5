/**
 * A page's keys. Components that want a key register while they are on screen; the newest is asked first. Keys typed
 * into fields, or while pinyin is composed, are never the page's.
 */
import { useEffect } from "react";
import { isComposing } from "../look/composing";

/** Returns true when it took the key. Letters come in lower case. */
type Taker = (key: string, event: KeyboardEvent) => boolean;

const takers: Taker[] = [];

export function onKey(taker: Taker): () => void {
  takers.push(taker);
  return () => {
    const index = takers.indexOf(taker);
    if (index >= 0) takers.splice(index, 1);
  };
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && Boolean(target.closest("button, a"));
}

/** Offers a key event to the takers; the page listens once. Exported for its test. */
export function offerKey(event: KeyboardEvent): void {
  if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
  if (isTyping(event.target) && event.key !== "Escape") return;
  if (event.key === "Enter" && isPressable(event.target)) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  for (const taker of [...takers].reverse()) {
    if (taker(key, event)) {
      event.preventDefault();
      return;
    }
  }
}

export function useKeys(): void {
  useEffect(() => {
    window.addEventListener("keydown", offerKey);
    return () => window.removeEventListener("keydown", offerKey);
  }, []);
}

/** While mounted, one key does one thing; null for none just now. */
export function useKey(wanted: string | null, run: () => void): void {
  useEffect(
    () =>
      onKey((key) => {
        if (key !== wanted) return false;
        run();
        return true;
      }),
    [wanted, run],
  );
}
