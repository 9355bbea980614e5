/** Of all windows of this browser one sounds: whoever holds a lease that it renews each second. Works where locks do not (plain http). */
import { useEffect, useState } from "react";
import { newOperation } from "./operation";

export interface Lease {
  window: string;
  at: number;
}

/** Not renewed for so long, its window is gone, or asleep behind others: the next one takes it. */
const STALE_MS = 5_000;
const RENEW_MS = 1_000;
const KEY = "dispatch.sounding";
const SELF = newOperation();

/** Whether a window may take or keep the lease. Pure. */
export function mayHold(lease: Lease | null, window: string, now: number): boolean {
  return lease === null || lease.window === window || now - lease.at > STALE_MS || lease.at > now + STALE_MS;
}

function read(): Lease | null {
  try {
    const held = JSON.parse(localStorage.getItem(KEY) ?? "null") as Partial<Lease> | null;
    return held?.window && typeof held.at === "number" ? { window: held.window, at: held.at } : null;
  } catch {
    // Unreadable, or no storage: every window sounds, which is better than none.
    return null;
  }
}

function hold(): boolean {
  if (!mayHold(read(), SELF, Date.now())) return false;
  try {
    localStorage.setItem(KEY, JSON.stringify({ window: SELF, at: Date.now() }));
  } catch {
    // Without storage there is nothing to share.
  }
  return true;
}

function letGo(): void {
  if (read()?.window === SELF) localStorage.removeItem(KEY);
}

/** Whether this window is the one that sounds. */
export function useSounding(): boolean {
  const [isHolder, setHolder] = useState(hold);
  useEffect(() => {
    const renew = () => setHolder(hold());
    renew();
    const timer = setInterval(renew, RENEW_MS);
    window.addEventListener("pagehide", letGo);
    return () => {
      clearInterval(timer);
      window.removeEventListener("pagehide", letGo);
      letGo();
    };
  }, []);
  return isHolder;
}
