/**
 * Ten minutes without a key or a pointer lock the screen, here and at the service. While somebody works without
 * asking the service anything (reading, phoning), the page asks for something now and then, which puts off its own lock.
 */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../wire/api";
import type { Me } from "../wire/types";

const IDLE_MS = 600_000;
const SIGN_OF_LIFE_MS = 240_000;
const LOOK_MS = 5_000;
const SIGNS = ["keydown", "pointerdown", "pointermove", "wheel"] as const;

export function showLocked(queries: QueryClient): void {
  queries.setQueryData<Me>(["me"], (me) => (me ? { ...me, locked: true } : me));
}

/** Content is hidden at once, whether or not the service can be told. */
export async function lockNow(queries: QueryClient): Promise<void> {
  showLocked(queries);
  await api.lock().catch(() => undefined);
}

/** `sign` is the question a page may ask at any time. */
export function useIdleLock(isLocked: boolean, sign: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (isLocked) return;
    let lastSign = Date.now();
    let lastTold = Date.now();
    const onSign = () => {
      lastSign = Date.now();
      if (lastSign - lastTold < SIGN_OF_LIFE_MS) return;
      lastTold = lastSign;
      void queries.invalidateQueries({ queryKey: [sign] });
    };
    const look = () => {
      if (Date.now() - lastSign >= IDLE_MS) void lockNow(queries);
    };
    for (const name of SIGNS) window.addEventListener(name, onSign, { passive: true, capture: true });
    const timer = setInterval(look, LOOK_MS);
    return () => {
      clearInterval(timer);
      for (const name of SIGNS) window.removeEventListener(name, onSign, { capture: true });
    };
  }, [isLocked, queries, sign]);
}
