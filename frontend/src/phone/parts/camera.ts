/** The camera hides the page as any other app does, but whoever takes a photo for a ticket has not left it. */

/** So long a phone may take from the tap to the camera, milliseconds. */
const OPENING_MS = 10_000;

let openedAt = Number.NEGATIVE_INFINITY;
let isAtCamera = false;

/** The camera, or the gallery, is asked for. */
export function openingCamera(): void {
  openedAt = performance.now();
}

function isHidden(): boolean {
  return document.visibilityState === "hidden";
}

function noteCamera(): void {
  isAtCamera = isHidden() && performance.now() - openedAt < OPENING_MS;
  openedAt = Number.NEGATIVE_INFINITY;
}

document.addEventListener("visibilitychange", noteCamera);

/** Whether the person is with something else than this page and its camera. */
export function isAway(): boolean {
  return isHidden() && !isAtCamera;
}

/** Tells each time the person goes to something else; answers how to end that. */
export function onAway(tell: () => void): () => void {
  const heard = () => (isAway() ? tell() : undefined);
  document.addEventListener("visibilitychange", heard);
  return () => document.removeEventListener("visibilitychange", heard);
}
