import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { storyTime } from './clock.ts';
import { newDraft, type Draft } from './drafts.ts';
import { keyOf, tableNews } from './discussion.ts';
import { focusIn, SxElement } from './element.ts';
import { icon } from './icons.ts';
import { newId } from './ids.ts';
import { lookForNewVersion } from './installed.ts';
import type { Membership } from './join.ts';
import { keyAct } from './keyboard.ts';
import { t } from './messages.en.ts';
import { newsOf, tape } from './parts.ts';
import type { Act, Answer, CorrectedEntry, DecisionEntry, InjectEntry, JumpedEntry, MessageEntry, Named, RecalledEntry, SendMessage, TableEntry } from './protocol.ts';
import { Room } from './room.ts';
import { awaitingAdmission, beforeStartex, header, opening, tabs, type Tab } from './screens.ts';
import { SeenWatch } from './seen.ts';
import type { Listener, Outcome, Session } from './session.ts';
import { SheetControl } from './sheet-control.ts';
import { injectTones } from './sound.ts';
import { isDrill, standingOf, viewOf, type State } from './store.ts';
import { Told } from './told.ts';
import { MessageDesk } from './message-desk.ts';
import { newMessage, unread, type MessageDraft } from './messages.ts';
import { feedMoved } from './sx-inject.ts';
import type { SxKeys } from './sx-keys.ts';
import type { SxAskNoDuff } from './sx-no-duff.ts';

/** One exercise on the screen: marking, clock, no duff, feed, lists, the sheet, and everything that is announced. */
@customElement('sx-exercise')
export class SxExercise extends SxElement implements Omit<Listener, 'doubtful'> {
  @property({ attribute: false }) session!: Session;
  @property() rejoinCode: string | null = null;
  @property() joinCode: string | null = null;
  @property({ attribute: false }) others: readonly Membership[] = [];
  @property() leaveFault: string | null = null;
  @state() private feed!: State;
  @state() private tab: Tab = 'feed';
  @state() private opened: ReadonlySet<number> = new Set();
  @state() private arrivals: ReadonlySet<number> = new Set();
  @state() private refusals: ReadonlyMap<number, string> = new Map();
  @state() private noDuffRefusal: string | null = null;
  @query('sx-ask-no-duff') private asker!: SxAskNoDuff;
  @query('sx-keys') private keys!: SxKeys;
  #seen: SeenWatch | null = null;
  readonly #told = new Told(this);
  readonly #sheet = new SheetControl(this, ['.dock .btn', '#feed']);
  readonly #desk = new MessageDesk(this);
  #beforeStop: HTMLElement | null = null;
  readonly #room = new Room(this);
  #second: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.feed = this.session.state;
    void this.#desk.open(this.session.vault, this.session.exercise);
    this.#seen = new SeenWatch((seq) => this.session.seen(seq));
    this.#second = setInterval(() => this.session.tick(), 1000);
    document.addEventListener('keydown', this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#seen?.stop();
    clearInterval(this.#second);
    document.removeEventListener('keydown', this.#key);
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
    this.#told.say(injects.length === 1 ? newsOf(first) : t.inject.announceMany(injects.length));
    if (this.feed.conduct !== 'stopped') injectTones();
  }

  logged(seq: number): void {
    this.#told.expect(seq);
  }

  cameBack(draft: Draft): void {
    this.#told.say(t.outbox.cameBack(draft.fault?.message ?? ''));
  }

  refused(act: Act, message: string): void {
    if (act.type === 'acknowledge') this.refusals = new Map(this.refusals).set(act.inject, message);
    if (act.type === 'noDuff') {
      this.noDuffRefusal = message;
      this.asker.show();
    }
    if (act.type === 'message') {
      this.#desk.cameBack(act, message);
      this.#told.tell(t.messages.refused(message));
      return;
    }
    if (act.type === 'standBy' || act.type === 'dispute' || act.type === 'handOver') this.#told.tell(message);
    else this.#told.say(message);
  }

  answered(): void {
    this.#told.say(t.hot.sentAnnounced);
  }

  commsChecked(): void {
    this.#told.say(t.comms.announce);
    if (this.feed.conduct !== 'stopped') injectTones();
  }

  amended({ kind, body }: RecalledEntry | CorrectedEntry): void {
    const inject = this.feed.entries.get(body.inject) ?? this.session.state.entries.get(body.inject);
    if (inject?.kind !== 'inject') return;
    const name = inject.body.number === null ? inject.body.title : t.inject.numbered(inject.body.number, inject.body.title);
    this.#told.tell(kind === 'recalled' ? t.inject.recalledNews(name) : t.inject.correctedNews(name));
  }

  asked({ body }: DecisionEntry): void {
    this.#told.say(t.word.news(body.number));
  }

  jumped({ body }: JumpedEntry): void {
    if (this.feed.clock !== null) this.#told.tell(t.state.jumped(storyTime(this.feed.clock, body.to)));
  }

  discussed(entry: TableEntry): void {
    const news = tableNews(entry, this.session.serverNow);
    if (news !== null) this.#told.say(news);
  }

  answerSaved(act: Answer): void {
    this.#told.say(t.table.saved(keyOf(act)));
  }

  wrote({ body: { from } }: MessageEntry): void {
    this.#told.say(t.messages.news(from.title === '' ? t.messages.control : from.title));
    if (this.feed.conduct !== 'stopped') injectTones();
  }

  moved(cell: string | null): void {
    this.#told.tell(t.moved(cell));
  }

  roleChanged(before: Named | null, now: Named | null): void {
    this.#told.tell(now === null ? t.handOver.gave(before?.title ?? '') : t.handOver.got(now.title));
    // The panel that had the focus is gone.
    if (this.querySelector('sx-hand-over')?.contains(document.activeElement) === true) void focusIn(this, '#side-heading');
  }

  // What the screen shows.

  protected override willUpdate(changed: PropertyValues): void {
    this.#told.look(this.feed);
    const before = changed.get('feed') as State | undefined;
    if (before === undefined) return;
    if (before.conduct !== this.feed.conduct) this.#conductChanged(before.conduct === 'stopped', isDrill(before));
    else if (viewOf(before).noDuff?.seq !== viewOf(this.feed).noDuff?.seq) this.asker.hide();
    if (before.link.status !== this.feed.link.status) {
      if (this.feed.link.status === 'live' && before.link.status === 'offline') {
        this.#told.say(t.link.backAgain);
        void lookForNewVersion();
      }
      if (this.feed.link.status === 'offline') this.#told.say(t.link.lostAnnounced);
    }
  }

  #conductChanged(wasStopped: boolean, wasDrill: boolean): void {
    if (this.feed.conduct === 'stopped') {
      this.asker.hide();
      this.keys.hide();
      this.#beforeStop = document.activeElement as HTMLElement | null;
    } else if (wasStopped) {
      this.#told.say(wasDrill ? t.noDuff.drillOver : t.noDuff.cleared);
      void this.updateComplete.then(() => (this.#beforeStop?.isConnected === true ? this.#beforeStop : this.querySelector<HTMLElement>('#sheet-heading, #main'))?.focus({ preventScroll: true }));
    }
  }

  protected override updated(): void {
    const { welcome, conduct } = this.feed;
    if (welcome !== null) document.title = conduct === 'stopped' ? t.page.noDuffTitle : t.page.title(this.#open().length, welcome.you.cell?.title ?? welcome.you.name, welcome.title);
    if (conduct !== 'stopped') this.#seen?.watch(this);
  }

  protected override render() {
    const { welcome, conduct } = this.feed;
    const stopped = conduct === 'stopped';
    const offset = this.feed.clock?.offsetMillis ?? 0;
    return html`
      <div class="vh" role="status" aria-live="polite">${this.#told.said}</div><div class="vh" role="alert">${stopped ? this.#stopSaid() : nothing}</div>
      ${stopped ? html`<sx-no-duff .feed=${this.feed} .offset=${offset} .unsent=${this.session.outbox.items.length} .outbox=${this.session.outbox.items} .desk=${this.#desk} @sx-send=${(e: CustomEvent<SendMessage>) => void this.session.send(e.detail)} @sx-shown=${(e: CustomEvent<number>) => this.session.seen(e.detail)} @sx-real-no-duff=${() => this.asker.show()}></sx-no-duff>` : nothing}
      <div class="play ${this.#sheet.draft === null ? '' : 'with-sheet'} ${this.#room.wide ? 'wide' : ''} ${this.#room.tight ? 'tight' : ''}" ?inert=${stopped} ?hidden=${stopped}>
        <header class="top">
          <a class="skip" href="#main" @click=${this.#skip}>${t.head.skip}</a>
          ${tape(welcome?.marking ?? '', welcome?.codeWord ?? '', welcome?.title ?? '')}
          ${header(this.feed, () => this.asker.show())}
          <sx-link .state=${this.feed} .keeping=${this.session.vault.keeping} .failing=${this.session.vault.failing} .open=${this.#open().length} .waiting=${this.session.outbox.items.length} @sx-retry=${() => this.session.wake()}></sx-link>
          <sx-comms-check .feed=${this.feed} .outbox=${this.session.outbox.items} @sx-confirm=${() => void this.session.confirm().then(() => this.#told.say(t.comms.confirmed))}></sx-comms-check>
          ${this.#told.notice()}<sx-new-version .busy=${this.#sheet.draft !== null}></sx-new-version>
        </header>
        ${welcome === null ? opening() : !welcome.you.admitted ? this.#waiting() : this.#columns()}
        <sx-keys></sx-keys>
      </div>
      <sx-ask-no-duff .live=${this.feed.link.status === 'live'} .calling=${this.session.outbox.callOfNoDuff()?.act.reason ?? null} .refusal=${this.noDuffRefusal}
        @sx-call-no-duff=${(e: CustomEvent<string>) => { this.noDuffRefusal = null; void this.session.callNoDuff(e.detail); }}
        @sx-withdraw-no-duff=${() => void this.session.withdraw(this.session.outbox.callOfNoDuff()?.act.clientId ?? '')}></sx-ask-no-duff>`;
  }

  #stopSaid(): string {
    return isDrill(this.feed) ? t.noDuff.announceDrill : t.noDuff.announce(viewOf(this.feed).noDuff?.body.reason ?? '');
  }

  #waiting() {
    return html`<main class="column" id="main" tabindex="-1" @sx-keys=${() => this.keys.show()}>${awaitingAdmission(this.feed)}${this.#me()}</main>`;
  }

  #me() {
    return html`<sx-me .feed=${this.feed} .rejoinCode=${this.rejoinCode} .joinCode=${this.joinCode} .keeping=${this.session.vault.keeping} .unsent=${this.session.unsent} .others=${this.others} .leaveFault=${this.leaveFault} .handing=${this.session.handing}
      @sx-ask-colleagues=${() => this.session.askColleagues()} @sx-hand-over=${(e: CustomEvent<string>) => void this.session.handOver(e.detail)}></sx-me>`;
  }

  #columns() {
    const { draft } = this.#sheet;
    const modal = draft !== null && !this.#room.wide;
    const side = this.tab === 'feed' ? 'decisions' : this.tab;
    return html`<main class="columns" id="main" ?inert=${modal} @sx-acknowledge=${this.#acknowledge} @sx-decide=${(e: CustomEvent<{ seq: number }>) => this.#decide(e.detail.seq)}
        @sx-reply=${(e: CustomEvent<{ seq: number }>) => this.#reply(e.detail.seq)} @sx-send=${(e: CustomEvent<SendMessage>) => void this.session.send(e.detail)}
        @sx-show-decision=${(e: CustomEvent<{ seq: number }>) => this.#showDecision(e.detail.seq)} @sx-show-inject=${(e: CustomEvent<number>) => this.#showInject(e.detail)}
        @sx-toggle-decision=${(e: CustomEvent<number>) => this.#toggle(e.detail)} @sx-open-draft=${(e: CustomEvent<Draft>) => this.#write(e.detail)}
        @sx-stand-by=${(e: CustomEvent<number>) => void this.session.standBy(e.detail)} @sx-dispute=${(e: CustomEvent<{ decision: number; reason: string }>) => void this.session.dispute(e.detail.decision, e.detail.reason)}
        @sx-remove=${(e: CustomEvent<string>) => void this.session.withdraw(e.detail)} @sx-retry=${() => this.session.wake()} @sx-keys=${() => this.keys.show()}>
        ${this.#room.wide || this.tab === 'feed' ? html`<section class="column" id="feed" tabindex="-1" aria-label=${t.feed.heading}>${this.#feed()}</section>` : nothing}
        ${this.#room.wide && draft !== null ? html`<div class="side">${this.#writing(draft)}</div>` : nothing}
        ${(this.#room.wide && draft === null) || (!this.#room.wide && this.tab !== 'feed') ? html`<section class="${this.#room.wide ? 'side' : 'column'}" id="side" aria-labelledby="side-heading">${this.#room.wide ? this.#tabs() : nothing}<div class="side-body">${this.#side(side)}</div></section>` : nothing}
      </main>
      ${this.#room.wide ? nothing : html`${this.#dock()}${this.#tabs(modal)}`}
      ${modal ? html`<div class="over">${this.#writing(draft)}</div>` : nothing}`;
  }

  #feed() {
    const planned = this.feed.conduct === 'planned';
    return html`<h2 class="vh">${t.feed.heading}</h2>${this.#hotDebrief()}
      <sx-discussion .session=${this.session} .feed=${this.feed} .drafts=${this.session.answers.all} .outbox=${this.session.outbox.items}></sx-discussion>
      <sx-asked .feed=${this.feed} .sending=${this.#sending()}></sx-asked>
      <sx-outbox .feed=${this.feed} .outbox=${this.session.outbox.items} .returned=${this.session.drafts.returned}></sx-outbox>
      ${planned ? beforeStartex(this.feed) : html`<sx-feed .feed=${this.feed} .outbox=${this.session.outbox.items} .drafted=${this.session.drafts.answers} .refusals=${this.refusals} .arrivals=${this.arrivals} .quiet=${this.#sheet.draft !== null}></sx-feed>`}
      ${this.#room.wide ? this.#dock() : nothing}`;
  }

  /** Drawn with a copy of what it keeps: each change makes a new one. */
  #hotDebrief() {
    const { hotDebrief, vault } = this.session;
    if (this.feed.conduct !== 'closing' && this.feed.conduct !== 'sealed') return nothing;
    return html`<sx-hot-debrief .debrief=${hotDebrief} .standing=${hotDebrief.standing} .kept=${hotDebrief.kept} .live=${this.feed.link.status === 'live'} .keeping=${vault.keeping}></sx-hot-debrief>`;
  }

  #side(tab: Tab) {
    const headed = (heading: string, body: unknown) => html`<h2 id="side-heading" tabindex="-1">${heading}</h2>${body}`;
    switch (tab) {
      case 'feed': case 'decisions': return headed(t.decisions.heading, html`<sx-decisions .feed=${this.feed} .drafts=${this.session.drafts.all} .opened=${this.opened} .sending=${this.#sending()}></sx-decisions>`);
      case 'actions': return headed(t.actions.heading, html`<sx-actions .feed=${this.feed}></sx-actions>`);
      case 'messages': return headed(t.messages.heading, html`<sx-messages .feed=${this.feed} .outbox=${this.session.outbox.items} .desk=${this.#desk} .draft=${this.#desk.draft} .readUpTo=${this.#desk.readUpTo}></sx-messages>`);
      case 'me': return headed(t.me.heading, this.#me());
    }
  }

  /** The button for a decision that answers no inject; filled only when nothing else is. */
  #dock() {
    const { conduct } = this.feed;
    if (this.#sheet.draft !== null || conduct === 'planned' || conduct === 'sealed' || this.tab === 'me' || this.tab === 'actions' || (this.tab === 'messages' && !this.#room.wide)) return nothing;
    const open = this.#open().length > 0;
    if (open && this.tab === 'feed' && !this.#room.wide) return nothing;
    return html`<div class="dock"><button class="btn big ${open ? '' : 'p'}" @click=${() => this.#decide(null)}>${icon('plus')}${t.inject.decide}</button></div>`;
  }

  #tabs(inert = false) {
    return tabs(this.tab, this.#room.wide, this.#open().length, this.tab === 'messages' ? 0 : unread(viewOf(this.feed).messages, this.#desk.readUpTo), inert, (tab) => this.#go(tab));
  }

  #writing(draft: Draft) {
    return html`<sx-decision-sheet .session=${this.session} .feed=${this.feed} .opened=${draft} @sx-draft=${(e: CustomEvent<Draft>) => this.#sheet.typed(e.detail)} @sx-close=${this.#sheet.close} @sx-logged=${this.#logged}></sx-decision-sheet>`;
  }

  // What the person does.

  readonly #acknowledge = (event: CustomEvent<{ entry: InjectEntry }>): void => {
    feedMoved();
    this.#told.clear();
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
    this.#write(this.session.drafts.answering(inReplyTo) ?? newDraft(newId(), inReplyTo));
  }

  #write(draft: Draft): void {
    this.#told.clear();
    this.#sheet.show(draft);
  }

  readonly #logged = (event: CustomEvent<Outcome>): void => {
    this.#sheet.close();
    const outcome = event.detail;
    if (outcome.kind === 'logged') this.logged(outcome.seq);
    else if (this.feed.conduct === 'stopped') this.#told.tell(t.decide.keptStopped);
    else if (this.feed.link.status === 'live') this.#told.tell(t.decide.keptSlow);
    else this.#told.say(t.decide.keptOffline);
  };

  #compose(change: Partial<MessageDraft>): void {
    const kept = this.#desk.draft;
    this.#sheet.close();
    this.#desk.write(kept === null || kept.text.trim() === '' ? newMessage(newId(), change) : { ...kept, inReplyTo: null, thread: null, inject: null, ...change, ...(change.inject === undefined ? {} : { to: 'control', cell: null }) });
    this.tab = 'messages';
    void focusIn(this, '#message-text');
  }

  /** A reply to what an inject said: control reads it. */
  #reply(seq: number): void {
    this.#compose({ inject: seq });
  }

  #go(tab: Tab): void {
    if (this.tab === 'messages' && tab !== 'messages') this.#desk.read(viewOf(this.feed).messages);
    this.tab = tab;
    this.#told.clear();
    void focusIn(this, tab === 'feed' ? '#feed' : '#side-heading');
    if (!this.#room.wide) scrollTo({ top: 0 });
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
    if (!this.#room.wide) this.tab = 'feed';
    void focusIn(this, '#feed, #main');
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (this.feed.conduct === 'stopped' || this.feed.welcome?.you.admitted !== true || this.querySelector('dialog[open]') !== null) return;
    const asked = keyAct(event, this.#sheet.draft !== null && !this.#room.wide);
    if (asked === null) return;
    event.preventDefault();
    switch (asked.act) {
      case 'close': return this.#sheet.close();
      case 'keys': return this.keys.show();
      case 'go': return this.#go(asked.tab);
      case 'decide': return ['planned', 'sealed'].includes(this.feed.conduct) ? undefined : this.#decide(null);
      case 'write': return ['planned', 'closing', 'sealed'].includes(this.feed.conduct) ? undefined : this.#compose({});
      case 'newest':
        this.tab = 'feed';
        void this.#reveal('article.un .btn.big');
    }
  };

  #sending(): ReadonlySet<number> {
    return new Set(this.session.outbox.items.flatMap(({ act }) => (act.type === 'standBy' || act.type === 'dispute' ? [act.decision] : [])));
  }

  #open(): InjectEntry[] {
    return this.feed.conduct === 'sealed' ? [] : viewOf(this.feed).injects.filter((i) => !standingOf(this.feed, i).done && this.session.outbox.acknowledging(i.seq) === undefined);
  }
}
