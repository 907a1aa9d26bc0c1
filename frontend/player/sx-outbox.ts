import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { realTime, storyTime } from './clock.ts';
import type { Draft } from './drafts.ts';
import { SxElement } from './element.ts';
import { icon } from './icons.ts';
import { t } from './messages.en.ts';
import { ANYBODY, type Waiting } from './outbox.ts';
import type { InjectEntry } from './protocol.ts';
import type { State } from './store.ts';

/** What waits to be sent, with the time it was written, and what came back. Fires `sx-retry`, `sx-remove` and `sx-open-draft`. */
@customElement('sx-outbox')
export class SxOutbox extends SxElement {
  @property({ attribute: false }) feed!: State;
  @property({ attribute: false }) outbox: readonly Waiting[] = [];
  @property({ attribute: false }) returned: readonly Draft[] = [];
  /** While the link is good, what is on the way for less than this needs no box. */
  @property({ type: Boolean }) always = false;

  protected override render() {
    const live = this.feed.link.status === 'live';
    const shown = live && !this.always ? [] : this.outbox;
    return html`${this.returned.length === 0 ? nothing : this.#back()}${shown.length === 0 ? nothing : this.#waiting(shown, live)}`;
  }

  #waiting(shown: readonly Waiting[], live: boolean) {
    const held = this.feed.conduct === 'stopped';
    return html`<section class="wq" aria-labelledby="wq-heading">
      <div class="wh"><h2 id="wq-heading">${live && !held ? t.outbox.sending(shown.length) : t.outbox.heading(shown.length)}</h2>
        ${live ? nothing : html`<button class="btn small" @click=${() => this.#fire('sx-retry')}>${t.link.tryNow}</button>`}</div>
      <ol>${shown.map((w) => this.#item(w))}</ol></section>`;
  }

  #item(waiting: Waiting) {
    const { act } = waiting;
    const { clock, welcome } = this.feed;
    const time = waiting.storyAt === null || clock === null ? null : storyTime(clock, waiting.storyAt);
    const written = act.type === 'acknowledge' && time !== null ? t.outbox.given(time) : time === null ? t.outbox.writtenReal(realTime(waiting.written)) : t.outbox.written(time);
    const foreign = welcome !== null && waiting.participant !== ANYBODY && waiting.participant !== welcome.you.participant;
    const word = { acknowledge: t.outbox.acknowledgement, decision: t.outbox.decision, answer: t.outbox.answer, message: t.outbox.message, noDuff: t.outbox.noDuff, confirm: t.outbox.confirm, standBy: t.outbox.confirmation, dispute: t.outbox.dispute, handOver: t.handOver.waiting }[act.type];
    return html`<li>${icon('wait')}<div><b>${word}</b> ${written}
      <p class="ell">${act.type === 'decision' ? act.decision : act.type === 'answer' ? act.answer : act.type === 'message' ? act.text : act.type === 'noDuff' || act.type === 'dispute' ? act.reason : act.type === 'standBy' ? this.#decision(act.decision) : act.type === 'confirm' ? t.comms.confirmed : act.type === 'handOver' ? t.handOver.to(this.feed.colleagues?.find((c) => c.participant === act.to)?.name ?? null) : this.#inject(act.inject)}</p>
      ${foreign ? html`<p>${t.outbox.other}</p><button class="btn small" @click=${() => this.#fire('sx-remove', act.clientId)}>${t.outbox.remove}</button>` : nothing}</div></li>`;
  }

  #inject(seq: number): string {
    const entry = this.feed.entries.get(seq) as InjectEntry | undefined;
    if (entry?.kind !== 'inject') return '';
    return entry.body.number === null ? entry.body.title : t.inject.numbered(entry.body.number, entry.body.title);
  }

  #decision(seq: number): string {
    const entry = this.feed.entries.get(seq);
    return entry?.kind === 'decision' ? entry.body.decision : '';
  }

  #back() {
    return html`<section class="wq back" aria-labelledby="back-heading"><div class="wh"><h2 id="back-heading">${t.outbox.returnedHeading(this.returned.length)}</h2></div>
      <ol>${this.returned.map((draft) => html`<li>${icon('late')}<div><b>${draft.fault?.message === '' ? t.decide.refusedPlain : draft.fault?.message}</b><p class="ell">${draft.decision}</p></div>
        <button class="btn small" @click=${() => this.#fire('sx-open-draft', draft)}>${t.outbox.correct}</button></li>`)}</ol></section>`;
  }

  #fire(type: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }
}
