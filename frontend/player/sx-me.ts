import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { focusIn, SxElement } from './element.ts';
import { icon } from './icons.ts';
import { askToInstall, install, onChange } from './installed.ts';
import { addressOf, type Membership } from './join.ts';
import { t } from './messages.en.ts';
import { settings, THEMES } from './settings.ts';
import { injectTones, unlockSound } from './sound.ts';
import { codes } from './parts.ts';
import type { State } from './store.ts';
import type { Keeping } from './vault.ts';

/** Who I am here, my rejoin code, what this phone keeps, and my settings. Fires `sx-leave` and `sx-keys`. */
@customElement('sx-me')
export class SxMe extends SxElement {
  @property({ attribute: false }) feed!: State;
  @property() rejoinCode: string | null = null;
  @property() joinCode: string | null = null;
  @property({ attribute: false }) keeping: Keeping = 'encrypted';
  @property({ type: Number }) unsent = 0;
  @property({ attribute: false }) others: readonly Membership[] = [];
  @property() leaveFault: string | null = null;
  /** To whom the role is on its way. */
  @property() handing: string | null = null;
  @state() private shown = false;
  @state() private asking = false;

  #end: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#end = onChange(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end?.();
  }

  protected override render() {
    const welcome = this.feed.welcome;
    if (welcome === null) return nothing;
    const { you } = welcome;
    const row = (label: string, value: string | null | undefined) => (value === null || value === undefined || value === '' ? nothing : html`<div><dt>${label}</dt><dd>${value}</dd></div>`);
    return html`
      <section class="card"><dl class="pairs">
        ${row(t.me.name, you.name)}${row(t.me.organisation, you.organisation)}${row(t.me.cell, you.cell?.title ?? t.head.noCell)}${row(t.me.role, you.role?.title)}${row(t.me.exercise, welcome.title)}
      </dl>${you.account ? html`<p class="m">${t.me.account}</p>` : nothing}</section>
      <sx-hand-over .feed=${this.feed} .handing=${this.handing}></sx-hand-over>
      <section class="card" aria-labelledby="me-code"><h3 id="me-code">${t.me.rejoin}</h3>${this.#code()}</section>
      <section class="card"><fieldset class="f"><legend>${t.me.look}</legend><div class="pks">${THEMES.map((theme) => html`<label class="pk radio"><input type="radio" name="theme" .checked=${settings.theme === theme} @change=${() => { settings.theme = theme; this.requestUpdate(); }}><span>${t.me.themes[theme]}</span></label>`)}</div></fieldset>
        <label class="tick"><input type="checkbox" .checked=${settings.tones} @change=${(e: Event) => { settings.tones = (e.target as HTMLInputElement).checked; this.requestUpdate(); }}><span>${t.me.sound}</span></label>
        ${settings.tones ? html`<button class="btn touch" @click=${() => { unlockSound(); injectTones(); }}>${t.me.soundTry}</button>` : nothing}
        <label class="tick"><input type="checkbox" .checked=${settings.letters} @change=${(e: Event) => { settings.letters = (e.target as HTMLInputElement).checked; }}><span>${t.me.singleKeys}</span></label>
        <button class="btn touch" @click=${() => this.#fire('sx-keys')}>${t.me.keys}</button></section>
      <section class="card" aria-labelledby="me-kept"><h3 id="me-kept">${t.me.kept}</h3><p>${t.me.keeping[this.keeping]}</p>
        ${welcome.reduced.length === 0 ? nothing : html`<h3>${t.me.reduced}</h3><ul class="plain">${welcome.reduced.map((code) => html`<li>${t.me.reducedReasons[code] ?? t.me.reducedOther(code)}</li>`)}</ul>`}</section>
      ${this.#app()}
      ${this.others.length === 0 ? nothing : html`<section class="card" aria-labelledby="me-others"><h3 id="me-others">${t.me.others}</h3><ul class="plain">${this.others.map((o) => html`<li><a class="lk" href=${addressOf(o.exercise)}>${o.title}</a> <span class="m">${t.choice.as(o.name)}</span></li>`)}</ul></section>`}
      <section class="card">${this.#leave()}</section>`;
  }

  #code() {
    if (this.rejoinCode === null) return html`<p>${t.me.noRejoin}</p>`;
    return html`${this.shown ? html`<div class="code-box">${codes(this.joinCode ?? '', this.rejoinCode)}</div><p class="m">${t.rejoinCode.secret}</p>` : nothing}
      <button class="btn touch" aria-expanded=${this.shown} @click=${() => { this.shown = !this.shown; }}>${this.shown ? t.me.hide : t.me.show}</button>`;
  }

  /** Where it cannot be installed, what is reduced says why. */
  #app() {
    const how = install();
    if (how === 'impossible') return nothing;
    return html`<section class="card" aria-labelledby="me-app"><h3 id="me-app">${t.me.app}</h3><p>${t.me.apps[how]}</p>
      ${how === 'offered' ? html`<button class="btn touch" @click=${() => void askToInstall()}>${icon('plus')}${t.me.appInstall}</button>` : nothing}</section>`;
  }

  #leave() {
    if (!this.asking) return html`<button class="btn touch" id="leave" @click=${() => { this.asking = true; void focusIn(this, '#leave-no'); }}>${t.me.leave}</button>`;
    return html`<div role="group" aria-label=${t.me.leave} class="asked"><p>${t.me.leaveAsk}</p>
      ${this.unsent === 0 ? nothing : html`<p class="fault">${icon('late')}<span>${t.me.leaveWaiting(this.unsent)}</span></p>`}
      ${this.leaveFault === null ? nothing : html`<p class="fault">${icon('late')}<span>${this.leaveFault}</span></p>`}
      <div class="two"><button class="btn touch" @click=${() => this.#fire('sx-leave')}>${t.me.leaveYes}</button>
      <button class="btn touch" id="leave-no" @click=${() => { this.asking = false; void focusIn(this, '#leave'); }}>${t.me.leaveNo}</button></div></div>`;
  }

  #fire(type: string): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true }));
  }
}
