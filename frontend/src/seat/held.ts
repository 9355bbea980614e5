/**
 * Keys pressed for what is still on its way: they wait for it, and are given the moment it stands. What something else
 * has taken the place of gets none of them.
 */
import { useCallback, useLayoutEffect, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";
import { offerKey, onEarlyKey, onLateKey, type Taker, useTaker } from "./keys";

interface Held {
  about: string;
  keys: readonly KeyboardEvent[];
}

const MOST_STEPS = 50;
let held: Held | null = null;
const here = new Set<string>();
const listeners = new Set<() => void>();

function put(next: Held | null): void {
  held = next;
  for (const listener of listeners) listener();
}

function hold(about: string, event: KeyboardEvent, most: number): void {
  const keys = held?.about === about ? held.keys : [];
  put({ about, keys: [...keys, event].slice(0, most) });
}

function forget(about: string): void {
  if (held?.about === about) put(null);
}

/**
 * It stands: what was pressed for it is given, each key in what the one before it has brought about. A key that means
 * nothing there was waited for all the same, so somebody is told.
 */
function arrive(about: string, tellUntaken?: (key: string) => void): () => void {
  here.add(about);
  const keys = held?.about === about ? held.keys : [];
  forget(about);
  queueMicrotask(() => {
    for (const { key, shiftKey } of keys) {
      const event = new KeyboardEvent("keydown", { key, shiftKey, cancelable: true });
      flushSync(() => offerKey(event));
      if (!event.defaultPrevented) tellUntaken?.(key.toUpperCase());
    }
  });
  return () => here.delete(about);
}

/** As long as `about` has not arrived, the keys that it wants are held; null for nothing just now. */
function useHolding(about: string | null, wants: Taker, most: number, by: typeof onEarlyKey): void {
  const taker = useCallback<Taker>(
    (key, event) => {
      if (about === null || here.has(about) || !wants(key, event)) return false;
      hold(about, event, most);
      return true;
    },
    [about, wants, most],
  );
  useTaker(about === null ? null : taker, by);
  useLayoutEffect(() => (about === null ? undefined : () => forget(about)), [about]);
}

/** What stands from this frame on, for the keys that were held for it; `tellUntaken`, a stable function, hears of the others. */
export function useArrived(about: string | null, tellUntaken?: (key: string) => void): void {
  useLayoutEffect(() => (about === null ? undefined : arrive(about, tellUntaken)), [about, tellUntaken]);
}

/** The key that is held for something, as its button shows it. */
export function useHeldKey(about: string): string | null {
  const key = useSyncExternalStore(subscribe, () => (held?.about === about ? held.keys[0]?.key : undefined));
  return key?.toUpperCase() ?? null;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const WALKING: ReadonlySet<string> = new Set([
  ...["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Enter", "+", "-"],
]);

/** Keys that walk a list, and the one that signs all of it: what is chosen so is seen before anything is done to it. */
const walks: Taker = (key, event) => WALKING.has(key) || (key === "s" && event.shiftKey);

/** The walk through a list that has not come yet begins once it has. */
export function useHeldWalk(about: string, isHere: boolean): void {
  useHolding(about, walks, MOST_STEPS, onEarlyKey);
  useArrived(isHere ? about : null);
}

const commands: Taker = (key, event) => /^([a-z]|F2)$/.test(key) && !event.shiftKey;

/** The command for a ticket whose buttons have not come yet is given once they have: the first one, and no other. */
export function useHeldCommand(about: string | null): void {
  useHolding(about, commands, 1, onLateKey);
}
