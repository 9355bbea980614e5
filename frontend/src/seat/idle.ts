/**
 * Ten minutes without a key or a pointer lock the screen, here and at the service. While somebody works without
 * asking the service anything (reading, phoning), the page asks for something now and then, which puts off its own lock.
 */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../wire/api";
import type { Me } from "../wire/types";
import { toSignIn } from "./leave";
import { onWindows, tellWindows } from "./windows";

const IDLE_MS = 600_000;
const SIGN_OF_LIFE_MS = 240_000;
const LOOK_MS = 5_000;
/** How often the other windows are told that somebody is here. */
const TELL_MS = 10_000;
const SIGNS = ["keydown", "pointerdown", "pointermove", "wheel"] as const;

export function showLocked(queries: QueryClient): void {
  queries.setQueryData<Me>(["me"], (me) => (me ? { ...me, locked: true } : me));
}

/** Content is hidden at once, in every window, whether or not the service can be told. */
export async function lockNow(queries: QueryClient): Promise<void> {
  showLocked(queries);
  tellWindows("locked");
  await api.lock().catch(() => undefined);
}

/** What another window did holds here too: one seat, one lock. */
function useOtherWindows(): void {
  const queries = useQueryClient();
  useEffect(
    () =>
      onWindows((word) => {
        if (word === "locked") showLocked(queries);
        else if (word === "unlocked") void queries.invalidateQueries();
        else if (word === "left") toSignIn();
      }),
    [queries],
  );
}

/** `sign` is the question a page may ask at any time. */
export function useIdleLock(isLocked: boolean, sign: string): void {
  const queries = useQueryClient();
  useOtherWindows();
  useEffect(() => {
    if (isLocked) return;
    let lastSign = Date.now();
    let lastTold = Date.now();
    let lastShared = 0;
    const onSign = () => {
      lastSign = Date.now();
      if (lastSign - lastShared > TELL_MS) {
        lastShared = lastSign;
        tellWindows("sign");
      }
      if (lastSign - lastTold < SIGN_OF_LIFE_MS) return;
      lastTold = lastSign;
      void queries.invalidateQueries({ queryKey: [sign] });
    };
    const look = () => {
      if (Date.now() - lastSign >= IDLE_MS) void lockNow(queries);
    };
    for (const name of SIGNS) window.addEventListener(name, onSign, { passive: true, capture: true });
    const timer = setInterval(look, LOOK_MS);
    const stop = onWindows((word) => {
      if (word === "sign") lastSign = Date.now();
    });
    return () => {
      stop();
      clearInterval(timer);
      for (const name of SIGNS) window.removeEventListener(name, onSign, { capture: true });
    };
  }, [isLocked, queries, sign]);
}
