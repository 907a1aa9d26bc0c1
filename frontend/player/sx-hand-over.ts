import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { focusIn, SxElement } from './element.ts';
import { t } from './messages.en.ts';
import { fault } from './parts.ts';
import type { Colleague, Named } from './protocol.ts';
import type { State } from './store.ts';

type Step = 'closed' | 'whom' | 'sure';

/** A person hands their role to a colleague of the cell: to whom, what happens, and then. Fires `sx-ask-colleagues` and `sx-hand-over` (detail: the participant). */
@customElement('sx-hand-over')
export class SxHandOver extends SxElement {
  @property({ attribute: false }) feed!: State;
  /** To whom it is on its way. */
  @property() handing: string | null = null;
  @state() private step: Step = 'closed';
  @state() private to: Colleague | null = null;
  @state() private missing = false;
  #asked = false;

  protected override willUpdate(changed: PropertyValues): void {
    const { colleagues, link, welcome } = this.feed;
    const answered = typeof changed.get('handing') === 'string' && this.handing === null;
    // Whoever was refused may be there no more: who could take it over is asked anew.
    if (answered || link.status !== 'live') this.#asked = false;
    if (answered || welcome?.you.role === null) this.#to('closed', null);
    if (this.to !== null && colleagues !== null && !colleagues.some((c) => c.participant === this.to?.participant)) this.#to('whom', null);
  }

  protected override updated(): void {
    if (this.step === 'closed' || this.#asked || this.feed.link.status !== 'live') return;
    this.#asked = true;
    this.#fire('sx-ask-colleagues', null);
  }

  protected override render() {
    const { conduct, welcome } = this.feed;
    const role = welcome?.you.role ?? null;
    const cell = welcome?.you.cell ?? null;
    if (role === null || cell === null || conduct === 'sealed') return nothing;
    return html`<section class="card" aria-labelledby="me-hand-over"><h3 id="me-hand-over" tabindex="-1">${t.handOver.heading}</h3>${this.handing !== null ? this.#onItsWay(this.handing) : this.#steps(role, cell)}</section>`;
  }

  #onItsWay(to: string) {
    return html`<p>${t.handOver.onItsWay(t.handOver.to(this.feed.colleagues?.find((c) => c.participant === to)?.name ?? null))}</p>`;
  }

  #steps(role: Named, cell: Named) {
    if (this.step === 'sure' && this.to !== null) return this.#sure(role, cell, this.to);
    return html`<p>${t.handOver.lead(role.title)}</p>${this.step === 'closed' ? html`<button class="btn touch" id="hand-over" @click=${this.#open}>${t.handOver.open}</button>` : this.#whom()}`;
  }

  #whom() {
    const { colleagues, link } = this.feed;
    const plain = link.status !== 'live' ? t.handOver.offline : colleagues === null ? t.handOver.asking : colleagues.length === 0 ? t.handOver.nobody : null;
    return html`<form class="asked" novalidate @submit=${this.#next}>${plain === null && colleagues !== null ? this.#choice(colleagues) : html`<p role="status">${plain}</p>`}
      <div class="two">${plain === null ? html`<button class="btn touch">${t.handOver.next}</button>` : nothing}<button type="button" class="btn touch" @click=${this.#close}>${t.handOver.back}</button></div></form>`;
  }

  #choice(colleagues: readonly Colleague[]) {
    return html`<fieldset class="f" aria-describedby=${this.missing ? 'hand-over-fault' : nothing}><legend>${t.handOver.whom}</legend><div class="pks rows">${colleagues.map((c) => html`<label class="pk radio"><input type="radio" name="hand-over-to" .checked=${this.to?.participant === c.participant} @change=${() => { this.#to('whom', c); }}><span>${c.name}</span></label>`)}</div></fieldset>
      ${fault('hand-over-fault', this.missing ? t.handOver.missing : null)}`;
  }

  #sure(role: Named, cell: Named, { participant, name }: Colleague) {
    return html`<div class="asked" role="group" aria-labelledby="hand-over-ask"><p id="hand-over-ask"><b>${t.handOver.ask(role.title, name)}</b></p><p id="hand-over-what">${t.handOver.what(name, cell.title)}</p>
      <div class="two roomy"><button class="btn touch" aria-describedby="hand-over-what" ?disabled=${this.feed.link.status !== 'live'} @click=${() => this.#yes(participant)}>${t.handOver.yes(name)}</button>
      <button class="btn touch" id="hand-over-no" @click=${this.#close}>${t.handOver.no}</button></div>
      ${this.feed.link.status === 'live' ? nothing : html`<p role="status">${t.handOver.offline}</p>`}</div>`;
  }

  readonly #open = (): void => {
    this.#asked = false;
    this.#to('whom', null);
    void focusIn(this, '#me-hand-over');
  };

  #yes(participant: string): void {
    this.#fire('sx-hand-over', participant);
    void focusIn(this, '#me-hand-over');
  }

  readonly #close = (): void => {
    this.#to('closed', null);
    void focusIn(this, '#hand-over');
  };

  readonly #next = (event: Event): void => {
    event.preventDefault();
    if (this.to === null) {
      this.missing = true;
      void focusIn(this, 'input[name="hand-over-to"]');
      return;
    }
    this.#to('sure', this.to);
    void focusIn(this, '#hand-over-no');
  };

  #to(step: Step, to: Colleague | null): void {
    this.step = step;
    this.to = to;
    this.missing = false;
  }

  #fire(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }
}
