/**
 * A page's keys. Components that want a key register while they are on screen; the newest is asked first. Keys typed
 * into fields, or while pinyin is composed, are never the page's.
 */
import { useCallback, useLayoutEffect } from "react";
import { isComposing } from "../look/composing";

/** Returns true when it took the key. Letters come in lower case. */
export type Taker = (key: string, event: KeyboardEvent) => boolean;

const takers: Taker[] = [];
const modes: Taker[] = [];
const early: Taker[] = [];
const late: Taker[] = [];

function join(taker: Taker, all: Taker[]): () => void {
  all.push(taker);
  return () => {
    const index = all.indexOf(taker);
    if (index >= 0) all.splice(index, 1);
  };
}

export function onKey(taker: Taker): () => void {
  return join(taker, takers);
}

/** A mode of the whole page is asked before everybody, however long it lasts. */
export function onModeKey(taker: Taker): () => void {
  return join(taker, modes);
}

/** Asked before all others: what is meant for something that has not come yet must reach nothing else. */
export function onEarlyKey(taker: Taker): () => void {
  return join(taker, early);
}

/** Asked when nobody else has a use for the key. */
export function onLateKey(taker: Taker): () => void {
  return join(taker, late);
}

/** Somewhere words are typed into. */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && Boolean(target.closest("button, a"));
}

/** Offers a key event to the takers; the page listens once. Exported for its test. */
export function offerKey(event: KeyboardEvent): void {
  if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
  if (isField(event.target) && event.key !== "Escape") return;
  if (event.key === "Enter" && isPressable(event.target)) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  for (const taker of [...late, ...takers, ...modes, ...early].reverse()) {
    if (taker(key, event)) {
      event.preventDefault();
      return;
    }
  }
}

export function useKeys(): void {
  useLayoutEffect(() => {
    window.addEventListener("keydown", offerKey);
    return () => window.removeEventListener("keydown", offerKey);
  }, []);
}

/**
 * While on screen, and from that very frame, keys are offered to this taker, a stable function; null for none just now.
 * Who sees a button with its key may press the key: an effect after the frame would let one fall between.
 */
export function useTaker(taker: Taker | null, by: typeof onKey = onKey): void {
  useLayoutEffect(() => (taker ? by(taker) : undefined), [taker, by]);
}

/** One key does one thing; null for none just now. */
export function useKey(wanted: string | null, run: () => void): void {
  const taker = useCallback<Taker>(
    (key) => {
      if (key !== wanted) return false;
      run();
      return true;
    },
    [wanted, run],
  );
  useTaker(taker);
}
