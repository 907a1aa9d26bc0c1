import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { focusIn, SxElement } from './element.ts';
import { channelIcon, icon } from './icons.ts';
import { t } from './messages.en.ts';
import type { DecisionEntry, InjectEntry } from './protocol.ts';
import { viewOf, type State } from './store.ts';

type Source = InjectEntry | DecisionEntry;
const LATEST = 4;

/** The words of an entry's html, for looking through. */
function plain(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
}

/** Picks what a decision relied on: the latest of the feed by one tap, everything else by finding it. Fires `sx-relied` with the sequences. */
@customElement('sx-relied-on')
export class SxReliedOn extends SxElement {
  @property({ attribute: false }) feed!: State;
  @property({ attribute: false }) chosen: readonly number[] = [];
  @state() private finding = false;
  @state() private words = '';
  /** What is offered stays where it is while the sheet is open, whatever arrives. */
  #offered: number[] | null = null;

  protected override render() {
    const sources = this.#sources();
    if (sources.length === 0) return nothing;
    this.#offered ??= [...new Set([...this.chosen, ...sources.slice(0, LATEST).map((s) => s.seq)])];
    const offered = [...new Set([...this.#offered, ...this.chosen])];
    return html`<fieldset class="f" id="d-reliedOn" tabindex="-1"><legend>${t.decide.reliedOn}</legend>
      <div class="pks">
        ${offered.map((seq) => sources.find((s) => s.seq === seq)).map((s) => (s === undefined ? nothing : this.#pick(s)))}
        ${sources.length <= LATEST ? nothing : html`<button type="button" class="pk add" aria-expanded=${this.finding} @click=${this.#toggle}>${icon('search')}${t.decide.find}</button>`}
      </div>
      ${this.finding ? this.#find(sources) : nothing}</fieldset>`;
  }

  #sources(): Source[] {
    const { injects, decisions } = viewOf(this.feed);
    return [...injects, ...decisions].sort((a, b) => b.seq - a.seq);
  }

  #pick(source: Source) {
    const on = this.chosen.includes(source.seq);
    return html`<button type="button" class="pk ${on ? 'on' : ''}" aria-pressed=${on} @click=${() => this.#choose(source.seq, !on)}>
      ${on ? icon('check') : this.#icon(source)}<span class="ell">${this.#name(source)}</span></button>`;
  }

  #find(sources: readonly Source[]) {
    const words = this.words.toLowerCase().split(/\s+/).filter((w) => w !== '');
    const found = sources.filter((s) => words.every((w) => this.#text(s).includes(w))).slice(0, 30);
    return html`<div class="find">
      <label class="f"><span>${t.decide.findLabel}</span><input type="search" id="find-words" autocomplete="off" .value=${this.words} @input=${(e: Event) => { this.words = (e.target as HTMLInputElement).value; }} @keydown=${this.#noEnter}></label>
      ${found.length === 0 ? html`<p class="m">${t.decide.findNothing}</p>` : html`<ul>${found.map((s) => html`<li><label class="tick"><input type="checkbox" .checked=${this.chosen.includes(s.seq)} @change=${(e: Event) => this.#choose(s.seq, (e.target as HTMLInputElement).checked)}>${this.#icon(s)}<span>${this.#name(s)}</span></label></li>`)}</ul>`}
      <button type="button" class="btn touch" @click=${this.#toggle}>${t.decide.findClose}</button></div>`;
  }

  #icon(source: Source) {
    return source.kind === 'inject' ? channelIcon(source.body.channel) : icon('decision');
  }

  #name(source: Source): string {
    if (source.kind === 'decision') return t.decisions.number(source.body.number);
    return source.body.number === null ? source.body.title : t.inject.numbered(source.body.number, source.body.title);
  }

  #text(source: Source): string {
    const more = source.kind === 'inject' ? `${source.body.from ?? ''} ${plain(source.body.html)}` : `${source.body.decision} ${source.body.rationale}`;
    return `${this.#name(source)} ${more}`.toLowerCase();
  }

  #choose(seq: number, on: boolean): void {
    this.dispatchEvent(new CustomEvent('sx-relied', { bubbles: true, detail: on ? [...this.chosen, seq] : this.chosen.filter((s) => s !== seq) }));
  }

  readonly #toggle = (): void => {
    this.finding = !this.finding;
    this.words = '';
    void focusIn(this, this.finding ? '#find-words' : '.pk.add');
  };

  readonly #noEnter = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
  };
}
