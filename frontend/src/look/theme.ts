/** Light or dark: the system's wish, unless the person chose. Sets `data-theme` on the page's root. */

export type Theme = "light" | "dark";

const KEY = "dispatch.theme";
const wish = globalThis.matchMedia?.("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();

function chosen(): Theme | null {
  try {
    const value = localStorage.getItem(KEY);
    return value === "light" || value === "dark" ? value : null;
  } catch {
    // Without storage the system's wish decides.
    return null;
  }
}

export function currentTheme(): Theme {
  return chosen() ?? (wish?.matches ? "dark" : "light");
}

function show(): void {
  document.documentElement.dataset.theme = currentTheme();
  for (const listener of listeners) listener();
}

export function startTheme(): void {
  wish?.addEventListener("change", show);
  show();
}

export function toggleTheme(): void {
  localStorage.setItem(KEY, currentTheme() === "dark" ? "light" : "dark");
  show();
}

export function onTheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
