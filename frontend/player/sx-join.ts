import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { duration } from './clock.ts';
import { clean } from './drafts.ts';
import { EverySecond, focusIn, SxElement } from './element.ts';
import { icon } from './icons.ts';
import { CODE_LENGTH, JoinFailed, readCode, readRejoinCode, REJOIN_LENGTH, type JoinApi, type Joined, type Membership, type Opened } from './join.ts';
import { t } from './messages.en.ts';
import { fault, tape } from './parts.ts';

type Step = 'code' | 'who' | 'rejoin';
type Field = 'code' | 'name' | 'organisation' | 'rejoin';
const NAME_LIMIT = 80;

/** Joining: first the code and what it opens, then who you are; or coming back by a rejoin code. Fires `sx-joined`. */
@customElement('sx-join')
export class SxJoin extends SxElement {
  @property({ attribute: false }) api!: JoinApi;
  @property() code = '';
  @property() first: Step = 'code';
  @property({ attribute: false }) memberships: readonly Membership[] = [];
  /** Why the person is here again, and how much they wrote that waits. */
  @property() why: string | null = null;
  @property() more: string | null = null;
  @property({ type: Number }) unsent = 0;
  @state() private step: Step = 'code';
  @state() private opened: Opened | null = null;
  @state() private busy = false;
  @state() private wrong: { field: Field; message: string } | null = null;
  @state() private waitUntil = 0;
  #name = '';
  #organisation = '';
  #role = '';
  #rejoin = '';
  private readonly beat = new EverySecond(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.step = this.first;
    if (this.code.length === CODE_LENGTH && this.step === 'code') void this.#look();
  }

  protected override render() {
    void this.beat;
    return html`<header>${tape(this.opened?.marking ?? '', this.opened?.codeWord ?? '', this.opened?.title ?? '')}</header>
      <main class="join">
        <p class="logo">${icon('decision')}${t.product}</p>
        ${this.why === null ? nothing : html`<div class="band calm">${icon('lock')}<div><b>${this.why}</b><p>${this.more}</p></div></div>`}
        ${this.unsent === 0 ? nothing : html`<div class="band amber">${icon('wait')}<div><p>${t.join.kept(this.unsent)}</p></div></div>`}
        ${this.step === 'code' ? this.#code() : this.step === 'who' ? this.#who() : this.#comeBack()}
      </main>`;
  }

  #codeField() {
    const wrong = this.wrong?.field === 'code' ? this.wrong.message : null;
    return html`<div class="f"><label for="code">${t.join.code}</label>
      <input id="code" class="code-input" autocomplete="off" autocapitalize="characters" autocorrect="off" spellcheck="false" .value=${this.code} aria-invalid=${wrong !== null} aria-describedby="code-hint ${wrong === null ? '' : 'code-fault'}"
        @input=${this.#typed} @paste=${this.#pasted}>
      <p class="hint" id="code-hint">${t.join.codeHint}</p>${fault('code-fault', wrong)}</div>`;
  }

  #code() {
    return html`<form class="panel" novalidate @submit=${(e: Event) => { e.preventDefault(); void this.#look(); }}>
      <h1 tabindex="-1">${t.join.heading}</h1><p class="lead">${t.join.lead}</p>
      ${this.#codeField()}
      ${this.#submit(this.busy ? t.join.looking : t.join.look)}
      <button type="button" class="lk block" @click=${() => this.#go('rejoin')}>${t.join.rejoinLink}</button></form>`;
  }

  #who() {
    const opened = this.opened as Opened;
    const already = this.memberships.find((m) => m.exercise === opened.exercise);
    return html`<form class="panel" novalidate @submit=${(e: Event) => { e.preventDefault(); void this.#join(); }}>
      <p class="m">${t.join.opens}</p><h1 tabindex="-1">${opened.title}</h1>
      <p class="lead">${opened.cell === null ? t.join.cellLater : t.join.cell(opened.cell.title)}</p>
      ${already === undefined ? nothing : html`<div class="band calm">${icon('person')}<div><p>${t.join.already(already.name)}</p>
        <button type="button" class="btn touch" @click=${() => this.#tell({ exercise: opened.exercise, participant: '', rejoinCode: null })}>${t.join.goOn(already.name)}</button></div></div>`}
      <h2>${t.join.who}</h2>
      ${opened.you === null ? this.#text('name', t.join.name, t.join.nameHint, this.#name, 'name', (v) => { this.#name = v; }) : html`<p class="band calm">${icon('person')}<span>${t.join.signedIn(opened.you)}</span></p>`}
      ${this.#text('organisation', t.join.organisation, t.join.organisationHint, this.#organisation, 'organization', (v) => { this.#organisation = v; })}
      ${opened.roles.length === 0 ? nothing : html`<fieldset class="f"><legend>${t.join.role} <em>${t.join.optional}</em></legend><div class="pks">
        ${[{ code: '', title: t.join.noRole }, ...opened.roles].map((r) => html`<label class="pk radio"><input type="radio" name="role" value=${r.code} .checked=${this.#role === r.code} @change=${() => { this.#role = r.code; this.requestUpdate(); }}><span>${r.title}</span></label>`)}</div></fieldset>`}
      ${this.#submit(this.busy ? t.join.joining : opened.cell === null ? t.join.join : t.join.joinAs(opened.cell.title))}
      <button type="button" class="lk block" @click=${() => this.#go('rejoin')}>${t.join.rejoinLink}</button>
      <button type="button" class="lk block" @click=${() => { this.opened = null; this.code = ''; this.#go('code'); }}>${t.join.change}</button></form>`;
  }

  #comeBack() {
    return html`<form class="panel" novalidate @submit=${(e: Event) => { e.preventDefault(); void this.#comeBackNow(); }}>
      <h1 tabindex="-1">${t.join.rejoinHeading}</h1><p class="lead">${t.join.rejoinLead}</p>
      ${this.#codeField()}
      ${this.#text('rejoin', t.join.rejoinCode, t.join.rejoinHint, this.#rejoin, 'off', (v) => { this.#rejoin = v; })}
      <p class="m">${t.join.rejoinLost}</p>
      ${this.#submit(this.busy ? t.join.rejoining : t.join.rejoin)}
      <button type="button" class="lk block" @click=${() => this.#go(this.opened === null ? 'code' : 'who')}>${t.join.back}</button></form>`;
  }

  #text(field: Field, label: string, hint: string, value: string, autocomplete: string, set: (value: string) => void) {
    const wrong = this.wrong?.field === field ? this.wrong.message : null;
    return html`<div class="f"><label for=${field}>${label}</label>
      <input id=${field} autocomplete=${autocomplete} .value=${value} aria-invalid=${wrong !== null} aria-describedby="${field}-hint ${wrong === null ? '' : `${field}-fault`}"
        @input=${(e: Event) => { set((e.target as HTMLInputElement).value); if (wrong !== null) this.wrong = null; }}>
      <p class="hint" id="${field}-hint">${hint}</p>${fault(`${field}-fault`, wrong)}</div>`;
  }

  #submit(label: string) {
    const wait = this.waitUntil - Date.now();
    return html`<button type="submit" class="btn p big" aria-disabled=${this.busy || wait > 0}>${wait > 0 ? t.join.tryAgainIn(duration(wait + 999)) : label}</button>`;
  }

  readonly #typed = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const code = readCode(input.value);
    if (code !== input.value) input.value = code;
    this.code = code;
    if (this.wrong?.field === 'code') this.wrong = null;
  };

  readonly #pasted = (event: ClipboardEvent): void => {
    const code = readCode(event.clipboardData?.getData('text') ?? '');
    if (code === '') return;
    event.preventDefault();
    this.code = code;
    this.wrong = null;
  };

  async #look(): Promise<void> {
    if (!this.#codeIsWhole()) return;
    await this.#try('code', async () => {
      this.opened = await this.api.look(this.code);
      this.#go('who');
    });
  }

  async #join(): Promise<void> {
    const you = this.opened?.you ?? null;
    const name = you ?? clean(this.#name);
    const organisation = clean(this.#organisation);
    if (name === '') return this.#fail('name', t.join.nameMissing);
    if (name.length > NAME_LIMIT) return this.#fail('name', t.join.nameTooLong(NAME_LIMIT));
    if (organisation === '' && you === null) return this.#fail('organisation', t.join.organisationMissing);
    await this.#try('name', async () => {
      this.#tell(await this.api.join({ code: this.code, name, organisation, ...(this.#role === '' ? {} : { role: this.#role }) }));
    });
  }

  async #comeBackNow(): Promise<void> {
    if (!this.#codeIsWhole()) return;
    const rejoin = readRejoinCode(this.#rejoin);
    if (rejoin.replace('-', '').length < REJOIN_LENGTH) return this.#fail('rejoin', t.join.rejoinShort);
    await this.#try('rejoin', async () => this.#tell(await this.api.rejoin(this.code, rejoin)));
  }

  #codeIsWhole(): boolean {
    if (this.code.length === CODE_LENGTH) return true;
    this.#fail('code', t.join.codeShort(this.code.length));
    return false;
  }

  /** Runs a call; what fails is told at the field that can mend it, in the server's words where it has some. */
  async #try(field: Field, call: () => Promise<void>): Promise<void> {
    if (this.busy || Date.now() < this.waitUntil) return;
    this.busy = true;
    this.wrong = null;
    try {
      await call();
    } catch (failed) {
      if (!(failed instanceof JoinFailed)) throw failed;
      if (failed.retryAfterSeconds !== null) this.waitUntil = Date.now() + failed.retryAfterSeconds * 1000;
      this.#fail(this.#fieldOf(failed.reason, field), this.#words(failed));
    } finally {
      this.busy = false;
    }
  }

  #fieldOf(reason: string, asked: Field): Field {
    const fields: Record<string, Field> = { 'name-missing': 'name', 'name-too-long': 'name', 'name-taken': 'name', 'organisation-missing': 'organisation', 'unknown-code': 'code', 'expired-code': 'code', 'unknown-rejoin-code': 'rejoin' };
    const field = fields[reason] ?? asked;
    if (field === 'code' && this.step === 'who') this.step = 'code';
    return field === 'name' && this.opened?.you !== null && this.step === 'who' ? 'organisation' : field;
  }

  #words(failed: JoinFailed): string {
    const own: Record<string, string> = { offline: t.join.offline, unreadable: t.join.unreadable, throttled: t.join.throttled, 'unknown-code': t.join.unknownCode, 'expired-code': t.join.expiredCode, 'name-missing': t.join.nameMissing, 'organisation-missing': t.join.organisationMissing };
    return failed.message !== '' ? failed.message : (own[failed.reason] ?? t.join.unreadable);
  }

  #fail(field: Field, message: string): void {
    this.wrong = { field, message };
    void focusIn(this, `#${field}`);
  }

  #go(step: Step): void {
    this.step = step;
    this.wrong = null;
    void focusIn(this, 'h1');
  }

  #tell(joined: Joined): void {
    this.dispatchEvent(new CustomEvent('sx-joined', { bubbles: true, detail: { ...joined, code: this.code } }));
  }
}
