/*
 * The service worker of the player's page: keeps the page itself, so that it opens without a network. The network always goes first,
 * so that a new version is taken at once. Nothing below /play/api, and nothing of an exercise, is ever kept here.
 */
const CACHE = 'startex-play-1';
const SHELL = '/play/';
const PARTS = [SHELL, '/app/player.js', '/app/player.css', '/app/tokens.css', '/play/icon.svg', '/play/icon-192.png', '/play/manifest.webmanifest'];
const PATIENCE_MILLIS = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(PARTS)).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith('startex-play-') && name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/play/api/')) return;
  const page = event.request.mode === 'navigate';
  if (page || PARTS.includes(url.pathname)) event.respondWith(networkFirst(event.request, page ? SHELL : url.pathname));
});

async function networkFirst(request, kept) {
  const cache = await caches.open(CACHE);
  const fresh = fetch(request).then(async (response) => {
    if (response.ok && !response.redirected) await cache.put(kept, response.clone());
    return response;
  });
  fresh.catch(() => undefined);
  const late = new Promise((resolve) => { setTimeout(resolve, PATIENCE_MILLIS); }).then(() => cache.match(kept)).then((response) => response ?? fresh);
  try {
    const first = await Promise.race([fresh, late]);
    return first.status >= 502 && first.status <= 504 ? ((await cache.match(kept)) ?? first) : first;
  } catch (failed) {
    const response = await cache.match(kept);
    if (response !== undefined) return response;
    throw failed;
  }
}
