/** Puts words on the clipboard, with the browser's permission or without: plain addresses have no clipboard to ask for. */

/** The old way, which needs a key or a click and nothing else. */
function copySelected(words: string): boolean {
  const box = document.createElement("textarea");
  box.value = words;
  box.setAttribute("aria-hidden", "true");
  box.className = "visually-hidden";
  const before = document.activeElement;
  document.body.append(box);
  box.select();
  try {
    return document.execCommand("copy");
  } catch {
    // A browser that has given it up says so; the newer way is left.
    return false;
  } finally {
    box.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}

export async function putOnClipboard(words: string): Promise<boolean> {
  if (copySelected(words)) return true;
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    // Without permission, or without a clipboard at all (plain http): the caller says so.
    return false;
  }
}
