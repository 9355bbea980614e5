/** On a home screen: never asked for, and never needed. The browser's own banner is kept down; the page 我 offers it. */
import { useSyncExternalStore } from "react";

/** Chromium's offer, which its type declarations do not know. */
interface Offer extends Event {
  prompt(): Promise<unknown>;
}

let offer: Offer | null = null;
const listeners = new Set<() => void>();

function setOffer(next: Offer | null): void {
  offer = next;
  for (const listener of listeners) listener();
}

/** Before anything else: browsers offer it once, soon after the page was opened. */
export function watchOffers(): void {
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    setOffer(event as Offer);
  });
  window.addEventListener("appinstalled", () => setOffer(null));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What puts the page on the home screen, or null where the browser does not offer it. An offer holds once. */
export function useInstalling(): (() => void) | null {
  const found = useSyncExternalStore(subscribe, () => offer);
  if (!found) return null;
  return () => {
    setOffer(null);
    void found.prompt();
  };
}

/** The frame that the browser draws around the page is of the page's own colour, whoever chose light or dark. */
export function tintFrame(): void {
  const surface = getComputedStyle(document.documentElement).getPropertyValue("--surface").trim();
  for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
    meta.setAttribute("content", surface);
  }
}
