/**
 * The drawer on the phone: what was written stays here until the record has it. In a secure context every value is encrypted with a
 * key that cannot leave the browser (AES-GCM, not extractable); on plain HTTP browsers offer no such key, so values lie open and the
 * page says so. Where there is no IndexedDB, localStorage; where there is neither, memory.
 */

export type Keeping = 'encrypted' | 'open' | 'memory';

export interface Vault {
  readonly keeping: Keeping;
  /** Whether the last value could not be kept: the phone is full or forbids it. Acts go on; the page says so. */
  readonly failing: boolean;
  get<T>(name: string): Promise<T | undefined>;
  /** All values whose name begins so, in the order of their names. */
  all<T>(prefix: string): Promise<T[]>;
  put(name: string, value: unknown): Promise<void>;
  remove(name: string): Promise<void>;
}

/** Where sealed or open values lie. */
export interface Shelf {
  get(name: string): Promise<unknown>;
  names(prefix: string): Promise<string[]>;
  put(name: string, value: unknown): Promise<void>;
  remove(name: string): Promise<void>;
}

interface Sealed { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer }

/** A vault over a shelf. With a key every value is encrypted, bound to its name so that values cannot be swapped. */
export function vaultOver(shelf: Shelf, key: CryptoKey | null, keeping: Keeping): Vault {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  async function open(name: string, kept: unknown): Promise<unknown> {
    if (kept === undefined || kept === null) return undefined;
    if (typeof kept === 'string') return JSON.parse(kept);
    if (key === null) return undefined;
    const { iv, data } = kept as Sealed;
    try {
      return JSON.parse(decoder.decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: encoder.encode(name) }, key, data)));
    } catch {
      return undefined; // Sealed with a key that this browser has since thrown away.
    }
  }
  async function seal(name: string, value: unknown): Promise<unknown> {
    const json = JSON.stringify(value);
    if (key === null) return json;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: encoder.encode(name) }, key, encoder.encode(json)) };
  }
  let failing = false;
  return {
    keeping,
    get failing() {
      return failing;
    },
    get: async <T>(name: string) => (await open(name, await shelf.get(name))) as T | undefined,
    all: async <T>(prefix: string) => {
      const values = await Promise.all((await shelf.names(prefix)).sort().map(async (name) => open(name, await shelf.get(name))));
      return values.filter((value) => value !== undefined) as T[];
    },
    put: async (name, value) => {
      try {
        await shelf.put(name, await seal(name, value));
        failing = false;
      } catch {
        failing = true;
      }
    },
    remove: (name) => shelf.remove(name),
  };
}

export function memoryShelf(): Shelf {
  const values = new Map<string, unknown>();
  return {
    get: async (name) => values.get(name),
    names: async (prefix) => [...values.keys()].filter((name) => name.startsWith(prefix)),
    put: async (name, value) => void values.set(name, value),
    remove: async (name) => void values.delete(name),
  };
}

const LOCAL = 'startex.';

function localShelf(): Shelf {
  return {
    get: async (name) => localStorage.getItem(LOCAL + name) ?? undefined,
    names: async (prefix) => Object.keys(localStorage).filter((name) => name.startsWith(LOCAL + prefix)).map((name) => name.slice(LOCAL.length)),
    put: async (name, value) => localStorage.setItem(LOCAL + name, value as string),
    remove: async (name) => localStorage.removeItem(LOCAL + name),
  };
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('IndexedDB'));
  });
}

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open('startex-player', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('kept');
    request.result.createObjectStore('key');
  };
  return answered(request);
}

function databaseShelf(database: IDBDatabase): Shelf {
  const read = () => database.transaction('kept').objectStore('kept');
  async function write(act: (store: IDBObjectStore) => void): Promise<void> {
    const transaction = database.transaction('kept', 'readwrite', { durability: 'strict' });
    act(transaction.objectStore('kept'));
    await committed(transaction);
  }
  return {
    get: (name) => answered(read().get(name)),
    names: async (prefix) => (await answered(read().getAllKeys(IDBKeyRange.bound(prefix, `${prefix}\uffff`)))) as string[],
    put: (name, value) => write((store) => store.put(value, name)),
    remove: (name) => write((store) => store.delete(name)),
  };
}

async function keyIn(database: IDBDatabase): Promise<CryptoKey> {
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const transaction = database.transaction('key', 'readwrite');
  const store = transaction.objectStore('key');
  const kept = (await answered(store.get('outbox'))) as CryptoKey | undefined;
  if (kept === undefined) store.put(made, 'outbox');
  await committed(transaction);
  return kept ?? made;
}

/** The best vault that this browser offers here. */
export async function openVault(): Promise<Vault> {
  try {
    const database = await openDatabase();
    const encrypted = globalThis.isSecureContext && crypto.subtle !== undefined;
    return encrypted ? vaultOver(databaseShelf(database), await keyIn(database), 'encrypted') : vaultOver(databaseShelf(database), null, 'open');
  } catch {
    try {
      localStorage.setItem(`${LOCAL}probe`, '1');
      localStorage.removeItem(`${LOCAL}probe`);
      return vaultOver(localShelf(), null, 'open');
    } catch {
      return vaultOver(memoryShelf(), null, 'memory');
    }
  }
}
