/**
 * Ten minutes without a key or a pointer lock the screen, here and at the service. While somebody works without
 * asking the service anything (reading, phoning), the names are asked for now and then, which puts off its own lock.
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

export function useIdleLock(isLocked: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (isLocked) return;
    let lastSign = Date.now();
    let lastTold = Date.now();
    const sign = () => {
      lastSign = Date.now();
      if (lastSign - lastTold < SIGN_OF_LIFE_MS) return;
      lastTold = lastSign;
      void queries.invalidateQueries({ queryKey: ["directory"] });
    };
    const look = () => {
      if (Date.now() - lastSign >= IDLE_MS) void lockNow(queries);
    };
    for (const name of SIGNS) window.addEventListener(name, sign, { passive: true, capture: true });
    const timer = setInterval(look, LOOK_MS);
    return () => {
      clearInterval(timer);
      for (const name of SIGNS) window.removeEventListener(name, sign, { capture: true });
    };
  }, [isLocked, queries]);
}
