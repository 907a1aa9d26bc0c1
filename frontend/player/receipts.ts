/** Receipts: what the page has (received) and what a person had on the screen (seen). Batched, and sent again when they could not leave. */
import type { ClientMessage } from './protocol.ts';

export class Receipts {
  readonly #received = new Set<number>();
  readonly #seen = new Set<number>();
  readonly #told = { received: new Set<number>(), seen: new Set<number>() };

  received(seq: number): void {
    if (!this.#told.received.has(seq)) this.#received.add(seq);
  }

  seen(seq: number): void {
    if (!this.#told.seen.has(seq)) this.#seen.add(seq);
  }

  /** Sends what has gathered; what does not leave stays for the next time. */
  flush(send: (message: ClientMessage) => boolean): void {
    this.#flush(this.#received, this.#told.received, (seqs) => send({ type: 'received', seqs }));
    this.#flush(this.#seen, this.#told.seen, (seqs) => send({ type: 'seen', seqs }));
  }

  #flush(gathered: Set<number>, told: Set<number>, send: (seqs: number[]) => boolean): void {
    const seqs = [...gathered].sort((a, b) => a - b).slice(0, 500);
    if (seqs.length === 0 || !send(seqs)) return;
    for (const seq of seqs) {
      gathered.delete(seq);
      told.add(seq);
    }
  }
}
