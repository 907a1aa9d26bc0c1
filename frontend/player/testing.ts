/** Plain fakes for the unit tests: a clock that is cranked by hand, and a wire whose other end the test holds. */
import { memoryShelf, vaultOver, type Shelf, type Vault } from './vault.ts';
import type { Surroundings, Wire } from './socket.ts';

export class FakeWire implements Wire {
  readonly protocol = 'startex.feed.v1';
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly sent: Record<string, unknown>[] = [];
  closed = false;

  send(text: string): void {
    if (this.closed) throw new Error('sent on a closed wire');
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }

  close(): void {
    this.closed = true;
  }

  /** The network opens the connection. */
  open(): void {
    this.onopen?.();
  }

  /** The server says something. */
  say(message: unknown): void {
    this.onmessage?.({ data: typeof message === 'string' ? message : JSON.stringify(message) });
  }

  /** The connection ends from the other side. */
  drop(code = 1006): void {
    this.closed = true;
    this.onclose?.({ code });
  }

  of(type: string): Record<string, unknown>[] {
    return this.sent.filter((frame) => frame['type'] === type);
  }
}

export class FakeWorld implements Surroundings {
  millis = Date.parse('2026-05-14T10:00:00Z');
  chance = 0;
  readonly wires: FakeWire[] = [];
  #timers: { at: number; run: () => void; id: number }[] = [];
  #ids = 0;

  connect(): Wire {
    const wire = new FakeWire();
    this.wires.push(wire);
    return wire;
  }

  now(): number {
    return this.millis;
  }

  random(): number {
    return this.chance;
  }

  later(run: () => void, millis: number): unknown {
    this.#ids += 1;
    this.#timers.push({ at: this.millis + millis, run, id: this.#ids });
    return this.#ids;
  }

  cancel(timer: unknown): void {
    this.#timers = this.#timers.filter((t) => t.id !== timer);
  }

  /** Lets time pass; what falls due runs at its moment, in order. */
  pass(millis: number): void {
    const until = this.millis + millis;
    for (;;) {
      const next = this.#timers.filter((t) => t.at <= until).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#timers = this.#timers.filter((t) => t !== next);
      this.millis = next.at;
      next.run();
    }
    this.millis = until;
  }

  get wire(): FakeWire {
    const wire = this.wires.at(-1);
    if (wire === undefined) throw new Error('nothing has connected');
    return wire;
  }
}

export function aVault(shelf: Shelf = memoryShelf()): Vault {
  return vaultOver(shelf, null, 'open');
}

/** Lets promises that are ready run. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
  await new Promise((resolve) => setImmediate(resolve));
}

/** Waits for work of other threads, such as encryption, until something holds: ten seconds at most, as a busy machine takes its time. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await holds()) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Random numbers from a seed (mulberry32), so that a failing property can be run again. */
export function randomFrom(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let x = Math.imul(a ^ (a >>> 15), 1 | a);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

export const EXERCISE = '6f2c1f0e-4a2f-4a6e-9b57-0d6a0f2f9d10';
export const ME = '0b9d6c4e-8d0e-4f0e-8f57-0c9b7a6f1e11';

export function aWelcome(change: { state?: string; cell?: string | null; participant?: string; admitted?: boolean; role?: string | null; drill?: boolean } = {}): Record<string, unknown> {
  const cell = change.cell === undefined ? 'rest-centre' : change.cell;
  return {
    type: 'welcome', exercise: EXERCISE, title: 'Caravan site', marking: 'OFFICIAL', codeWord: 'BLUE HERON',
    you: { participant: change.participant ?? ME, name: 'M. Okafor', organisation: 'Borough council', cell: cell === null ? null : { code: cell, title: cell }, role: change.role === undefined || change.role === null ? null : { code: change.role, title: change.role }, admitted: change.admitted ?? true, account: false },
    state: change.state ?? 'running', drill: change.drill ?? false, noDuffLines: [], contacts: { cells: [], bodies: [] }, reduced: [],
  };
}

export function aClock(serverNow: string, change: { running?: boolean; elapsedMicros?: number; pacePercent?: number } = {}): Record<string, unknown> {
  return { type: 'clock', running: true, elapsedMicros: 0, pacePercent: 100, serverNow, startTime: '2026-05-14T09:00:00', lengthMicros: 10_800_000_000, ...change };
}

export function anEntry(seq: number, kind: string, body: Record<string, unknown>, change: Record<string, unknown> = {}): Record<string, unknown> {
  return { type: 'entry', seq, coversFrom: seq, kind, at: seq * 1_000_000, recordedAt: '2026-05-14T09:30:00Z', by: null, mine: false, body, ...change };
}

export function anInject(seq: number, change: Record<string, unknown> = {}): Record<string, unknown> {
  return anEntry(seq, 'inject', { number: String(seq), title: `Inject ${seq}`, from: 'Ambulance control', to: ['Rest centre'], channel: 'phone', html: '<p>Text</p>', attachments: [], latenessMicros: 0, acknowledged: null }, change);
}

export function aDecision(seq: number, number: number, inReplyTo: number | null, change: Record<string, unknown> = {}): Record<string, unknown> {
  return anEntry(seq, 'decision', { number, inReplyTo, decision: 'Keep two coaches', rationale: 'They cannot wait', reliedOn: [], options: '', expectedEffect: '', actions: [], occurredAt: '2026-05-14T09:30:00Z', late: null, maker: null }, change);
}
