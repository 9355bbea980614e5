/**
 * Parts of a page that come when they are first shown. An upgrade takes the former build's away: whoever opens one then
 * is given the new page, once for each build, and by their own hand only where something they typed would be lost.
 */
const KEY = "dispatch.renewed";
const missing = new WeakSet<Error>();
let typedInto: EventTarget | null = null;

export function isMissingPart(error: unknown): boolean {
  return error instanceof Error && missing.has(error);
}

/** Called once, by the start of a page. */
export function watchParts(): void {
  document.addEventListener("input", ({ target }) => {
    typedInto = target;
  });
  window.addEventListener("vite:preloadError", ({ payload }) => {
    missing.add(payload);
    void renew();
  });
}

/** Whether words may stand there that nobody has sent. */
function hasTyped(): boolean {
  return typedInto instanceof Node && typedInto.isConnected;
}

async function renew(): Promise<void> {
  const own = buildOf(document.documentElement.outerHTML);
  if (own === null || hasTyped() || wasRenewed(own)) return;
  const served = buildOf((await fetchPage()) ?? "");
  if (served === null || served === own || hasTyped()) return;
  if (remember(own)) location.reload();
}

/** The page as the service has it now; null where it cannot be reached. */
async function fetchPage(): Promise<string | null> {
  try {
    const answer = await fetch(location.pathname, { cache: "no-cache" });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

/** Loads the page anew if the service can be reached: without it the browser's own error would stand there instead. */
export async function renewByHand(): Promise<boolean> {
  if ((await fetchPage()) === null) return false;
  location.reload();
  return true;
}

/** A build is named by its entry's script, whose name holds a digest of all it is made of. Pure, for its test. */
export function buildOf(html: string): string | null {
  return /<script\b[^>]*\btype="module"[^>]*\bsrc="([^"]+)"/.exec(html)?.[1] ?? null;
}

function renewedFrom(): string[] {
  return (sessionStorage.getItem(KEY) ?? "").split(" ");
}

function wasRenewed(build: string): boolean {
  try {
    return renewedFrom().includes(build);
  } catch {
    return true; // what cannot be remembered could happen for ever
  }
}

function remember(build: string): boolean {
  try {
    sessionStorage.setItem(KEY, [...renewedFrom(), build].slice(-10).join(" "));
    return true;
  } catch {
    return false;
  }
}
