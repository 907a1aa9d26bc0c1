/**
 * The page as a thing of its own on the phone: kept by its service worker so that it opens without a network, renewed only when the person says so, and installed as
 * an app where the browser offers it. All of it needs a secure context.
 */

/** What a browser that can install the page hands over. */
interface InstallPrompt extends Event { prompt(): Promise<void> }

export type Install = 'offered' | 'done' | 'by-hand' | 'impossible';

const RENEW_MILLIS = 8000;
let offer: InstallPrompt | null = null;
let ready = false;
const hearers = new Set<() => void>();

function tell(): void {
  for (const hear of hearers) hear();
}

/** Calls whenever something of this has changed; gives what ends it. */
export function onChange(hear: () => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

/** Whether a newer page is on the phone and waits to be used. */
export function newVersion(): boolean {
  return ready;
}

export function install(): Install {
  if (matchMedia('(display-mode: standalone)').matches) return 'done';
  if (!isSecureContext) return 'impossible';
  return offer === null ? 'by-hand' : 'offered';
}

export async function askToInstall(): Promise<void> {
  const asked = offer;
  offer = null;
  await asked?.prompt();
  tell();
}

/** Whether a worker holds a newer page than this one: it is installed, and another is at work. */
function waits(registration: ServiceWorkerRegistration): boolean {
  return registration.waiting !== null && navigator.serviceWorker.controller !== null;
}

function watch(registration: ServiceWorkerRegistration): void {
  const look = (): void => {
    if (ready === waits(registration)) return;
    ready = waits(registration);
    tell();
  };
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
  look();
}

/** Puts the page on the phone, and hears when the browser would install it. */
export function keepOnPhone(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = event as InstallPrompt;
    tell();
  });
  addEventListener('appinstalled', tell);
  if ('serviceWorker' in navigator) void navigator.serviceWorker.register('/play/sw.js', { scope: '/play/', updateViaCache: 'none' }).then(watch).catch(() => undefined);
}

async function registered(): Promise<ServiceWorkerRegistration | undefined> {
  return 'serviceWorker' in navigator ? navigator.serviceWorker.getRegistration('/play/').catch(() => undefined) : undefined;
}

/** The server has come back, perhaps as a newer one: looks whether there is a newer page. */
export async function lookForNewVersion(): Promise<void> {
  await (await registered())?.update().catch(() => undefined);
}

/** Loads the page again, as the newest there is. What was written is in the drawer and is there again. */
export async function renew(): Promise<void> {
  const registration = await registered();
  if (registration !== undefined) {
    await registration.update().catch(() => undefined);
    await taken(registration);
  }
  location.reload();
}

/** Waits until the newer worker, if there is one, is at work; not for ever. */
async function taken(registration: ServiceWorkerRegistration): Promise<void> {
  const next = registration.waiting ?? registration.installing;
  if (next === null) return;
  await new Promise<void>((resolve) => {
    const push = (): void => {
      if (next.state === 'installed') next.postMessage('use-new-version');
      if (next.state === 'activated' || next.state === 'redundant') resolve();
    };
    next.addEventListener('statechange', push);
    push();
    setTimeout(resolve, RENEW_MILLIS);
  });
}
