/**
 * The three questions after ENDEX. What is written is on the phone at each pause in typing; once sent, it stays there until the server
 * has it, through reloads and lost networks. An answer without a name can be changed only with the slip, which never leaves this phone
 * but with the answer itself.
 */
import { clean } from './drafts.ts';
import { ask, JoinFailed, type Fetch } from './join.ts';
import { asObject, fail, flag, text } from './json.ts';
import { LIMITS } from './protocol.ts';
import type { Surroundings } from './socket.ts';
import type { Vault } from './vault.ts';

export interface Answers { wentWell: string; didNot: string; differently: string }
export type Question = keyof Answers;
export const QUESTIONS: readonly Question[] = ['wentWell', 'didNot', 'differently'];
export type Naming = 'named' | 'anonymous' | 'choice';

/** How the server says it stands for this participant. */
export interface Standing { state: 'before' | 'open' | 'closed'; naming: Naming; answered: boolean; mine: Answers | null }

/** What this phone keeps of it. */
export interface Kept {
  slip: string;
  answers: Answers;
  /** With or without the name; null until it is chosen. */
  withName: boolean | null;
  /** Being written, on its way, or known to have arrived. */
  status: 'draft' | 'waiting' | 'sent';
  /** Why it came back. */
  fault: string | null;
}

const NOTHING: Answers = { wentWell: '', didNot: '', differently: '' };
const BACK_OFF_MILLIS = [2000, 4000, 8000, 15000, 30000];

/** A slip of 256 bits of chance. */
export function newSlip(): string {
  return [...crypto.getRandomValues(new Uint8Array(32))].map((b) => b.toString(16).padStart(2, '0')).join('');
}

function oneOf<T extends string>(value: string, known: readonly T[]): T {
  return known.find((word) => word === value) ?? fail(value);
}

function readAnswers(value: unknown): Answers {
  const o = asObject(value, 'mine');
  return { wentWell: text(o, 'wentWell'), didNot: text(o, 'didNot'), differently: text(o, 'differently') };
}

export function readStanding(value: unknown): Standing {
  const o = asObject(value);
  return {
    state: oneOf(text(o, 'state'), ['before', 'open', 'closed']), naming: oneOf(text(o, 'naming'), ['named', 'anonymous', 'choice']),
    answered: flag(o, 'answered'), mine: o['mine'] === null ? null : readAnswers(o['mine']),
  };
}

/** What is wrong before anything is sent. */
export type HotCheck = { field: Question; why: 'empty' } | { field: Question; why: 'long'; over: number } | { field: 'withName'; why: 'choose' } | null;

export class HotDebrief {
  standing: Standing | null = null;
  kept: Kept = fresh();
  #participant: string | null = null;
  #name = '';
  #asking = false;
  #failures = 0;
  #timer: unknown;
  #version = 0;

  /** @param told called whenever something changed; `arrived` when the server has the answer */
  constructor(
    private readonly vault: Vault, private readonly exercise: string, private readonly around: Surroundings,
    private readonly told: (arrived: boolean) => void, private readonly fetcher: Fetch = (url, init) => fetch(url, init),
  ) {}

  /** Whether something written has not arrived. */
  get waiting(): boolean {
    return this.kept.status === 'waiting';
  }

  /** With or without the name, as it will be sent; null while the person has still to choose. */
  get withName(): boolean | null {
    switch (this.standing?.naming) {
      case 'named': return true;
      case 'anonymous': return false;
      default: return this.kept.withName;
    }
  }

  /** Whether they answered without a name on another page, so that this page can change nothing. */
  get elsewhere(): boolean {
    return this.standing?.answered === true && this.standing.mine === null && this.kept.status !== 'sent' && this.kept.status !== 'waiting' && this.#version === 0 && blank(this.kept.answers);
  }

  /** Play is over, and this is who we are: looks how it stands and sends what waits. */
  async wake(participant: string): Promise<void> {
    if (this.#participant !== participant) {
      this.#participant = participant;
      this.#name = `${this.exercise}/hot-debrief/${participant}`;
      this.kept = (await this.vault.get<Kept>(this.#name)) ?? fresh();
      this.told(false);
    }
    this.#failures = 0;
    await this.#go();
  }

  /** Something was typed or chosen. */
  async write(change: Partial<Answers> & { withName?: boolean }): Promise<void> {
    const { withName, ...answers } = change;
    this.#version += 1;
    this.kept = { ...this.kept, answers: { ...this.kept.answers, ...answers }, withName: withName ?? this.kept.withName, status: 'draft', fault: null };
    this.told(false);
    await this.#keep();
  }

  check(): HotCheck {
    for (const field of QUESTIONS) {
      const over = clean(this.kept.answers[field]).length - LIMITS.text;
      if (over > 0) return { field, why: 'long', over };
    }
    if (blank(this.kept.answers)) return { field: 'wentWell', why: 'empty' };
    return this.withName === null ? { field: 'withName', why: 'choose' } : null;
  }

  /** Sends the answers; without a network as soon as there is one. */
  async send(): Promise<void> {
    if (this.check() !== null) return;
    this.kept = { ...this.kept, status: 'waiting', fault: null };
    this.told(false);
    await this.#keep();
    this.#failures = 0;
    await this.#go();
  }

  /** Takes it off the phone. */
  async forget(): Promise<void> {
    this.around.cancel(this.#timer);
    if (this.#name !== '') await this.vault.remove(this.#name);
  }

  stop(): void {
    this.around.cancel(this.#timer);
  }

  async #go(): Promise<void> {
    if (this.#asking || this.#participant === null) return;
    this.#asking = true;
    const sent = this.waiting ? this.kept : null;
    try {
      const standing = await ask(this.fetcher, `hot-debrief/${encodeURIComponent(this.exercise)}`, sent === null ? undefined : this.#request(sent), readStanding);
      this.#asking = false;
      this.#failures = 0;
      this.standing = standing;
      if (sent !== null) await this.#arrived(sent);
      else this.#adopt(standing);
      this.told(sent !== null && this.kept.status === 'sent');
      if (this.waiting) await this.#go();
    } catch (failed) {
      this.#asking = false;
      if (!(failed instanceof JoinFailed)) throw failed;
      await this.#failed(failed, sent);
    }
  }

  #request({ answers, slip }: Kept): Record<string, unknown> {
    return { withName: this.withName === true, slip, wentWell: clean(answers.wentWell), didNot: clean(answers.didNot), differently: clean(answers.differently) };
  }

  async #arrived(sent: Kept): Promise<void> {
    if (this.kept !== sent) return; // Written on meanwhile: what is there now is not what arrived.
    this.kept = { ...sent, status: 'sent' };
    await this.#keep();
  }

  /** What was answered with the name on another phone is shown here too. */
  #adopt({ mine }: Standing): void {
    if (mine !== null && this.kept.status === 'draft' && blank(this.kept.answers)) this.kept = { ...this.kept, answers: mine, withName: true, status: 'sent' };
  }

  async #failed(failed: JoinFailed, sent: Kept | null): Promise<void> {
    const passing = ['offline', 'record-away', 'unreadable', 'no-token', 'throttled'].includes(failed.reason);
    if (passing) {
      const millis = failed.retryAfterSeconds === null ? (BACK_OFF_MILLIS[Math.min(this.#failures, BACK_OFF_MILLIS.length - 1)] as number) : failed.retryAfterSeconds * 1000;
      this.#failures += 1;
      this.around.cancel(this.#timer);
      this.#timer = this.around.later(() => void this.#go(), millis);
    } else if (sent !== null && this.kept === sent) {
      this.kept = { ...sent, status: 'draft', fault: failed.message };
      if (failed.reason === 'hot-debrief-closed' && this.standing !== null) this.standing = { ...this.standing, state: 'closed' };
      await this.#keep();
    }
    this.told(false);
  }

  async #keep(): Promise<void> {
    if (this.#name !== '') await this.vault.put(this.#name, this.kept);
  }
}

function fresh(): Kept {
  return { slip: newSlip(), answers: NOTHING, withName: null, status: 'draft', fault: null };
}

function blank(answers: Answers): boolean {
  return QUESTIONS.every((question) => clean(answers[question]) === '');
}
