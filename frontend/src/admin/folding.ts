/** Whether the navigation is folded away, remembered by the browser. */
const KEY = "admin-folded";

export function wasFolded(): boolean {
  try {
    return globalThis.localStorage?.getItem(KEY) === "yes";
  } catch {
    // Storage can be forbidden by the browser's settings; the navigation is then shown.
    return false;
  }
}

export function keepFolded(isFolded: boolean): void {
  try {
    globalThis.localStorage?.setItem(KEY, isFolded ? "yes" : "no");
  } catch {
    // As above: it holds for this page.
  }
}
