/**
 * The one file that owns the socket: it connects, resumes by coverage, checks the sequence, backs off, and notices silence. Everybody
 * else hears parsed messages and whether the link is live.
 */
import { cover, coveredTo, coverUpTo, hasGap, type Coverage } from './coverage.ts';
import { NotInProtocol, parseServerMessage, type ClientMessage, type Entries, type ServerMessage } from './protocol.ts';
import type { Ending, Link } from './store.ts';

export const SUBPROTOCOL = 'startex.feed.v1';
export const SILENCE_MILLIS = 45_000;
/** A page that was asleep and has heard nothing for this long does not wait for the network to notice. */
export const STALE_MILLIS = 15_000;
const BACK_OFF_MILLIS = [500, 1000, 2000, 4000, 8000];
const CONNECT_MILLIS = 10_000;
const TOO_MANY_FRAMES_MILLIS = 5000;
const ENDINGS: Record<number, Ending> = { 4401: 'token', 4403: 'ejected', 4409: 'version' };

/** As much of a WebSocket as this page needs. */
export interface Wire {
  readonly protocol: string;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  send(text: string): void;
  close(code?: number): void;
}

/** What the socket needs from the world outside; tests bring their own. */
export interface Surroundings {
  connect(url: string, protocol: string): Wire;
  now(): number;
  random(): number;
  later(run: () => void, millis: number): unknown;
  cancel(timer: unknown): void;
}

export interface Hearer {
  heard(message: ServerMessage): void;
  link(link: Link): void;
  /** The socket is open and has asked for what is missing: what waits can be sent. */
  ready(): void;
  /** The server could not take a frame of ours. */
  unreadable(): void;
  /** The connection failed before it was open, this many times in a row. */
  failed(times: number): void;
}

/** How long to wait before attempt `n` (from 0), with up to half as much again by chance. */
export function backOff(attempt: number, random: number): number {
  const base = BACK_OFF_MILLIS[Math.min(attempt, BACK_OFF_MILLIS.length - 1)] as number;
  return base + Math.floor((base / 2) * random);
}

export class FeedSocket {
  #wire: Wire | null = null;
  #live = false;
  #coverage: Coverage;
  #askedAt = -1;
  #attempt = 0;
  #heardAt = 0;
  #downSince: number | null = null;
  #ended = false;
  #retry: unknown = null;
  #watch: unknown = null;

  constructor(private readonly url: string, lastSeq: number, private readonly hearer: Hearer, private readonly around: Surroundings) {
    this.#coverage = coveredTo(lastSeq);
  }

  get lastSeq(): number {
    return this.#coverage.last;
  }

  get live(): boolean {
    return this.#live;
  }

  /** Connects now, whatever the back-off says; does nothing while a connection is being made or is good. */
  connect(): void {
    if (this.#wire !== null || this.#ended) return;
    this.around.cancel(this.#retry);
    const wire = this.around.connect(this.url, SUBPROTOCOL);
    this.#wire = wire;
    this.#heardAt = this.around.now();
    wire.onopen = () => this.#opened(wire);
    wire.onmessage = (event) => this.#frame(wire, event.data);
    wire.onclose = (event) => this.#closed(wire, event.code);
    this.#watchSilence(wire, CONNECT_MILLIS);
  }

  /** The page woke, the network came back, or the person asked: a stale link is dropped and made anew, a good one measured again. */
  wake(): void {
    if (this.#ended) return;
    if (this.#live && this.around.now() - this.#heardAt < STALE_MILLIS) this.#resume();
    else this.#renew();
  }

  /** Starts the feed again from nothing: another cell, another person. */
  restart(): void {
    this.#coverage = coveredTo(0);
    this.#askedAt = -1;
    if (this.#live) this.#resume();
  }

  /** Ends the connection for good. */
  end(): void {
    this.#ended = true;
    this.around.cancel(this.#retry);
    this.#drop();
  }

  /** Sends a frame if the link is live; says whether it left. */
  send(message: ClientMessage): boolean {
    if (!this.#live || this.#wire === null) return false;
    this.#wire.send(JSON.stringify(message));
    return true;
  }

  #opened(wire: Wire): void {
    if (wire !== this.#wire) return;
    this.#live = true;
    this.#heardAt = this.around.now();
    this.#watchSilence(wire, SILENCE_MILLIS);
    this.#resume();
    this.hearer.ready();
  }

  #resume(): void {
    this.#askedAt = this.#coverage.last;
    this.send({ type: 'resume', lastSeq: this.#coverage.last });
  }

  #frame(wire: Wire, data: unknown): void {
    if (wire !== this.#wire) return;
    this.#heardAt = this.around.now();
    this.#watchSilence(wire, SILENCE_MILLIS);
    let message: ServerMessage | Entries;
    try {
      message = parseServerMessage(typeof data === 'string' ? data : '');
    } catch (broken) {
      if (!(broken instanceof NotInProtocol)) throw broken;
      return;
    }
    if (message.type === 'entries') message.entries.forEach((entry) => this.#take(entry));
    else this.#take(message);
    // A gap is asked for once; only when coverage has moved on and there is still one, again.
    if (hasGap(this.#coverage) && this.#askedAt !== this.#coverage.last) this.#resume();
  }

  #take(message: ServerMessage): void {
    if (message.type === 'welcome') {
      this.#attempt = 0;
      this.#downSince = null;
      this.hearer.link({ status: 'live' });
    }
    if (message.type === 'resync') this.restart();
    if (message.type === 'entry') this.#coverage = cover(this.#coverage, message.coversFrom, message.seq);
    if (message.type === 'upTo') this.#coverage = coverUpTo(this.#coverage, message.seq);
    this.hearer.heard(message);
  }

  #closed(wire: Wire, code: number): void {
    if (wire !== this.#wire) return;
    this.#forget();
    const why = ENDINGS[code];
    if (why !== undefined) {
      this.#ended = true;
      this.hearer.link({ status: 'ended', why });
      return;
    }
    if (code === 4413) this.hearer.unreadable();
    this.#downSince ??= this.around.now();
    this.hearer.link({ status: 'offline', since: this.#downSince });
    if (this.#attempt > 0) this.hearer.failed(this.#attempt);
    const wait = code === 4429 ? TOO_MANY_FRAMES_MILLIS : backOff(this.#attempt, this.around.random());
    this.#attempt += 1;
    this.#retry = this.around.later(() => this.connect(), wait);
  }

  #watchSilence(wire: Wire, millis: number): void {
    this.around.cancel(this.#watch);
    this.#watch = this.around.later(() => {
      if (wire === this.#wire) this.#lost(wire);
    }, millis);
  }

  /** Nothing was heard for too long: the network lost the connection and nobody told us. */
  #lost(wire: Wire): void {
    this.#closed(wire, 1006);
    wire.close();
  }

  #renew(): void {
    const wasLive = this.#live;
    this.#drop();
    this.#attempt = 0;
    if (wasLive) {
      this.#downSince = this.around.now();
      this.hearer.link({ status: 'offline', since: this.#downSince });
    }
    this.connect();
  }

  #drop(): void {
    const wire = this.#wire;
    this.#forget();
    wire?.close();
  }

  #forget(): void {
    this.around.cancel(this.#watch);
    this.#wire = null;
    this.#live = false;
  }
}

/** The real world. */
export const browser: Surroundings = {
  connect: (url, protocol) => new WebSocket(url, protocol) as unknown as Wire,
  now: () => Date.now(),
  random: () => Math.random(),
  later: (run, millis) => setTimeout(run, millis),
  cancel: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout> | undefined),
};
