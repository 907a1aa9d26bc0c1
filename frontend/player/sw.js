/*
 * The service worker of the player's page: keeps what the page is made of, so that it opens without a network. What is kept is named by its content, whole or not at all,
 * and is used until the person takes the new version. Nothing below /play/api, and nothing of an exercise, is ever kept here.
 */
const CACHE = 'startex-play-@shell@';
const SHELL = '/play/';
const PARTS = [SHELL, '/app/player.js', '/app/player.css', '/app/tokens.css', '/app/base-map.json', '/play/icon.svg', '/play/icon-192.png', '/play/manifest.webmanifest'];

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(PARTS.map((part) => new Request(part, { cache: 'reload' })))));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith('startex-play-') && name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('message', (event) => {
  if (event.data === 'use-new-version') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/play/api/')) return;
  const page = event.request.mode === 'navigate';
  if (page || PARTS.includes(url.pathname)) event.respondWith(kept(event.request, page ? SHELL : url.pathname));
});

async function kept(request, name) {
  return (await (await caches.open(CACHE)).match(name)) ?? fetch(request);
}
