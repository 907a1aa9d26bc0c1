import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { realTime } from './clock.ts';
import { isBlank, type Draft } from './drafts.ts';
import { SxElement } from './element.ts';
import { icon } from './icons.ts';
import { t } from './messages.en.ts';
import { empty, lateNote, timeOf } from './parts.ts';
import type { DecisionEntry } from './protocol.ts';
import { viewOf, type State } from './store.ts';
import './sx-word.ts';

/** The decisions of this cell with their reasons, newest first, each to be opened. Fires `sx-show-inject` and `sx-open-draft`. */
@customElement('sx-decisions')
export class SxDecisions extends SxElement {
  @property({ attribute: false }) feed!: State;
  @property({ attribute: false }) drafts: readonly Draft[] = [];
  @property({ attribute: false }) opened: ReadonlySet<number> = new Set();
  /** Decisions on which a word is on its way. */
  @property({ attribute: false }) sending: ReadonlySet<number> = new Set();

  protected override render() {
    const { decisions } = viewOf(this.feed);
    return html`${this.#drafts()}
      ${decisions.length === 0 ? empty(t.decisions.emptyHeading, t.decisions.empty(this.feed.welcome?.you.cell?.title ?? '')) : nothing}
      ${repeat(decisions, (d) => d.seq, (d) => this.#decision(d))}`;
  }

  #drafts() {
    const drafts = this.drafts.filter((d) => !isBlank(d) && d.fault === null);
    if (drafts.length === 0) return nothing;
    return html`<section class="wq" aria-labelledby="drafts-heading"><div class="wh"><h2 id="drafts-heading">${t.outbox.drafts}</h2></div><ol>${drafts.map((d) => html`<li>${icon('decision')}
      <div><b class="ell">${d.decision.trim() === '' ? d.rationale : d.decision}</b>${d.inReplyTo === null ? nothing : html`<p class="ell">${t.outbox.draftFor(this.#name(d.inReplyTo))}</p>`}</div>
      <button class="btn small" @click=${() => this.#fire('sx-open-draft', d)}>${t.outbox.open}</button></li>`)}</ol></section>`;
  }

  #decision(entry: DecisionEntry) {
    const b = entry.body;
    const id = `decision-${entry.seq}`;
    const open = this.opened.has(entry.seq);
    return html`<article class="card decision" aria-labelledby=${id} data-seq=${entry.seq}>
      <div class="ch">${icon('decision')}<b>${t.decisions.number(b.number)}</b><span class="sp"></span><span>${t.decisions.by(b.maker?.name ?? (entry.mine ? t.decisions.mine : (entry.by ?? '')), timeOf(this.feed.clock, entry))}</span></div>
      <h3 id=${id}><button class="fold" aria-expanded=${open} aria-controls="${id}-more" @click=${() => this.#fire('sx-toggle-decision', entry.seq)}><span>${b.decision}</span>${icon('right')}</button></h3>
      ${open ? nothing : html`<p class="why">${b.rationale}</p>`}
      <div class="more" id="${id}-more" ?hidden=${!open}>${open ? this.#more(entry) : nothing}</div>
      ${b.offline ? lateNote(b.occurredAt, entry) : nothing}
      ${b.maker === null ? nothing : html`<sx-word .feed=${this.feed} .decision=${entry} .sending=${this.sending.has(entry.seq)}></sx-word>`}
      ${b.late === null ? nothing : html`<p class="late-note">${icon('late')}<span>${t.decisions.late(b.late)}</span></p>`}
    </article>`;
  }

  #more(entry: DecisionEntry) {
    const b = entry.body;
    const field = (label: string, value: unknown) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
    return html`<dl class="record">
      ${field(t.decisions.why, b.rationale)}
      ${field(t.decisions.about, b.inReplyTo === null ? t.decisions.free : this.#link(b.inReplyTo))}
      ${b.reliedOn.length === 0 ? nothing : field(t.decisions.reliedOn, html`<ul>${b.reliedOn.map((seq) => html`<li>${this.#link(seq)}</li>`)}</ul>`)}
      ${b.options === '' ? nothing : field(t.decisions.options, b.options)}
      ${b.expectedEffect === '' ? nothing : field(t.decisions.effect, b.expectedEffect)}
      ${b.actions.length === 0 ? nothing : field(t.decisions.actions, html`<ul>${b.actions.map((a) => html`<li>${a.text} <span class="m">${t.decisions.by(t.actions.who(a.owner), t.actions.by(a.due))}</span></li>`)}</ul>`)}
    </dl>
    <p class="foot">${t.decisions.entry(entry.seq)} · ${t.decisions.written(t.head.real(realTime(Date.parse(b.occurredAt ?? entry.recordedAt))))}</p>`;
  }

  #link(seq: number) {
    const entry = this.feed.entries.get(seq);
    if (entry?.kind === 'inject') return html`<button class="lk" @click=${() => this.#fire('sx-show-inject', seq)}>${this.#name(seq)}</button>`;
    if (entry?.kind === 'decision') return html`<button class="lk" @click=${() => this.#fire('sx-show-decision', { seq })}>${t.decisions.number(entry.body.number)}</button>`;
    return t.decisions.gone;
  }

  #name(seq: number): string {
    const entry = this.feed.entries.get(seq);
    if (entry?.kind !== 'inject') return t.decisions.gone;
    return entry.body.number === null ? entry.body.title : t.inject.numbered(entry.body.number, entry.body.title);
  }

  #fire(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }
}

/** The actions named in this cell's decisions, newest first. Fires `sx-show-decision`. */
@customElement('sx-actions')
export class SxActions extends SxElement {
  @property({ attribute: false }) feed!: State;

  protected override render() {
    const rows = viewOf(this.feed).decisions.flatMap((d) => d.body.actions.map((action) => ({ decision: d, action })));
    if (rows.length === 0) return empty(t.actions.emptyHeading, t.actions.empty);
    return html`<ul class="rows">${rows.map(({ decision, action }) => html`<li class="card"><div class="action">${icon('action')}<div>
      <p class="b">${action.text}</p>
      <p class="m">${t.actions.owner}: <b>${t.actions.who(action.owner)}</b> · ${t.actions.due}: <b>${t.actions.by(action.due)}</b></p></div></div>
      <div class="ft"><span class="sp"></span><button class="lk" @click=${() => this.dispatchEvent(new CustomEvent('sx-show-decision', { bubbles: true, detail: { seq: decision.seq } }))}>${t.actions.from(decision.body.number)}</button></div></li>`)}</ul>`;
  }
}
