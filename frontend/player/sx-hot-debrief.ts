import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { focusIn, SxElement } from './element.ts';
import { QUESTIONS, type HotDebrief, type Kept, type Question, type Standing } from './hot-debrief.ts';
import { icon } from './icons.ts';
import { t } from './messages.en.ts';
import { fault } from './parts.ts';
import type { Keeping } from './vault.ts';

/** The three questions of the hot debrief, and whether the answers have arrived. Drawn anew with each change of `standing` and `kept`. */
@customElement('sx-hot-debrief')
export class SxHotDebrief extends SxElement {
  @property({ attribute: false }) debrief!: HotDebrief;
  @property({ attribute: false }) standing: Standing | null = null;
  @property({ attribute: false }) kept!: Kept;
  @property({ type: Boolean }) live = false;
  @property() keeping: Keeping = 'encrypted';
  @state() private changing = false;
  @state() private wrong: { field: Question | 'withName'; message: string } | null = null;

  protected override render() {
    if (this.standing === null || this.standing.state === 'before') return nothing;
    const closed = this.standing.state === 'closed';
    const { status } = this.kept;
    const done = status !== 'draft' && !this.changing;
    return html`<section class="card hot" aria-labelledby="hot-heading"><h2 id="hot-heading" tabindex="-1">${t.hot.heading}</h2>
      ${closed ? html`<p class="m">${t.hot.closed}</p>${status === 'draft' ? nothing : this.#answers()}` : this.debrief.elsewhere ? html`<p>${t.hot.elsewhere}</p>` : done ? this.#sent() : this.#form()}</section>`;
  }

  #sent() {
    const waiting = this.kept.status === 'waiting';
    return html`<p class="hot-state ${waiting ? '' : 'there'}">${icon(waiting ? 'wait' : 'ack')}<span>${waiting ? (this.live ? t.hot.sending : t.hot.waiting) : t.hot.sent(this.debrief.withName === true)}</span></p>
      ${this.#answers()}<button class="btn touch" @click=${() => { this.changing = true; void focusIn(this, '#hot-wentWell'); }}>${t.hot.change}</button>`;
  }

  #answers() {
    return html`<dl class="plain">${QUESTIONS.filter((q) => this.kept.answers[q].trim() !== '').map((q) => html`<div><dt class="m">${t.hot.questions[q]}</dt><dd class="words">${this.kept.answers[q]}</dd></div>`)}</dl>`;
  }

  #form() {
    const naming = this.standing?.naming;
    return html`<p>${t.hot.lead}</p>
      <form class="rows" novalidate @submit=${(e: Event) => { e.preventDefault(); void this.#send(); }}>
        ${this.kept.fault === null ? nothing : fault('hot-fault', this.kept.fault)}
        ${QUESTIONS.map((q) => this.#area(q))}
        ${naming === 'choice' ? this.#choice() : html`<p class="m">${naming === 'named' ? t.hot.named : t.hot.anonymous}</p>`}
        ${this.debrief.withName === false ? html`<p class="m">${t.hot.few}</p>` : nothing}
        <p class="m">${this.keeping === 'memory' ? t.decide.keptMemory : t.hot.keeps}</p>
        <button class="btn p big">${t.hot.send}</button></form>`;
  }

  #area(question: Question) {
    const wrong = this.wrong?.field === question ? this.wrong.message : null;
    return html`<div class="f"><label for="hot-${question}">${t.hot.questions[question]}</label>
      <textarea id="hot-${question}" rows="2" .value=${this.kept.answers[question]} aria-invalid=${wrong !== null} aria-describedby=${wrong === null ? nothing : `hot-${question}-fault`}
        @input=${(e: Event) => this.#write({ [question]: (e.target as HTMLTextAreaElement).value })}></textarea>${fault(`hot-${question}-fault`, wrong)}</div>`;
  }

  #choice() {
    const wrong = this.wrong?.field === 'withName' ? this.wrong.message : null;
    const radio = (withName: boolean, label: string) => html`<label class="pk radio"><input type="radio" name="hot-name" id=${withName ? 'hot-withName' : 'hot-withoutName'} .checked=${this.kept.withName === withName} @change=${() => this.#write({ withName })}><span>${label}</span></label>`;
    return html`<fieldset class="f"><legend>${t.hot.choose}</legend><div class="pks">${radio(true, t.hot.withName)}${radio(false, t.hot.withoutName)}</div>${fault('hot-withName-fault', wrong)}</fieldset>`;
  }

  #write(change: Parameters<HotDebrief['write']>[0]): void {
    this.wrong = null;
    this.changing = true;
    void this.debrief.write(change);
  }

  async #send(): Promise<void> {
    const wrong = this.debrief.check();
    if (wrong !== null) {
      this.wrong = { field: wrong.field, message: wrong.why === 'long' ? t.decide.long(wrong.over) : wrong.why === 'empty' ? t.hot.empty : t.hot.chooseFirst };
      void focusIn(this, `#hot-${wrong.field}`);
      return;
    }
    this.changing = false;
    void focusIn(this, '#hot-heading');
    await this.debrief.send();
  }
}
