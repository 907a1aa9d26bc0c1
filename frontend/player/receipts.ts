/** Receipts: what the page has (received) and what a person had on the screen (seen). Batched; what may have been lost with a connection goes again. */
import type { ClientMessage } from './protocol.ts';

const MOST = 500;
/** Receipts that left shortly before the connection was lost may not have arrived. */
const DOUBTFUL_MILLIS = 60_000;

class Box {
  readonly #gathered = new Set<number>();
  readonly #sentAt = new Map<number, number>();

  add(seq: number): void {
    if (!this.#sentAt.has(seq)) this.#gathered.add(seq);
  }

  /** Sends what has gathered, at most so many; false when something is left. */
  flush(nowMillis: number, send: (seqs: number[]) => boolean): boolean {
    const seqs = [...this.#gathered].sort((a, b) => a - b).slice(0, MOST);
    if (seqs.length === 0) return true;
    if (!send(seqs)) return true; // It goes when there is a connection again.
    for (const seq of seqs) {
      this.#gathered.delete(seq);
      this.#sentAt.set(seq, nowMillis);
    }
    return this.#gathered.size === 0;
  }

  lost(nowMillis: number): void {
    for (const [seq, at] of this.#sentAt) {
      if (nowMillis - at > DOUBTFUL_MILLIS) continue;
      this.#sentAt.delete(seq);
      this.#gathered.add(seq);
    }
  }
}

export class Receipts {
  readonly #received = new Box();
  readonly #seen = new Box();

  received(seq: number): void {
    this.#received.add(seq);
  }

  seen(seq: number): void {
    this.#seen.add(seq);
  }

  /** Sends what has gathered; false when something is left for another frame. */
  flush(nowMillis: number, send: (message: ClientMessage) => boolean): boolean {
    const received = this.#received.flush(nowMillis, (seqs) => send({ type: 'received', seqs }));
    const seen = this.#seen.flush(nowMillis, (seqs) => send({ type: 'seen', seqs }));
    return received && seen;
  }

  /** The connection is gone. */
  lost(nowMillis: number): void {
    this.#received.lost(nowMillis);
    this.#seen.lost(nowMillis);
  }
}
