import type { LitElement, ReactiveController } from 'lit';
import { clean } from './drafts.ts';
import { newId } from './ids.ts';
import { newMessage, type MessageDraft } from './messages.ts';
import { LIMITS, type MessageEntry, type SendMessage } from './protocol.ts';
import type { Vault } from './vault.ts';

const PAUSE_MILLIS = 350;

export type MessageFault = 'text' | 'body' | 'long';

/** What the person writes and has read of messages. Both are on the phone, so that neither a reload nor another tab of the page loses them. */
export class MessageDesk implements ReactiveController {
  draft: MessageDraft | null = null;
  /** What is written to control while play is stopped; empty else. */
  stopText = '';
  /** Why what was written there came back, if it did. */
  stopFault: string | null = null;
  readUpTo = 0;
  #vault: Vault | null = null;
  #prefix = '';
  #stopped = false;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.#keep();
  }

  /** Takes up what an earlier page kept. */
  async open(vault: Vault, exercise: string): Promise<void> {
    this.#vault = vault;
    this.#prefix = `${exercise}/messages/`;
    const [draft, read, stopText] = await Promise.all([vault.get<MessageDraft>(`${this.#prefix}draft`), vault.get<number>(`${this.#prefix}read`), vault.get<string>(`${this.#prefix}stop`)]);
    this.draft ??= draft ?? null;
    if (this.stopText === '') this.stopText = stopText ?? '';
    if (!this.#stopped) this.#goOn();
    this.readUpTo = Math.max(this.readUpTo, read ?? 0);
    this.host.requestUpdate();
  }

  write(draft: MessageDraft | null): void {
    this.draft = draft;
    if (!this.#stopped) this.#goOn();
    this.#keepSoon();
  }

  /** Play is stopped: a message to control that was begun before goes on there. */
  stop(): void {
    this.#stopped = true;
    const { draft } = this;
    if (draft === null || draft.to !== 'control' || draft.inReplyTo !== null || draft.inject !== null || this.stopText !== '') return;
    this.stopText = draft.text;
    this.write(null);
  }

  writeInStop(text: string): void {
    this.stopText = text;
    this.stopFault = null;
    this.#keepSoon();
  }

  /** Play is stopped no more: what was not sent goes on among the messages, after what is being written there. */
  clear(): void {
    this.#stopped = false;
    this.stopFault = null;
    this.#goOn();
    this.#keepSoon();
  }

  #goOn(): void {
    if (this.draft !== null && this.draft.text.trim() !== '') return;
    if (this.stopText.trim() !== '') this.draft = newMessage(newId(), { text: this.stopText });
    this.stopText = '';
  }

  /** What was refused comes back where it was written: under a new id, unless something else is being written: then that is not lost either, and follows it. */
  cameBack(act: SendMessage, message: string): void {
    if (this.#stopped && act.to === 'control' && act.inReplyTo === null && act.inject === null) {
      this.writeInStop(this.stopText.trim() === '' ? act.text : `${act.text}\n\n${this.stopText}`);
      this.stopFault = message;
      return;
    }
    const other = this.draft === null ? '' : this.draft.text.trim();
    this.write(newMessage(newId(), {
      to: act.to, cell: act.cell, body: act.body ?? '', inReplyTo: act.inReplyTo, inject: act.inject, text: other === '' ? act.text : `${act.text}\n\n${other}`, fault: message,
    }));
  }

  /** Everything here has been on the screen. */
  read(messages: readonly MessageEntry[]): void {
    const last = messages[0]?.seq ?? 0;
    if (last <= this.readUpTo) return;
    this.readUpTo = last;
    void this.#vault?.put(`${this.#prefix}read`, last);
    this.host.requestUpdate();
  }

  /** What is wrong with the draft, if anything. */
  check(draft: MessageDraft): MessageFault | null {
    if (draft.to === 'body' && clean(draft.body) === '') return 'body';
    const text = clean(draft.text);
    return text === '' ? 'text' : text.length > LIMITS.message ? 'long' : null;
  }

  act(draft: MessageDraft): SendMessage {
    const { to, cell, inReplyTo, inject } = draft;
    return { type: 'message', clientId: draft.id, to, cell: to === 'cell' ? cell : null, body: to === 'body' ? clean(draft.body).slice(0, LIMITS.body) : null, inReplyTo, inject, text: clean(draft.text) };
  }

  #keepSoon(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#keep(), PAUSE_MILLIS);
    this.host.requestUpdate();
  }

  #keep(): void {
    clearTimeout(this.#pause);
    this.#put('draft', this.draft === null || this.draft.text.trim() === '' ? null : this.draft);
    this.#put('stop', this.stopText.trim() === '' ? null : this.stopText);
  }

  #put(name: string, value: unknown): void {
    void (value === null ? this.#vault?.remove(`${this.#prefix}${name}`) : this.#vault?.put(`${this.#prefix}${name}`, value));
  }
}
