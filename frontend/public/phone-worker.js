/**
 * Opens the phone page without network: keeps the page and the scripts it names, nothing else. It never touches the
 * API, the socket or photos. Governs /m only; the service hands it out at the root.
 */
const CACHE = "phone-page-1";
const PAGE = "/m";
/** On a thin network the kept page is better than a white one; it asks for its data by itself. */
const PATIENCE_MS = 4_000;

async function assetsOf(page) {
  const html = await page.clone().text();
  return [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((found) => found[1]);
}

/** Keeps a page with all its assets, and only then lets go of what it no longer names. */
async function keep(page) {
  const cache = await caches.open(CACHE);
  const assets = await assetsOf(page);
  await Promise.all(assets.map(async (asset) => (await cache.match(asset)) ?? cache.add(asset)));
  await cache.put(PAGE, page.clone());
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== PAGE && !assets.includes(pathname)) await cache.delete(request);
  }
}

/** Only the page itself is kept, never the way to the sign-in page. */
function isPage(response) {
  return response.ok && response.type === "basic" && !response.redirected;
}

async function openPage(event) {
  const fresh = fetch(event.request);
  const renewed = fresh.then((page) => (isPage(page) ? keep(page.clone()) : undefined));
  event.waitUntil(renewed.catch(() => undefined));
  const kept = await caches.match(PAGE, { cacheName: CACHE });
  if (!kept) return fresh;
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS));
  return Promise.race([fresh.catch(() => kept), late]);
}

async function asset(request) {
  return (await caches.match(request, { cacheName: CACHE })) ?? fetch(request);
}

self.addEventListener("install", (event) => {
  const first = fetch(PAGE, { credentials: "same-origin", headers: { Accept: "text/html" } });
  event.waitUntil(
    first.then((page) => (isPage(page) ? keep(page) : Promise.reject(new Error("signed out")))),
  );
  self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && pathname === PAGE) event.respondWith(openPage(event));
  else if (pathname.startsWith("/assets/")) event.respondWith(asset(request));
});
