import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { focusIn, SxElement } from './element.ts';
import { icon } from './icons.ts';
import { newId } from './ids.ts';
import type { MessageDesk, MessageFault } from './message-desk.ts';
import { answering, newMessage, threadsOf, type MessageDraft, type Thread } from './messages.ts';
import { t } from './messages.en.ts';
import type { Waiting } from './outbox.ts';
import { chip, empty, fault, lateNote, timeOf } from './parts.ts';
import { LIMITS, type MessageEntry, type Party, type SendMessage } from './protocol.ts';
import { viewOf, type State } from './store.ts';

type WaitingMessage = Waiting & { act: SendMessage };

/** The messages of this cell in threads, the latest first, and where they are written. Fires `sx-send` (detail: the act) and `sx-show-inject`. */
@customElement('sx-messages')
export class SxMessages extends SxElement {
  @property({ attribute: false }) feed!: State;
  @property({ attribute: false }) outbox: readonly Waiting[] = [];
  @property({ attribute: false }) desk!: MessageDesk;
  /** Drawn anew for each draft. */
  @property({ attribute: false }) draft: MessageDraft | null = null;
  /** What is newer was written since this screen was last left. */
  @property({ attribute: false }) readUpTo = 0;
  @state() private wrong: MessageFault | null = null;

  protected override render() {
    const { messages } = viewOf(this.feed);
    const threads = threadsOf(messages, this.feed.welcome?.you.cell?.code ?? null);
    const mayWrite = !['planned', 'closing', 'sealed'].includes(this.feed.conduct);
    const apart = this.draft !== null && !threads.some((thread) => thread.seq === this.draft?.thread);
    const waiting = this.outbox.filter((w): w is WaitingMessage => w.act.type === 'message');
    return html`${mayWrite && !apart ? html`<button class="btn touch wide" id="write-message" @click=${() => this.#begin(newMessage(newId()))}>${icon('plus')}${t.messages.write}</button>` : nothing}
      ${mayWrite && apart && this.draft !== null ? this.#form(this.draft) : nothing}
      ${waiting.map((w) => this.#waiting(w))}
      ${threads.length === 0 && waiting.length === 0 && !apart ? empty(t.messages.emptyHeading, mayWrite ? t.messages.empty : t.messages.emptyClosed) : nothing}
      ${repeat(threads, (thread) => thread.seq, (thread) => this.#thread(thread, mayWrite))}`;
  }

  #thread(thread: Thread, mayWrite: boolean) {
    const id = `thread-${thread.seq}`;
    const writing = this.draft !== null && this.draft.thread === thread.seq;
    return html`<article class="card thread" aria-labelledby=${id}>
      <div class="ft"><h3 id=${id}>${icon('message')} ${t.messages.with(this.#name(thread.other))}</h3><span class="sp"></span>
        ${thread.waiting.size > 0 ? chip('due', 'due', t.messages.waitingAnswer) : thread.lines.some((l) => l.body.sort === 'request') ? chip('ack', 'ack', t.messages.closed) : nothing}</div>
      <ol class="lines">${repeat(thread.lines, (line) => line.seq, (line) => this.#line(line))}</ol>
      ${writing && mayWrite && this.draft !== null ? this.#form(this.draft)
        : mayWrite ? html`<button class="btn touch" aria-label=${t.messages.replyTo(this.#name(thread.other))} @click=${() => this.#begin(answering(newId(), thread))}>${icon('message')}${t.messages.reply}</button>` : nothing}
    </article>`;
  }

  #line(entry: MessageEntry) {
    const { body } = entry;
    const fresh = !entry.mine && entry.seq > this.readUpTo;
    return html`<li class="line ${entry.mine ? 'mine' : ''}" data-seq=${entry.seq}>
      <p class="ch"><b>${this.#who(entry)}</b><span>${timeOf(this.feed.clock, entry)}</span>${fresh ? html`<span class="st due">${t.messages.fresh}</span>` : nothing}</p>
      ${body.inject === null ? nothing : html`<p class="route">${t.messages.about} <button class="lk" @click=${() => this.#fire('sx-show-inject', body.inject)}>${this.#inject(body.inject)}</button></p>`}
      ${body.sort === 'declined' ? html`<p class="route">${t.messages.declined}</p>` : nothing}
      <p class="said">${body.text}</p>
      ${body.offline ? lateNote(body.occurredAt, entry) : nothing}
      ${body.late ? html`<p class="late-note">${icon('late')}<span>${t.messages.late}</span></p>` : nothing}</li>`;
  }

  #waiting({ act, participant }: WaitingMessage) {
    const to = act.to === 'body' ? (act.body ?? '') : act.to === 'cell' ? this.#cell(act.cell ?? '') : t.messages.control;
    return html`<article class="card thread" data-waiting=${participant}><div class="ft"><h3>${icon('message')} ${t.messages.with(to)}</h3><span class="sp"></span>${chip('pending', 'wait', t.messages.notSent)}</div><p class="said">${act.text}</p></article>`;
  }

  #form(draft: MessageDraft) {
    const bodies = this.#bodies();
    const cells = this.feed.welcome?.contacts?.cells ?? [];
    const open = draft.inReplyTo === null && draft.inject === null;
    const choose = (to: MessageDraft['to'], cell: string | null, label: string) => html`<label class="pk radio"><input type="radio" name="message-to" .checked=${draft.to === to && draft.cell === cell}
      @change=${() => this.#change({ to, cell })} />${label}</label>`;
    const long = draft.text.length - LIMITS.message;
    const fromInject = draft.inject === null ? null : this.#inject(draft.inject);
    return html`<form class="card writing-message" aria-label=${t.messages.heading} novalidate @submit=${(e: Event) => { e.preventDefault(); this.#send(); }} @keydown=${this.#key}>
      ${fromInject === null ? nothing : html`<p class="route">${t.messages.replyInject(fromInject)}</p>`}
      ${!open ? nothing : html`<fieldset class="f"><legend>${t.messages.to}</legend><div class="pks">${choose('control', null, t.messages.control)}${cells.map((cell) => choose('cell', cell.code, cell.title))}${choose('body', null, t.messages.outside)}</div></fieldset>`}
      ${open && draft.to === 'body' ? html`<div class="f"><label for="message-body">${t.messages.body}</label>
        <input id="message-body" list="message-bodies" autocomplete="off" maxlength=${LIMITS.body} .value=${draft.body} aria-invalid=${this.wrong === 'body'} aria-describedby=${this.wrong === 'body' ? 'message-body-fault message-body-hint' : 'message-body-hint'} @input=${(e: Event) => this.#change({ body: (e.target as HTMLInputElement).value })} />
        <datalist id="message-bodies">${bodies.map((b) => html`<option value=${b}></option>`)}</datalist><p class="hint" id="message-body-hint">${t.messages.bodyHint}</p>
        ${fault('message-body-fault', this.wrong === 'body' ? t.messages.bodyMissing : null)}</div>` : nothing}
      <div class="f"><label for="message-text">${draft.to === 'body' ? t.messages.question : t.messages.text}</label>
        <textarea id="message-text" rows="3" .value=${draft.text} aria-invalid=${this.wrong === 'text' || long > 0} aria-describedby="message-text-fault" @input=${(e: Event) => this.#change({ text: (e.target as HTMLTextAreaElement).value })}></textarea>
        ${fault('message-text-fault', this.wrong === 'text' ? t.messages.textMissing : long > 0 ? t.messages.long(long) : draft.fault)}</div>
      <div class="ft"><button class="btn touch p">${icon('up')}${draft.to === 'body' ? t.messages.ask : t.messages.send}</button><span class="sp"></span>
        <button type="button" class="lk" @click=${this.#drop}>${t.messages.drop}</button></div></form>`;
  }

  #begin(draft: MessageDraft): void {
    const kept = this.draft;
    // What was begun goes on in the new place: nothing typed is lost.
    this.desk.write(kept === null || kept.text.trim() === '' ? draft : { ...draft, text: kept.text });
    void focusIn(this, '#message-text');
  }

  #change(change: Partial<MessageDraft>): void {
    if (this.draft === null) return;
    this.wrong = null;
    this.desk.write({ ...this.draft, ...change, fault: null });
  }

  readonly #drop = (): void => {
    this.wrong = null;
    this.desk.write(null);
    void focusIn(this, '#write-message');
  };

  #send(): void {
    const { draft } = this;
    if (draft === null) return;
    this.wrong = this.desk.check(draft);
    if (this.wrong !== null) {
      void focusIn(this, this.wrong === 'body' ? '#message-body' : '#message-text');
      return;
    }
    this.desk.write(null);
    this.#fire('sx-send', this.desk.act(draft));
    void focusIn(this, '#write-message');
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.#send();
    }
  };

  /** Who might be asked: whom the scenario names, and whoever has spoken to this cell. */
  #bodies(): string[] {
    const heard = viewOf(this.feed).injects.flatMap((i) => (i.body.from === null ? [] : [i.body.from]));
    return [...new Set([...(this.feed.welcome?.contacts?.bodies ?? []), ...heard])];
  }

  #who(entry: MessageEntry): string {
    const { from } = entry.body;
    if (entry.mine) return t.messages.me;
    if (from.kind === 'body' || entry.by === null) return this.#name(from);
    return t.messages.of(entry.by, this.#name(from));
  }

  #name(party: Party): string {
    return party.kind === 'control' ? t.messages.control : party.kind === 'everybody' ? t.messages.everybody : party.title;
  }

  #cell(code: string): string {
    return this.feed.welcome?.contacts?.cells.find((c) => c.code === code)?.title ?? code;
  }

  #inject(seq: number): string {
    const entry = this.feed.entries.get(seq);
    if (entry?.kind !== 'inject') return t.decisions.gone;
    return entry.body.number === null ? entry.body.title : t.inject.numbered(entry.body.number, entry.body.title);
  }

  #fire(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }
}
