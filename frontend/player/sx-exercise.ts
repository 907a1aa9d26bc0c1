import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { storyTime } from './clock.ts';
import { newDraft, type Draft } from './drafts.ts';
import { focusIn, SxElement } from './element.ts';
import { icon } from './icons.ts';
import { newId } from './ids.ts';
import type { Membership } from './join.ts';
import { t } from './messages.en.ts';
import { tape } from './parts.ts';
import type { Act, InjectEntry } from './protocol.ts';
import { Room } from './room.ts';
import { awaitingAdmission, beforeStartex, header, opening, TABS, tabs, type Tab } from './screens.ts';
import { SeenWatch } from './seen.ts';
import type { Listener, Outcome, Session } from './session.ts';
import { settings } from './settings.ts';
import { injectTones } from './sound.ts';
import { standingOf, viewOf, type State } from './store.ts';
import { feedMoved } from './sx-inject.ts';
import { isWriting, type SxKeys } from './sx-keys.ts';
import type { SxAskNoDuff } from './sx-no-duff.ts';

const WIDE = matchMedia('(min-width: 60rem)');

/** One exercise on the screen: marking, clock, no duff, feed, lists, the sheet, and everything that is announced. */
@customElement('sx-exercise')
export class SxExercise extends SxElement implements Listener {
  @property({ attribute: false }) session!: Session;
  @property() rejoinCode: string | null = null;
  @property({ attribute: false }) others: readonly Membership[] = [];
  @property() leaveFault: string | null = null;
  @state() private feed!: State;
  @state() private tab: Tab = 'feed';
  @state() private sheet: Draft | null = null;
  @state() private opened: ReadonlySet<number> = new Set();
  @state() private arrivals: ReadonlySet<number> = new Set();
  @state() private refusals: ReadonlyMap<number, string> = new Map();
  @state() private noDuffRefusal: string | null = null;
  @state() private notice: string | null = null;
  @state() private said = '';
  @state() private wide = WIDE.matches;
  @state() private tight = false;
  @query('sx-ask-no-duff') private asker!: SxAskNoDuff;
  @query('sx-keys') private keys!: SxKeys;
  #seen: SeenWatch | null = null;
  #back: HTMLElement | null = null;
  #beforeStop: HTMLElement | null = null;
  #expected: number | null = null;
  readonly #room = new Room(this, (tight) => { this.tight = tight; });
  #second: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.feed = this.session.state;
    this.#seen = new SeenWatch((seq) => this.session.seen(seq));
    this.#second = setInterval(() => this.session.tick(), 1000);
    WIDE.addEventListener('change', this.#widen);
    document.addEventListener('keydown', this.#key);
    addEventListener('popstate', this.#popped);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#seen?.stop();
    this.#room.stop();
    clearInterval(this.#second);
    WIDE.removeEventListener('change', this.#widen);
    document.removeEventListener('keydown', this.#key);
    removeEventListener('popstate', this.#popped);
  }

  // What the session tells.

  changed(): void {
    this.feed = this.session.state;
    this.requestUpdate();
  }

  arrived(injects: readonly InjectEntry[]): void {
    const first = injects[0];
    if (first === undefined) return;
    this.arrivals = new Set([...this.arrivals, ...injects.map((i) => i.seq)]);
    const { channel, from, number } = first.body;
    this.#say(injects.length === 1 ? t.inject.announce(t.channels[channel] ?? t.channels['other'] ?? '', from, number) : t.inject.announceMany(injects.length));
    if (this.feed.conduct !== 'stopped') injectTones();
  }

  logged(seq: number): void {
    this.#expected = seq;
    this.requestUpdate();
  }

  cameBack(draft: Draft): void {
    this.#say(t.outbox.cameBack(draft.fault?.message ?? ''));
  }

  refused(act: Act, message: string): void {
    if (act.type === 'acknowledge') this.refusals = new Map(this.refusals).set(act.inject, message);
    if (act.type === 'noDuff') {
      this.noDuffRefusal = message;
      this.asker.show();
    }
    this.#say(message);
  }

  moved(cell: string | null): void {
    this.#tell(t.moved(cell));
  }

  doubtful(): void {
    this.dispatchEvent(new CustomEvent('sx-doubtful', { bubbles: true }));
  }

  // What the screen shows.

  protected override willUpdate(changed: PropertyValues): void {
    this.#tellLogged();
    const before = changed.get('feed') as State | undefined;
    if (before === undefined) return;
    if (before.conduct !== this.feed.conduct) this.#conductChanged(before.conduct === 'stopped');
    if (before.link.status !== this.feed.link.status) {
      if (this.feed.link.status === 'live' && before.link.status === 'offline') this.#say(t.link.backAgain);
      if (this.feed.link.status === 'offline') this.#say(t.link.lostAnnounced);
    }
  }

  /** Logged is said once the entry itself is here, with its number. */
  #tellLogged(): void {
    const logged = this.#expected === null ? undefined : this.feed.entries.get(this.#expected);
    if (logged?.kind !== 'decision') return;
    this.#expected = null;
    this.#tell(this.feed.clock === null || logged.at === null ? t.decide.loggedPlain(logged.body.number) : t.decide.logged(logged.body.number, storyTime(this.feed.clock, logged.at)));
  }

  #conductChanged(wasStopped: boolean): void {
    if (this.feed.conduct === 'stopped') {
      this.asker.hide();
      this.keys.hide();
      this.#beforeStop = document.activeElement as HTMLElement | null;
    } else if (wasStopped) {
      this.#say(t.noDuff.cleared);
      void this.updateComplete.then(() => (this.#beforeStop?.isConnected === true ? this.#beforeStop : this.querySelector<HTMLElement>('#sheet-heading, #main'))?.focus({ preventScroll: true }));
    }
  }

  protected override firstUpdated(): void {
    this.#room.watch();
  }

  protected override updated(): void {
    const { welcome, conduct } = this.feed;
    if (welcome !== null) document.title = conduct === 'stopped' ? t.page.noDuffTitle : t.page.title(welcome.you.cell?.title ?? welcome.you.name, welcome.title);
    if (conduct !== 'stopped') this.#seen?.watch(this);
  }

  protected override render() {
    const { welcome, conduct } = this.feed;
    const stopped = conduct === 'stopped';
    const offset = this.feed.clock?.offsetMillis ?? 0;
    return html`
      <div class="vh" role="status" aria-live="polite">${this.said}</div><div class="vh" role="alert">${stopped ? t.noDuff.announce(viewOf(this.feed).noDuff?.body.reason ?? '') : nothing}</div>
      ${stopped ? html`<sx-no-duff .feed=${this.feed} .offset=${offset} .unsent=${this.session.outbox.items.length}></sx-no-duff>` : nothing}
      <div class="play ${this.sheet === null ? '' : 'with-sheet'} ${this.wide ? 'wide' : ''} ${this.tight && !this.wide ? 'tight' : ''}" ?inert=${stopped} ?hidden=${stopped}>
        <header class="top">
          <a class="skip" href="#main" @click=${this.#skip}>${t.head.skip}</a>
          ${tape(welcome?.marking ?? '', welcome?.codeWord ?? '', welcome?.title ?? '')}
          ${header(this.feed, () => this.asker.show())}
          <sx-link .state=${this.feed} .keeping=${this.session.vault.keeping} .failing=${this.session.vault.failing} .open=${this.#open().length} @sx-retry=${() => this.session.wake()}></sx-link>
          ${this.notice === null ? nothing : html`<div class="notice">${icon('ack')}<span>${this.notice}</span><button class="ib" aria-label=${t.notice.close} @click=${() => { this.notice = null; }}>${icon('x')}</button></div>`}
        </header>
        ${welcome === null ? opening() : !welcome.you.admitted ? this.#waiting() : this.#columns()}
        <sx-ask-no-duff .live=${this.feed.link.status === 'live'} .calling=${this.session.outbox.callOfNoDuff()?.act.reason ?? null} .refusal=${this.noDuffRefusal}
          @sx-call-no-duff=${(e: CustomEvent<string>) => { this.noDuffRefusal = null; void this.session.callNoDuff(e.detail); }}
          @sx-withdraw-no-duff=${() => void this.session.withdraw(this.session.outbox.callOfNoDuff()?.act.clientId ?? '')}></sx-ask-no-duff>
        <sx-keys></sx-keys>
      </div>`;
  }

  #waiting() {
    return html`<main class="column" id="main" tabindex="-1" @sx-keys=${() => this.keys.show()}>${awaitingAdmission(this.feed)}${this.#me()}</main>`;
  }

  #me() {
    return html`<sx-me .feed=${this.feed} .rejoinCode=${this.rejoinCode} .keeping=${this.session.vault.keeping} .unsent=${this.session.outbox.items.length} .others=${this.others} .leaveFault=${this.leaveFault}></sx-me>`;
  }

  #columns() {
    const modal = this.sheet !== null && !this.wide;
    const side = this.tab === 'feed' ? 'decisions' : this.tab;
    return html`<main class="columns" id="main" ?inert=${modal} @sx-acknowledge=${this.#acknowledge} @sx-decide=${(e: CustomEvent<{ seq: number }>) => this.#decide(e.detail.seq)}
        @sx-show-decision=${(e: CustomEvent<{ seq: number }>) => this.#showDecision(e.detail.seq)} @sx-show-inject=${(e: CustomEvent<number>) => this.#showInject(e.detail)}
        @sx-toggle-decision=${(e: CustomEvent<number>) => this.#toggle(e.detail)} @sx-open-draft=${(e: CustomEvent<Draft>) => this.#openSheet(e.detail)}
        @sx-remove=${(e: CustomEvent<string>) => void this.session.withdraw(e.detail)} @sx-retry=${() => this.session.wake()} @sx-keys=${() => this.keys.show()}>
        ${this.wide || this.tab === 'feed' ? html`<section class="column" id="feed" tabindex="-1" aria-label=${t.feed.heading}>${this.#feed()}</section>` : nothing}
        ${this.wide && this.sheet !== null ? html`<div class="side">${this.#sheet()}</div>` : nothing}
        ${(this.wide && this.sheet === null) || (!this.wide && this.tab !== 'feed') ? html`<section class="${this.wide ? 'side' : 'column'}" id="side" aria-labelledby="side-heading">${this.wide ? this.#tabs() : nothing}<div class="side-body">${this.#side(side)}</div></section>` : nothing}
      </main>
      ${this.wide ? nothing : html`${this.#dock()}${this.#tabs(modal)}`}
      ${modal ? html`<div class="over">${this.#sheet()}</div>` : nothing}`;
  }

  #feed() {
    const planned = this.feed.conduct === 'planned';
    return html`<h2 class="vh">${t.feed.heading}</h2>
      <sx-outbox .feed=${this.feed} .outbox=${this.session.outbox.items} .returned=${this.session.drafts.returned}></sx-outbox>
      ${planned ? beforeStartex(this.feed) : html`<sx-feed .feed=${this.feed} .outbox=${this.session.outbox.items} .drafted=${this.#drafted()} .refusals=${this.refusals} .arrivals=${this.arrivals} .quiet=${this.sheet !== null}></sx-feed>`}
      ${this.wide ? this.#dock() : nothing}`;
  }

  #side(tab: Tab) {
    switch (tab) {
      case 'feed': case 'decisions':
        return html`<h2 id="side-heading" tabindex="-1">${t.decisions.heading}</h2><sx-decisions .feed=${this.feed} .drafts=${this.session.drafts.all} .opened=${this.opened}></sx-decisions>`;
      case 'actions': return html`<h2 id="side-heading" tabindex="-1">${t.actions.heading}</h2><sx-actions .feed=${this.feed}></sx-actions>`;
      case 'me':
        return html`<h2 id="side-heading" tabindex="-1">${t.me.heading}</h2>${this.#me()}`;
    }
  }

  /** The button for a decision that answers no inject; filled only when nothing else is. */
  #dock() {
    const { conduct } = this.feed;
    if (this.sheet !== null || conduct === 'planned' || conduct === 'sealed' || this.tab === 'me' || this.tab === 'actions') return nothing;
    const open = this.#open().length > 0;
    if (open && this.tab === 'feed' && !this.wide) return nothing;
    return html`<div class="dock"><button class="btn big ${open ? '' : 'p'}" @click=${() => this.#decide(null)}>${icon('plus')}${t.inject.decide}</button></div>`;
  }

  #tabs(inert = false) {
    return tabs(this.tab, this.wide, this.#open().length, inert, (tab) => this.#go(tab));
  }

  #sheet() {
    return html`<sx-decision-sheet .session=${this.session} .feed=${this.feed} .opened=${this.sheet as Draft} @sx-close=${this.#closeSheet} @sx-logged=${this.#logged}></sx-decision-sheet>`;
  }

  // What the person does.

  readonly #acknowledge = (event: CustomEvent<{ entry: InjectEntry }>): void => {
    feedMoved();
    const { entry } = event.detail;
    this.refusals = new Map([...this.refusals].filter(([seq]) => seq !== entry.seq));
    void this.session.acknowledge(entry).then(() => this.#focusAfter(entry.seq));
  };

  /** The button that was pressed is gone: focus goes to where the inject now is. */
  async #focusAfter(seq: number): Promise<void> {
    await this.updateComplete;
    requestAnimationFrame(() => {
      if (document.activeElement === document.body || document.activeElement === null) this.querySelector<HTMLElement>(`#inject-${seq} .fold`)?.focus({ preventScroll: true });
    });
  }

  #decide(inReplyTo: number | null): void {
    this.#openSheet(this.session.drafts.answering(inReplyTo) ?? newDraft(newId(), inReplyTo));
  }

  #openSheet(draft: Draft): void {
    this.#back = document.activeElement as HTMLElement | null;
    if (this.sheet === null) history.pushState({ sheet: true }, '');
    if (this.sheet?.id !== draft.id) {
      this.sheet = null;
      void this.updateComplete.then(() => { this.sheet = structuredClone(draft); });
    }
  }

  readonly #closeSheet = (): void => {
    if (this.sheet === null) return;
    this.sheet = null;
    if ((history.state as { sheet?: boolean } | null)?.sheet === true) history.back();
    void this.updateComplete.then(() => this.#restoreFocus());
  };

  readonly #popped = (): void => {
    if (this.sheet === null) return;
    this.sheet = null;
    void this.updateComplete.then(() => this.#restoreFocus());
  };

  readonly #logged = (event: CustomEvent<Outcome>): void => {
    this.#closeSheet();
    const outcome = event.detail;
    if (outcome.kind === 'logged') this.logged(outcome.seq);
    else if (this.feed.conduct === 'stopped') this.#tell(t.decide.keptStopped);
    else if (this.feed.link.status === 'live') this.#tell(t.decide.keptSlow);
    else this.#say(t.decide.keptOffline);
  };

  #restoreFocus(): void {
    if (this.#back?.isConnected === true) this.#back.focus({ preventScroll: true });
    else this.querySelector<HTMLElement>('#feed')?.focus({ preventScroll: true });
    this.#back = null;
  }

  #go(tab: Tab): void {
    this.tab = tab;
    void focusIn(this, tab === 'feed' ? '#feed' : '#side-heading');
    if (!this.wide) scrollTo({ top: 0 });
  }

  #showDecision(seq: number): void {
    this.opened = new Set([...this.opened, seq]);
    this.tab = 'decisions';
    void this.#reveal(`#decision-${seq} .fold`);
  }

  #showInject(seq: number): void {
    this.tab = 'feed';
    void this.#reveal(`#inject-${seq} .fold, #inject-${seq}`);
  }

  async #reveal(selector: string): Promise<void> {
    await this.updateComplete;
    await new Promise(requestAnimationFrame);
    const element = this.querySelector<HTMLElement>(selector);
    element?.scrollIntoView({ block: 'center' });
    element?.focus({ preventScroll: true });
  }

  #toggle(seq: number): void {
    this.opened = this.opened.has(seq) ? new Set([...this.opened].filter((s) => s !== seq)) : new Set([...this.opened, seq]);
  }

  readonly #skip = (event: Event): void => {
    event.preventDefault();
    if (!this.wide) this.tab = 'feed';
    void focusIn(this, '#feed, #main');
  };

  readonly #widen = (): void => {
    this.wide = WIDE.matches;
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (isWriting(event) || event.ctrlKey || event.metaKey || event.altKey || this.feed.conduct === 'stopped' || this.querySelector('dialog[open]') !== null) return;
    if (event.key === 'Escape' && this.sheet !== null) return this.#closeSheet();
    if (!settings.letters || (this.sheet !== null && !this.wide) || this.feed.welcome?.you.admitted !== true) return;
    const tab = TABS[Number(event.key) - 1];
    if (event.key === '?') this.keys.show();
    else if (tab !== undefined) this.#go(tab);
    else if (event.key.toLowerCase() === 'd' && !['planned', 'sealed'].includes(this.feed.conduct)) this.#decide(null);
    else if (event.key.toLowerCase() === 'a') {
      this.tab = 'feed';
      void this.#reveal('article.un .btn.big');
    } else return;
    event.preventDefault();
  };

  #open(): InjectEntry[] {
    return viewOf(this.feed).injects.filter((i) => !standingOf(this.feed, i).done && this.session.outbox.acknowledging(i.seq) === undefined);
  }

  #drafted(): ReadonlySet<number> {
    return new Set(this.session.drafts.all.flatMap((d) => (d.inReplyTo === null ? [] : [d.inReplyTo])));
  }

  #tell(notice: string): void {
    this.notice = notice;
    this.#say(notice);
  }

  #say(text: string): void {
    this.said = this.said === text ? `${text}\u00a0` : text;
  }
}

