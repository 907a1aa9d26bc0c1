import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { clean } from './drafts.ts';
import { focusIn, SxElement } from './element.ts';
import { icon } from './icons.ts';
import { t } from './messages.en.ts';
import { chip, fault } from './parts.ts';
import { LIMITS, type DecisionEntry } from './protocol.ts';
import { isAsked, viewOf, wordOf, type State } from './store.ts';

/**
 * How a decision stands that a loggist logged for somebody, and for that person the two answers: it was so, or it was not. Fires `sx-stand-by` with
 * the decision's sequence and `sx-dispute` with the sequence and the reason.
 */
@customElement('sx-word')
export class SxWord extends SxElement {
  @property({ attribute: false }) feed!: State;
  @property({ attribute: false }) decision!: DecisionEntry;
  /** Whether a word on it is on its way. */
  @property({ type: Boolean }) sending = false;
  @state() private disputing = false;
  @state() private missing = false;
  #reason = '';

  protected override render() {
    const { body, by, seq } = this.decision;
    const word = wordOf(this.feed, this.decision);
    if (word === null) return nothing;
    const said = viewOf(this.feed).words.get(seq);
    return html`<div class="word">
      <p class="m">${t.word.loggedBy(by ?? '', body.maker?.name ?? '')}</p>
      ${word === 'confirmed' ? chip('ack', 'ack', t.word.confirmed) : word === 'disputed' ? chip('late', 'late', t.word.disputed) : chip('due', 'due', t.word.awaited)}
      ${said?.kind === 'disputed' ? html`<p class="why">${said.body.reason}</p>` : nothing}
      ${!isAsked(this.feed, this.decision) ? nothing : this.sending ? html`<p class="m">${t.word.sending}</p>` : this.disputing ? this.#why() : this.#ask(word === 'disputed')}
    </div>`;
  }

  #ask(disputed: boolean) {
    const { number } = this.decision.body;
    return html`<div class="answers"><button class="btn p" @click=${() => this.dispatchEvent(new CustomEvent('sx-stand-by', { bubbles: true, detail: this.decision.seq }))}>${icon('check')}${t.word.confirm(number)}</button>
      ${disputed ? nothing : html`<button class="btn" @click=${this.#openDispute}>${t.word.dispute}</button>`}</div>`;
  }

  #why() {
    const id = `dispute-${this.decision.seq}`;
    return html`<div class="field"><label for=${id}>${t.word.what}</label>
      <textarea id=${id} rows="2" maxlength=${LIMITS.disputeReason} aria-describedby="${id}-fault" aria-invalid=${this.missing} .value=${this.#reason} @input=${(e: Event) => { this.#reason = (e.target as HTMLTextAreaElement).value; }}></textarea>
      ${fault(`${id}-fault`, this.missing ? t.word.whatMissing : null)}</div>
      <div class="answers"><button class="btn p" @click=${this.#dispute}>${t.word.send(this.decision.body.number)}</button><button class="btn" @click=${() => { this.disputing = false; }}>${t.word.back}</button></div>`;
  }

  readonly #openDispute = (): void => {
    this.disputing = true;
    void focusIn(this, 'textarea');
  };

  readonly #dispute = (): void => {
    const reason = clean(this.#reason);
    this.missing = reason === '';
    if (this.missing) {
      void focusIn(this, 'textarea');
      return;
    }
    this.disputing = false;
    this.dispatchEvent(new CustomEvent('sx-dispute', { bubbles: true, detail: { decision: this.decision.seq, reason } }));
  };
}

/** Above the feed: decisions that were logged for this person and wait for their word. Fires `sx-show-decision`. */
@customElement('sx-asked')
export class SxAsked extends SxElement {
  @property({ attribute: false }) feed!: State;
  @property({ attribute: false }) sending: ReadonlySet<number> = new Set();

  protected override render() {
    const asked = viewOf(this.feed).decisions.filter((d) => isAsked(this.feed, d) && wordOf(this.feed, d) === 'awaited' && !this.sending.has(d.seq));
    if (asked.length === 0) return nothing;
    return html`<section class="wq" aria-labelledby="asked-heading"><div class="wh"><h2 id="asked-heading">${t.word.heading(asked.length)}</h2></div>
      <ol>${asked.map((d) => html`<li>${icon('decision')}<div><b class="ell">${d.body.decision}</b><p class="ell">${t.word.loggedBy(d.by ?? '', d.body.maker?.name ?? '')}</p></div>
        <button class="btn small" @click=${() => this.dispatchEvent(new CustomEvent('sx-show-decision', { bubbles: true, detail: { seq: d.seq } }))}>${t.word.read}</button></li>`)}</ol></section>`;
  }
}
