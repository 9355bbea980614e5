/** What all windows of this browser have to know of the seat: a lock, an unlock, a leave, and that somebody is at work. */

/** `sign`: a key or a pointer moved here, so no other window may lock for want of one. */
export type SeatWord = "locked" | "unlocked" | "left" | "sign";

const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("dispatch.seat");

export function tellWindows(word: SeatWord): void {
  channel?.postMessage(word);
}

/** Calls back with what the other windows say; returns how to stop. */
export function onWindows(listener: (word: SeatWord) => void): () => void {
  const hear = (event: MessageEvent) => listener(event.data as SeatWord);
  channel?.addEventListener("message", hear);
  return () => channel?.removeEventListener("message", hear);
}
