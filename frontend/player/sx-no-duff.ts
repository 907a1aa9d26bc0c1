import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { realTime } from './clock.ts';
import { clean } from './drafts.ts';
import { EverySecond, focusIn, SxElement } from './element.ts';
import { icon } from './icons.ts';
import type { MessageDesk } from './message-desk.ts';
import { t } from './messages.en.ts';
import type { Waiting } from './outbox.ts';
import { fault, spokenDuration } from './parts.ts';
import { LIMITS } from './protocol.ts';
import { noDuffTones } from './sound.ts';
import { isDrill, viewOf, type State } from './store.ts';
import './sx-stop-messages.ts';

const AGAIN_MILLIS = 10_000;

/**
 * The full red screen: play has stopped for a real incident. Who, why, since when in real time, and the director's lines. Nothing can
 * be pressed but a message to control, or in a drill a call for a real incident; the tones come again every ten seconds until somebody touches the screen or a key.
 */
@customElement('sx-no-duff')
export class SxNoDuff extends SxElement {
  @property({ attribute: false }) feed!: State;
  /** Server time minus the phone's. */
  @property({ type: Number }) offset = 0;
  @property({ type: Number }) unsent = 0;
  @property({ attribute: false }) outbox: readonly Waiting[] = [];
  @property({ attribute: false }) desk!: MessageDesk;
  private readonly beat = new EverySecond(this);
  #alarm: ReturnType<typeof setInterval> | undefined;

  #shown = 0;
  #drill = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sound();
    document.addEventListener('visibilitychange', this.#look);
  }

  #sound(): void {
    this.#touched();
    noDuffTones();
    this.#alarm = setInterval(noDuffTones, AGAIN_MILLIS);
    addEventListener('pointerdown', this.#touched);
    addEventListener('keydown', this.#touched);
    void focusIn(this, '#no-duff-heading');
  }

  protected override updated(): void {
    const drill = isDrill(this.feed);
    // Whoever is not let in gets no entry of a stop: that it is real now is told by what stands.
    if (this.#drill && !drill && viewOf(this.feed).noDuff === null) this.#sound();
    this.#drill = drill;
    this.#look();
  }

  /** Tells once for each stop that it is in front of somebody; a real one after a drill sounds anew. */
  readonly #look = (): void => {
    const { noDuff } = viewOf(this.feed);
    if (noDuff === null || noDuff.seq === this.#shown || document.visibilityState !== 'visible') return;
    if (this.#shown !== 0) this.#sound();
    this.#shown = noDuff.seq;
    requestAnimationFrame(() => this.dispatchEvent(new CustomEvent('sx-shown', { bubbles: true, detail: noDuff.seq })));
  };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#touched();
    document.removeEventListener('visibilitychange', this.#look);
  }

  readonly #touched = (): void => {
    clearInterval(this.#alarm);
    removeEventListener('pointerdown', this.#touched);
    removeEventListener('keydown', this.#touched);
  };

  protected override render() {
    void this.beat;
    const { noDuff } = viewOf(this.feed);
    const lines = this.feed.welcome?.noDuffLines ?? [];
    const since = noDuff === null ? null : Date.parse(noDuff.recordedAt);
    const role = noDuff === null || noDuff.body.byRole === null ? null : (t.noDuff.roles[noDuff.body.byRole] ?? noDuff.body.byRole);
    const by = noDuff?.by ?? t.noDuff.someone;
    const drill = isDrill(this.feed);
    const codeWord = this.feed.welcome?.codeWord ?? '';
    return html`<main class="red ${drill ? 'drill' : ''}" tabindex="0"><div class="frame">
      <div class="red-top"><span class="octagon">${icon('noduff')}</span><div><h1 id="no-duff-heading" tabindex="-1">${drill ? t.noDuff.drillHeading : t.noDuff.heading}</h1><p class="red-sub">${drill ? t.noDuff.drillSub : t.noDuff.sub}</p></div></div>
      <section class="red-what" aria-label=${t.noDuff.what}>
        <p class="quote">${noDuff === null || noDuff.body.reason === '' ? (drill ? t.noDuff.drillOnly : t.noDuff.noDetails) : `“${noDuff.body.reason}”`}</p>
        ${noDuff === null || since === null ? nothing : html`<dl>
          <div><dt>${t.noDuff.calledBy}</dt><dd>${role === null ? by : t.noDuff.by(by, role)}</dd></div>
          <div><dt>${t.noDuff.realTime}</dt><dd>${realTime(since)}</dd></div>
          <div><dt>${t.noDuff.stoppedFor}</dt><dd>${spokenDuration(Date.now() + this.offset - since)}</dd></div>
          ${codeWord === '' ? nothing : html`<div><dt>${t.noDuff.codeWord}</dt><dd>${codeWord}</dd></div>`}</dl>`}
      </section>
      ${lines.length === 0 ? html`<div class="red-todo"></div>` : html`<section class="red-todo" aria-labelledby="red-todo-heading"><h2 id="red-todo-heading">${t.noDuff.todo}</h2><ol>${lines.map((line) => html`<li>${line}</li>`)}</ol></section>`}
      ${drill ? nothing : this.feed.welcome?.you.admitted === false ? html`<section class="red-write" aria-labelledby="red-outside-heading"><h2 id="red-outside-heading">${t.noDuff.outside}</h2><p>${t.noDuff.outsideLead}</p></section>` : noDuff === null ? nothing : html`<sx-stop-messages .feed=${this.feed} .since=${noDuff.seq} .outbox=${this.outbox} .desk=${this.desk} .text=${this.desk.stopText} .refused=${this.desk.stopFault}></sx-stop-messages>`}
      ${drill ? html`<p class="red-real"><button class="btn touch" @click=${() => this.dispatchEvent(new CustomEvent('sx-real-no-duff', { bubbles: true }))}>${icon('noduff')}${t.noDuff.real}</button></p>` : nothing}
      <p class="red-foot">${drill ? t.noDuff.drillFoot : t.noDuff.foot}${this.unsent === 0 ? nothing : html` ${t.noDuff.unsent(this.unsent)}.`}</p>
    </div></main>`;
  }
}

/** Asks in a second step whether to stop play for a real incident, with the reason. Fires `sx-call-no-duff` (detail: the reason). */
@customElement('sx-ask-no-duff')
export class SxAskNoDuff extends SxElement {
  @property({ type: Boolean }) live = true;
  /** A call that has not been confirmed yet. */
  @property() calling: string | null = null;
  @property() refusal: string | null = null;
  @state() private missing = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  show(): void {
    this.missing = false;
    if (!this.dialog.open) this.dialog.showModal();
    void focusIn(this, '#nd-reason');
  }

  hide(): void {
    if (this.dialog.open) this.dialog.close();
  }

  protected override render() {
    return html`<dialog class="dialog nd" aria-labelledby="nd-heading">${this.calling === null ? this.#form() : this.#unsent()}</dialog>`;
  }

  #form() {
    return html`<form novalidate @submit=${this.#call}>
      <h2 id="nd-heading">${icon('noduff')}${t.noDuff.askHeading}</h2>
      <p>${t.noDuff.askLead}</p>
      <div class="f"><label for="nd-reason">${t.noDuff.askReason} <em>${t.decide.needed}</em></label>
        <textarea id="nd-reason" rows="3" maxlength=${LIMITS.noDuffReason} placeholder=${t.noDuff.askHint} aria-required="true" aria-invalid=${this.missing} aria-describedby=${this.missing ? 'nd-fault' : nothing} @input=${() => { this.missing = false; }} @keydown=${this.#key}></textarea>
        ${fault('nd-fault', this.missing ? t.noDuff.askMissing : null)}</div>
      ${fault('nd-refusal', this.refusal === null ? null : t.noDuff.refused(this.refusal))}
      <button type="submit" class="btn big red-button">${t.noDuff.askYes}</button>
      <button type="button" class="btn touch wide" @click=${() => this.hide()}>${t.noDuff.askNo}</button></form>`;
  }

  #unsent() {
    return html`<h2 id="nd-heading" tabindex="-1">${icon('noduff')}${this.live ? t.noDuff.sending : t.noDuff.notSent}</h2>
      <p>“${this.calling}”</p>${this.live ? nothing : html`<p><b>${t.noDuff.notSentDo}</b></p>`}
      <button type="button" class="btn touch wide" @click=${() => this.dispatchEvent(new CustomEvent('sx-withdraw-no-duff', { bubbles: true }))}>${t.noDuff.withdraw}</button>
      <button type="button" class="btn touch wide" @click=${() => this.hide()}>${t.notice.close}</button>`;
  }

  readonly #call = (event: Event): void => {
    event.preventDefault();
    const reason = clean(this.querySelector<HTMLTextAreaElement>('#nd-reason')?.value ?? '');
    this.missing = reason === '';
    if (this.missing) void focusIn(this, '#nd-reason');
    else this.dispatchEvent(new CustomEvent('sx-call-no-duff', { bubbles: true, detail: reason }));
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) (event.target as HTMLTextAreaElement).form?.requestSubmit();
  };
}
