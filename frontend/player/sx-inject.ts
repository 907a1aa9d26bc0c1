import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { duration, elapsedAt, minutesOf, realTime, storyTime } from './clock.ts';
import { SxElement } from './element.ts';
import { channelIcon, icon } from './icons.ts';
import { t } from './messages.en.ts';
import type { Waiting } from './outbox.ts';
import { chip, fault, lateNote, timeOf } from './parts.ts';
import type { AcknowledgementEntry, InjectEntry } from './protocol.ts';
import { standingOf, viewOf, type State } from './store.ts';

/** The screen moved a moment ago: a press meant for what was here before is not taken. */
const SETTLE_MILLIS = 500;
let movedAt = 0;
export function feedMoved(): void {
  movedAt = performance.now();
}

/**
 * One inject. What must be acknowledged is open and framed; what was handled folds to three lines and opens again.
 * Fires `sx-acknowledge`, `sx-decide`, `sx-reply` and `sx-show-decision` (detail: the entry).
 */
@customElement('sx-inject')
export class SxInject extends SxElement {
  @property({ attribute: false }) entry!: InjectEntry;
  @property({ attribute: false }) feed!: State;
  @property({ attribute: false }) waiting: Waiting | undefined;
  @property({ type: Boolean }) hasDraft = false;
  /** The one that holds the filled button. */
  @property({ type: Boolean }) first = false;
  @property({ type: Boolean }) arrived = false;
  /** The phone's time, for how long it has been waiting; the feed moves it on while it waits. */
  @property({ type: Number }) now = 0;
  @property() refusal: string | null = null;
  /** Opened or folded by hand; what was corrected is open by itself. */
  @state() private unfolded: boolean | null = null;

  protected override render() {
    const standing = standingOf(this.feed, this.entry);
    const toDo = !standing.done && this.waiting === undefined && this.feed.conduct !== 'sealed';
    const id = `inject-${this.entry.seq}`;
    return html`<article class="card ${toDo ? 'un' : ''} ${this.#recalled === undefined ? '' : 'recalled'} ${this.arrived ? 'arrived' : ''}" aria-labelledby=${id} data-seq=${this.entry.seq}>
      ${toDo ? this.#asked(id) : this.#handled(id)}
    </article>`;
  }

  get #recalled() {
    return viewOf(this.feed).recalled.get(this.entry.seq);
  }

  get #corrected() {
    return viewOf(this.feed).corrected.get(this.entry.seq);
  }

  #asked(id: string) {
    return html`${this.#head(true)}
      <h3 id=${id} tabindex="-1">${this.#title()}</h3>
      ${this.#content()}
      ${fault(`${id}-fault`, this.refusal === null ? null : t.inject.refused(this.refusal))}
      <button class="btn big ${this.first ? 'p' : ''}" aria-label=${t.inject.acknowledgeLong(this.entry.body.title)} @click=${() => this.#fire('sx-acknowledge', true)}>${icon('check')}${t.inject.acknowledge}</button>
      ${this.#decide()}`;
  }

  #handled(id: string) {
    const decisions = viewOf(this.feed).decisionsFor.get(this.entry.seq) ?? [];
    const open = this.unfolded ?? (this.#corrected !== undefined && this.#recalled === undefined);
    return html`${this.#head(false)}
      <h3 id=${id}><button class="fold" aria-expanded=${open} aria-controls="${id}-more" @click=${() => { this.unfolded = !open; feedMoved(); }}>
        <span>${this.#title()}</span>${icon('right')}</button></h3>
      <div id="${id}-more" class="more" ?hidden=${!open}>${open ? html`${this.#content()}${this.#others()}${this.#decide()}` : nothing}</div>
      <div class="ft">${this.#chip()}${this.#corrected === undefined || this.#recalled !== undefined ? nothing : chip('held', 'list', t.inject.corrected(timeOf(this.feed.clock, this.#corrected)))}<span class="sp"></span>
        ${decisions.map((d) => html`<button class="lk" @click=${() => this.#fire('sx-show-decision', false, d.seq)}>${t.inject.decision(d.body.number)}</button>`)}</div>
      ${this.#late((a) => a.mine)}`;
  }

  #title() {
    const { number, title } = this.entry.body;
    const words = this.#recalled === undefined ? title : html`<del>${title}</del>`;
    return number === null ? words : html`<span class="no">${number}</span> ${words}`;
  }

  #head(open: boolean) {
    const { channel } = this.entry.body;
    const at = timeOf(this.feed.clock, this.entry);
    const since = this.feed.clock !== null && this.entry.at !== null ? (elapsedAt(this.feed.clock, this.now) - this.entry.at) / 1000 : null;
    return html`<div class="ch">${channelIcon(channel)}<b>${t.channels[channel] ?? t.channels['other']}</b>
      ${open ? html`<span>${at}</span><span class="sp"></span>${since === null ? nothing : chip('due', 'due', t.inject.waiting(duration(since)))}` : html`<span class="sp"></span><span>${at}</span>`}</div>`;
  }

  #content() {
    const { from, to, channel, html: body, attachments } = this.entry.body;
    return html`<p class="route">${t.inject.fromTo(from, t.inject.and(to))}</p>
      <div class="look look-${channel}"><div class="look-head">${channelIcon(channel)}<span class="look-from">${from}</span><span class="look-mark">${t.exerciseWord}</span></div>
        <div class="look-body">${this.#words(body)}</div></div>
      <sx-files .exercise=${this.feed.welcome?.exercise ?? ''} .seq=${this.entry.seq} .files=${attachments}></sx-files>`;
  }

  /** What it says, the newest first; what it said before a correction, or before it was recalled, stays beneath, struck through. */
  #words(body: string) {
    const corrected = this.#corrected;
    const said = corrected === undefined ? html`<div class="body prose">${unsafeHTML(body)}</div>`
      : html`<p class="route"><b>${t.inject.correctedLong(timeOf(this.feed.clock, corrected))}</b></p><ins class="body prose">${unsafeHTML(corrected.body.html)}</ins>
        <p class="route">${t.inject.before}</p><del class="body prose">${unsafeHTML(body)}</del>`;
    return this.#recalled === undefined ? said : html`<p class="route"><b>${t.inject.recalledLong}</b></p><del class="struck">${said}</del>`;
  }

  #others() {
    const others = (viewOf(this.feed).acknowledgements.get(this.entry.seq) ?? []).filter((a) => !a.mine && a.by !== null);
    if (others.length === 0) return nothing;
    return html`<p class="route">${t.inject.also(t.inject.and(others.map((a) => t.inject.personAt(a.by ?? '', timeOf(this.feed.clock, a)))))}</p>
      ${this.#late((a) => !a.mine && a.by !== null)}`;
  }

  /** Which of these acknowledgements were entered late because the network was down. */
  #late(which: (given: AcknowledgementEntry) => boolean) {
    const given = (viewOf(this.feed).acknowledgements.get(this.entry.seq) ?? []).filter((a) => a.body.occurredAt !== undefined && which(a));
    return given.map((a) => lateNote(a.body.occurredAt ?? null, a, a.mine ? null : a.by));
  }

  #decide() {
    const { conduct } = this.feed;
    if (conduct === 'planned' || conduct === 'sealed' || this.#recalled !== undefined) return nothing;
    const reply = conduct === 'closing' ? nothing : html`<button class="btn touch" aria-label=${t.inject.replyLong(this.entry.body.title)} @click=${() => this.#fire('sx-reply')}>${icon('message')}${t.inject.reply}</button>`;
    return html`<div class="pair"><button class="btn touch" @click=${() => this.#fire('sx-decide')}>${icon('decision')}${this.hasDraft ? t.inject.draft : t.inject.decide}</button>${reply}</div>`;
  }

  #chip() {
    const standing = standingOf(this.feed, this.entry);
    if (this.#recalled !== undefined) return chip('pending', 'x', t.inject.recalled(timeOf(this.feed.clock, this.#recalled)));
    if (this.waiting !== undefined) return chip('pending', 'wait', t.inject.notSent);
    if (!standing.done) return chip('pending', 'pending', t.inject.notAcknowledged);
    const { clock } = this.feed;
    if (standing.at !== null && clock !== null) return chip('ack', 'ack', t.inject.acknowledged(minutesOf(storyTime(clock, standing.at))));
    return chip('ack', 'ack', standing.real === null ? t.inject.acknowledgedPlain : t.inject.acknowledgedReal(minutesOf(realTime(Date.parse(standing.real)))));
  }

  #fire(type: string, settled = false, seq = this.entry.seq): void {
    if (settled && performance.now() - movedAt < SETTLE_MILLIS) return;
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail: { entry: this.entry, seq } }));
  }
}
