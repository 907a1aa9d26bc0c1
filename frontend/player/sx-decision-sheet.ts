import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { check, isBlank, type Draft, type DraftField } from './drafts.ts';
import { focusIn, SxElement } from './element.ts';
import { icon } from './icons.ts';
import { t } from './messages.en.ts';
import { fault } from './parts.ts';
import { LIMITS, type Action, type InjectEntry } from './protocol.ts';
import type { Outcome, Session } from './session.ts';
import { viewOf, type State } from './store.ts';

const PAUSE_MILLIS = 350;

/**
 * The sheet in which a decision is written, over the feed with its inject still in sight. The draft is on the phone at each pause in
 * typing. Fires `sx-close` when it is done with, and `sx-logged` (detail: the outcome).
 */
@customElement('sx-decision-sheet')
export class SxDecisionSheet extends SxElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) feed!: State;
  /** The draft as it was when the sheet opened. */
  @property({ attribute: false }) opened!: Draft;
  @state() private draft!: Draft;
  @state() private reading = false;
  @state() private folded = true;
  @state() private sending = false;
  @state() private kept = false;
  @state() private asking = false;
  @state() private faultAt: { field: DraftField | null; message: string } | null = null;
  #pause: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.draft = this.opened;
    addEventListener('pagehide', this.#keepNow);
    document.addEventListener('visibilitychange', this.#keepNow);
    this.kept = !isBlank(this.draft);
    this.folded = this.#filled() === 0;
    this.#faulty(this.draft.fault);
    void focusIn(this, this.draft.fault === null ? '#sheet-heading' : `#d-${this.draft.fault.field ?? 'decision'}`);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pagehide', this.#keepNow);
    document.removeEventListener('visibilitychange', this.#keepNow);
    this.#keepNow();
  }

  protected override render() {
    const inject = this.draft.inReplyTo === null ? undefined : (this.feed.entries.get(this.draft.inReplyTo) as InjectEntry | undefined);
    return html`<section class="writing" role="dialog" aria-labelledby="sheet-heading" @keydown=${this.#key}>${inject === undefined ? nothing : this.#peek(inject)}
      <div class="sheet">
        <div class="grab"><h2 id="sheet-heading" tabindex="-1">${t.decide.heading}</h2><span class="sp"></span>
          <button class="ib" aria-label=${t.decide.close} @click=${this.close}>${icon('x')}</button></div>
        <form class="frm" novalidate @submit=${(e: Event) => { e.preventDefault(); void this.#log(); }}>
          ${this.faultAt !== null && this.faultAt.field === null ? fault('d-fault', this.faultAt.message) : nothing}
          ${this.#area('decision', t.decide.what, 2)}
          ${this.#area('rationale', t.decide.why, 4, t.decide.needed)}
          ${this.feed.conduct === 'closing' ? this.#area('lateReason', t.decide.late, 2, t.decide.needed) : nothing}
          <sx-relied-on .feed=${this.feed} .chosen=${this.draft.reliedOn} @sx-relied=${(e: CustomEvent<number[]>) => this.#change({ reliedOn: e.detail })}></sx-relied-on>
          ${fault('d-reliedOn-fault', this.faultAt?.field === 'reliedOn' ? this.faultAt.message : null)}
          <div class="mo"><button type="button" class="fold" aria-expanded=${!this.folded} aria-controls="d-more" @click=${() => { this.folded = !this.folded; }}>${icon('right')}<span>${this.folded && this.#filled() > 0 ? t.decide.moreCount(this.#filled()) : t.decide.more}</span></button></div>
          <div id="d-more" class="more" ?hidden=${this.folded}>${this.folded ? nothing : this.#more()}</div>
        </form>
        <div class="sub">
          <div class="sub-line"><span class="m">${this.kept ? html`${icon('check')} ${this.session.vault.keeping === 'memory' ? t.decide.keptMemory : t.decide.kept}` : t.decide.willKeep}</span><span class="sp"></span><span class="m keys-hint">${t.decide.keys}</span>${this.#discard()}</div>
          <button class="btn p big" aria-disabled=${this.sending} @click=${() => void this.#log()}>${this.sending ? t.decide.sending : t.decide.log}</button>
        </div>
      </div></section>`;
  }

  #peek(inject: InjectEntry) {
    return html`<div class="peek">
      <button class="fold" aria-expanded=${this.reading} aria-controls="peek-text" @click=${() => { this.reading = !this.reading; }}>
        <span class="vh">${t.decide.answering} </span><span class="no">${inject.body.number}</span><b class="ell">${inject.body.title}</b>${icon('right')}</button>
      <div id="peek-text" class="prose peek-text" ?hidden=${!this.reading} tabindex=${this.reading ? 0 : nothing} role="region" aria-label=${inject.body.title}>${this.reading ? unsafeHTML(viewOf(this.feed).corrected.get(inject.seq)?.body.html ?? inject.body.html) : nothing}</div></div>`;
  }

  #area(field: 'decision' | 'rationale' | 'options' | 'expectedEffect' | 'lateReason', label: string, rows: number, needed?: string) {
    const wrong = this.faultAt?.field === field ? this.faultAt.message : null;
    return html`<div class="f"><label for="d-${field}">${label}${needed === undefined ? nothing : html` <em>${needed}</em>`}</label>
      <textarea id="d-${field}" rows=${rows} .value=${this.draft[field]} ?readonly=${this.sending} aria-required=${field === 'decision' || needed !== undefined} aria-invalid=${wrong !== null} aria-describedby=${wrong === null ? nothing : `d-${field}-fault`}
        @input=${(e: Event) => this.#change({ [field]: (e.target as HTMLTextAreaElement).value })}></textarea>
      ${fault(`d-${field}-fault`, wrong)}</div>`;
  }

  #more() {
    const wrong = this.faultAt?.field === 'actions' ? this.faultAt.message : null;
    return html`${this.#area('options', t.decide.options, 2)}${this.#area('expectedEffect', t.decide.effect, 2)}
      <fieldset class="f" id="d-actions" tabindex="-1"><legend>${t.decide.actions}</legend>
        ${this.draft.actions.map((action, index) => this.#action(action, index))}
        ${fault('d-actions-fault', wrong)}
        ${this.draft.actions.length >= LIMITS.actions ? html`<p class="m">${t.decide.mostActions(LIMITS.actions)}</p>`
          : html`<button type="button" class="btn touch" @click=${this.#addAction}>${icon('plus')}${t.decide.addAction}</button>`}</fieldset>`;
  }

  #action(action: Action, index: number) {
    const set = (change: Partial<Action>): void => this.#change({ actions: this.draft.actions.map((a, i) => (i === index ? { ...a, ...change } : a)) });
    const input = (name: keyof Action, label: string, limit: number, hint = '') => html`<label class="f"><span>${label}</span><input id="d-action-${index}-${name}" autocomplete="off" maxlength=${limit} placeholder=${hint} .value=${action[name]}
      @input=${(e: Event) => set({ [name]: (e.target as HTMLInputElement).value })} @keydown=${this.#noEnter}></label>`;
    return html`<div class="act" role="group" aria-label=${t.decide.action(index + 1)}>${input('text', t.decide.actionText, LIMITS.actionText)}
      <div class="two">${input('owner', t.decide.owner, LIMITS.owner)}${input('due', t.decide.due, LIMITS.due, t.decide.dueHint)}</div>
      <button type="button" class="lk" @click=${() => this.#change({ actions: this.draft.actions.filter((_, i) => i !== index) })}>${t.decide.removeAction(index + 1)}</button></div>`;
  }

  #discard() {
    if (!this.kept) return nothing;
    if (!this.asking) return html`<button class="lk" @click=${() => { this.asking = true; void focusIn(this, '#discard-no'); }}>${t.decide.discard}</button>`;
    return html`<span class="ask" role="group" aria-label=${t.decide.discardAsk}><button class="lk danger" @click=${() => void this.#throwAway()}>${t.decide.discardYes}</button><button class="lk" id="discard-no" @click=${() => { this.asking = false; }}>${t.decide.discardNo}</button></span>`;
  }

  /** Closes the sheet; what was written stays on the phone. */
  readonly close = (): void => {
    this.#keepNow();
    this.dispatchEvent(new CustomEvent('sx-close', { bubbles: true }));
  };

  #change(change: Partial<Draft>): void {
    if (this.sending) return;
    this.draft = { ...this.draft, ...change };
    this.dispatchEvent(new CustomEvent('sx-draft', { bubbles: true, detail: this.draft }));
    if (this.faultAt !== null && (this.faultAt.field === null || this.faultAt.field in change)) this.faultAt = null;
    this.kept = false;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(this.#keepNow, PAUSE_MILLIS);
  }

  readonly #keepNow = (): void => {
    clearTimeout(this.#pause);
    if (this.sending || this.kept || isBlank(this.draft)) return;
    const draft = this.draft;
    void this.session.keepDraft(draft).then(() => {
      if (this.draft === draft) this.kept = true;
    });
  };

  async #throwAway(): Promise<void> {
    clearTimeout(this.#pause);
    await this.session.dropDraft(this.draft.id);
    this.kept = true;
    this.dispatchEvent(new CustomEvent('sx-close', { bubbles: true }));
  }

  async #log(): Promise<void> {
    if (this.sending) return;
    const wrong = check(this.draft, this.feed.conduct);
    if (wrong !== null) {
      this.#faulty({ field: wrong.field, message: wrong.why === 'big' ? t.decide.big : wrong.why === 'missing' ? (t.decide.missing[wrong.field] ?? '') : t.decide.long(wrong.over) });
      return;
    }
    clearTimeout(this.#pause);
    this.sending = true;
    const outcome: Outcome = await this.session.log({ ...this.draft, fault: null });
    this.sending = false;
    if (outcome.kind === 'refused') {
      this.draft = outcome.draft;
      this.kept = true;
      this.#faulty(outcome.draft.fault);
      return;
    }
    this.kept = true;
    this.dispatchEvent(new CustomEvent('sx-logged', { bubbles: true, detail: outcome }));
  }

  #faulty(at: { field: DraftField | null; message: string } | null): void {
    if (at === null) return;
    this.faultAt = { field: at.field, message: at.message === '' ? t.decide.refusedPlain : at.message };
    if (at.field === 'options' || at.field === 'expectedEffect' || at.field === 'actions') this.folded = false;
    void focusIn(this, `#d-${at.field ?? 'decision'}`);
  }

  #filled(): number {
    return [this.draft.options, this.draft.expectedEffect].filter((text) => text.trim() !== '').length + (this.draft.actions.length > 0 ? 1 : 0);
  }

  readonly #addAction = (): void => {
    this.#change({ actions: [...this.draft.actions, { text: '', owner: '', due: '' }] });
    void focusIn(this, `#d-action-${this.draft.actions.length - 1}-text`);
  };

  readonly #noEnter = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.#log();
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.close();
    }
  };
}
