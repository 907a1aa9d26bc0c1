/**
 * What a person did and the record has not confirmed yet. It is on the phone before it is sent, is sent in the order it was written
 * (a call of no duff first), goes again with the same id after a lost connection, and leaves only when it is done or refused.
 */
import type { Act, ActFrame, CallNoDuff, HandOver, Refused } from './protocol.ts';
import type { Vault } from './vault.ts';

/** Written before the server had said who this is: sent by whoever this page turns out to be. */
export const ANYBODY = '';

/** What says in the record that it was entered late because the network was down. */
const TELLING: ReadonlySet<Act['type']> = new Set(['acknowledge', 'decision', 'message', 'answer']);

export interface Waiting {
  readonly act: Act;
  /** Who wrote it: it is never sent in another participant's name. */
  readonly participant: string;
  /** The phone's wall time when the person pressed the button, and exercise time then. */
  readonly written: number;
  readonly storyAt: number | null;
  readonly order: number;
  /** Whether there was no connection at some time since it was written. */
  readonly offline?: boolean;
}

export class Outbox {
  #items: Waiting[] = [];
  readonly #sent = new Set<string>();
  #holdUntil = 0;

  private constructor(private readonly vault: Vault, private readonly prefix: string) {}

  /** The outbox of one exercise, with whatever an earlier page left in it. */
  static async open(vault: Vault, exercise: string): Promise<Outbox> {
    const outbox = new Outbox(vault, `${exercise}/outbox/`);
    outbox.#items = (await vault.all<Waiting>(outbox.prefix)).sort((a, b) => a.order - b.order);
    return outbox;
  }

  get items(): readonly Waiting[] {
    return this.#items;
  }

  /** Keeps the act. The same id twice, or a second acknowledgement of one inject or answer to one comms check, or a second hand over of the one role, is one act. */
  async add(act: Act, participant: string, written: number, storyAt: number | null, offline = false): Promise<Waiting> {
    const known = this.#items.find((w) => w.act.clientId === act.clientId || (w.participant === participant && sameAnswer(w.act, act)));
    if (known !== undefined) return known;
    const waiting: Waiting = { act, participant, written, storyAt, order: (this.#items.at(-1)?.order ?? 0) + 1, offline };
    this.#items = [...this.#items, waiting];
    await this.vault.put(this.prefix + act.clientId, waiting);
    return waiting;
  }

  /** The frames to send now, at most so many, of which only messages leave while play is stopped; each counts as sent until the connection is lost or the server is busy. */
  take(participant: string, nowMillis: number, stopped: boolean, most = 15): ActFrame[] {
    const due = this.#items.filter((w) => (w.participant === participant || w.participant === ANYBODY) && !this.#sent.has(w.act.clientId));
    const urgent = due.filter((w) => w.act.type === 'noDuff');
    const held = (w: Waiting): boolean => stopped && !(w.act.type === 'message' && w.act.to !== 'body');
    const rest = nowMillis < this.#holdUntil ? [] : due.filter((w) => w.act.type !== 'noDuff' && !held(w));
    return [...urgent, ...rest].slice(0, most).map((w) => {
      this.#sent.add(w.act.clientId);
      const frame = { ...w.act, written: w.written, sent: nowMillis };
      return TELLING.has(w.act.type) ? { ...frame, offline: w.offline === true } : frame;
    });
  }

  /** The connection is gone: whatever has no answer is sent again, and says why it comes late. */
  lost(): void {
    this.#sent.clear();
    this.#items = this.#items.map((w) => (w.offline === true ? w : this.#kept({ ...w, offline: true })));
  }

  /** The server could not reach the record: everything without an answer waits and goes again, in order. Says for how long. */
  busy(retryAfterSeconds: number, nowMillis: number): number {
    this.#sent.clear();
    this.#holdUntil = nowMillis + Math.max(1, retryAfterSeconds) * 1000;
    return this.#holdUntil - nowMillis;
  }

  async done(clientId: string): Promise<Waiting | undefined> {
    return this.#leave(clientId);
  }

  /**
   * The act was refused: it leaves and is handed back, so that nothing written is lost. What was refused only because play is
   * stopped goes back into the queue under a new id, for after the all-clear.
   */
  async refused(refusal: Refused, newId: () => string): Promise<Waiting | undefined> {
    const waiting = this.#items.find((w) => w.act.clientId === refusal.clientId);
    if (waiting !== undefined && refusal.reason === 'stopped' && waiting.act.type !== 'noDuff') {
      const again: Waiting = { ...waiting, act: { ...waiting.act, clientId: newId() } };
      await this.vault.put(this.prefix + again.act.clientId, again);
      this.#items = this.#items.map((w) => (w === waiting ? again : w));
      await this.vault.remove(this.prefix + refusal.clientId);
      return undefined;
    }
    return this.#leave(refusal.clientId);
  }

  /** The person takes back what has not been sent. */
  async withdraw(clientId: string): Promise<Waiting | undefined> {
    return this.#leave(clientId);
  }

  find(clientId: string): Waiting | undefined {
    return this.#items.find((w) => w.act.clientId === clientId);
  }

  /** The oldest decision that has left and has no answer: what to suspect when the server could not take a frame. */
  unanswered(): Waiting | undefined {
    return this.#items.find((w) => w.act.type === 'decision' && this.#sent.has(w.act.clientId));
  }

  acknowledging(inject: number): Waiting | undefined {
    return this.#items.find((w) => w.act.type === 'acknowledge' && w.act.inject === inject);
  }

  confirming(check: number): Waiting | undefined {
    return this.#items.find((w) => w.act.type === 'confirm' && w.act.check === check);
  }

  /** The word on a decision that is on its way. */
  wordOn(decision: number): Waiting | undefined {
    return this.#items.find((w) => (w.act.type === 'standBy' || w.act.type === 'dispute') && w.act.decision === decision);
  }

  /** This participant's hand over that is on its way. */
  handOver(participant: string): (Waiting & { act: HandOver }) | undefined {
    return this.#items.find((w): w is Waiting & { act: HandOver } => w.act.type === 'handOver' && w.participant === participant);
  }

  callOfNoDuff(): (Waiting & { act: CallNoDuff }) | undefined {
    return this.#items.find((w): w is Waiting & { act: CallNoDuff } => w.act.type === 'noDuff');
  }

  #kept(waiting: Waiting): Waiting {
    void this.vault.put(this.prefix + waiting.act.clientId, waiting);
    return waiting;
  }

  async #leave(clientId: string): Promise<Waiting | undefined> {
    const waiting = this.#items.find((w) => w.act.clientId === clientId);
    if (waiting === undefined) return undefined;
    this.#items = this.#items.filter((w) => w !== waiting);
    this.#sent.delete(clientId);
    await this.vault.remove(this.prefix + clientId);
    return waiting;
  }
}

/** Whether both acts say the same of the same thing, or there can be only one, so that one of them is enough. */
function sameAnswer(a: Act, b: Act): boolean {
  return (a.type === 'acknowledge' && b.type === 'acknowledge' && a.inject === b.inject) || (a.type === 'confirm' && b.type === 'confirm' && a.check === b.check)
    || (a.type === 'handOver' && b.type === 'handOver');
}
