import { html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { focusIn, SxElement } from './element.ts';
import { icon } from './icons.ts';
import { renew } from './installed.ts';
import { addressOf, JoinApi, JoinFailed, readAddress, readLink, type Joined, type Membership } from './join.ts';
import { t } from './messages.en.ts';
import { codes, tape } from './parts.ts';
import { opening } from './screens.ts';
import { Session, type Listener } from './session.ts';
import { browser } from './socket.ts';
import { unlockSound } from './sound.ts';
import type { Ending } from './store.ts';
import type { SxExercise } from './sx-exercise.ts';
import { openVault, type Vault } from './vault.ts';

type Screen = 'opening' | 'join' | 'choice' | 'code' | 'exercise' | 'ejected' | 'version';
/** What this phone remembers of a joining: the codes for coming back, and whether the person has written them down. */
interface Kept { code: string; rejoinCode: string; noted: boolean }

/** The player's page: which exercise, joining it, and playing. The address says what is open, so that a reload comes back to it. */
@customElement('sx-player')
export class SxPlayer extends SxElement {
  @state() private screen: Screen = 'opening';
  @state() private memberships: readonly Membership[] = [];
  @state() private session: Session | null = null;
  @state() private kept: Kept | null = null;
  @state() private leaveFault: string | null = null;
  @state() private unsent = 0;
  @state() private why: string | null = null;
  @query('sx-exercise') private play!: SxExercise | null;
  readonly #api = new JoinApi();
  #vault!: Vault;
  #code = '';
  #rejoining = false;
  #refreshed = false;
  #whyMore: string = t.ended.tokenDo;

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = t.page.joinTitle;
    for (const type of ['pointerdown', 'keydown']) addEventListener(type, unlockSound, { capture: true });
    addEventListener('online', this.#wake);
    addEventListener('pageshow', this.#wake);
    document.addEventListener('visibilitychange', this.#wake);
    addEventListener('beforeunload', this.#warn);
    void this.#open();
  }

  readonly #wake = (): void => {
    if (document.visibilityState === 'visible') this.session?.wake();
  };

  /** Where nothing can be kept, leaving would lose what has not been sent. */
  readonly #warn = (event: BeforeUnloadEvent): void => {
    const session = this.session;
    if (session !== null && (session.vault.keeping === 'memory' || session.vault.failing) && session.unsent > 0) event.preventDefault();
  };

  async #open(): Promise<void> {
    this.#vault = await openVault();
    const link = readLink(location.pathname, location.hash);
    if (link !== null && (await this.#useLink(link))) return;
    const { code, exercise } = readAddress(location.pathname);
    if (exercise !== null) {
      await this.#enter(exercise);
      void this.#recall();
      return;
    }
    const known = await this.#recall();
    this.#code = code ?? '';
    const [only, ...more] = this.memberships;
    const last = known || code !== null || this.why !== null ? undefined : await this.#vault.get<string>('last');
    if (last !== undefined) await this.#enter(last);
    else if (code !== null || only === undefined || this.why !== null) this.screen = 'join';
    else if (more.length === 0) await this.#enter(only.exercise);
    else this.screen = 'choice';
  }

  /** Joins by a personal link. A refusal is told above the join code; where asking again helps, the address keeps the link for a reload. */
  async #useLink(link: string): Promise<boolean> {
    try {
      const joined = await this.#api.useLink(link);
      await this.#remembered(joined, joined.code ?? '');
      return true;
    } catch (failed) {
      if (!(failed instanceof JoinFailed)) throw failed;
      const again = failed.reason === 'offline' || failed.retryAfterSeconds !== null;
      if (!again) history.replaceState(null, '', '/play');
      this.why = failed.message !== '' ? failed.message : t.join.offline;
      this.#whyMore = again ? t.join.linkAgain : t.join.linkElse;
      return false;
    }
  }

  /** Which exercises this browser is in; without a network, those that it remembers. */
  async #recall(): Promise<boolean> {
    try {
      this.memberships = await this.#api.mine();
      return true;
    } catch (failed) {
      if (!(failed instanceof JoinFailed)) throw failed;
      return false;
    }
  }

  async #enter(exercise: string): Promise<void> {
    this.session?.stop();
    this.kept = (await this.#vault.get<Kept>(`${exercise}/me`)) ?? null;
    const url = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws/feed?gathered=true&exercise=${encodeURIComponent(exercise)}`;
    const listener: Listener = {
      changed: () => this.#changed(),
      arrived: (injects) => this.play?.arrived(injects),
      logged: (seq) => this.play?.logged(seq),
      cameBack: (draft) => this.play?.cameBack(draft),
      refused: (act, message) => this.play?.refused(act, message),
      moved: (cell) => this.play?.moved(cell),
      roleChanged: (before, now) => this.play?.roleChanged(before, now),
      amended: (amendment) => this.play?.amended(amendment),
      asked: (decision) => this.play?.asked(decision),
      wrote: (message) => this.play?.wrote(message),
      jumped: (jump) => this.play?.jumped(jump),
      discussed: (entry) => this.play?.discussed(entry),
      answerSaved: (act) => this.play?.answerSaved(act),
      answered: () => this.play?.answered(),
      commsChecked: () => this.play?.commsChecked(),
      doubtful: () => void this.#doubt(exercise),
    };
    this.session = await Session.open(exercise, url, this.#vault, browser, listener);
    void this.#vault.put('last', exercise);
    history.replaceState(null, '', addressOf(exercise));
    this.screen = this.kept !== null && !this.kept.noted ? 'code' : 'exercise';
    this.session.start();
  }

  #changed(): void {
    const link = this.session?.state.link;
    this.play?.changed();
    if (link?.status === 'live') this.#refreshed = false;
    if (link?.status === 'ended') void this.#ended(link.why);
  }

  async #ended(why: Ending): Promise<void> {
    const exercise = this.session?.exercise;
    // Somebody signed in gets a new token merely by asking which exercises they are in.
    if (why === 'token' && exercise !== undefined && !this.#refreshed) {
      this.#refreshed = true;
      if ((await this.#recall()) && this.memberships.some((m) => m.exercise === exercise)) return this.#enter(exercise);
    }
    this.unsent = this.session?.unsent ?? 0;
    if (why === 'token') {
      this.why = t.ended.token;
      this.#whyMore = t.ended.tokenDo;
      this.#rejoining = this.kept !== null;
      this.#code = this.kept?.code ?? '';
      this.screen = 'join';
    } else this.screen = why === 'ejected' ? 'ejected' : 'version';
    this.session = null;
    if (exercise !== undefined) document.title = t.page.joinTitle;
  }

  /** The connection fails before it is open. If the server answers and no longer knows us here, the token has ended. */
  async #doubt(exercise: string): Promise<void> {
    if ((await this.#recall()) && this.session?.exercise === exercise && !this.memberships.some((m) => m.exercise === exercise)) {
      this.session.stop();
      void this.#ended('token');
    }
  }

  readonly #joined = (event: CustomEvent<Joined & { code: string }>): Promise<void> => this.#remembered(event.detail, event.detail.code);

  async #remembered({ exercise, rejoinCode }: Joined, code: string): Promise<void> {
    this.why = null;
    if (rejoinCode !== null) {
      const known = await this.#vault.get<Kept>(`${exercise}/me`);
      await this.#vault.put(`${exercise}/me`, { code, rejoinCode, noted: known?.rejoinCode === rejoinCode && known.noted } satisfies Kept);
    }
    await this.#enter(exercise);
    void this.#recall();
    void focusIn(this, this.screen === 'code' ? '#code-heading' : 'sx-exercise h1');
  }

  readonly #noted = async (): Promise<void> => {
    if (this.kept !== null && this.session !== null) {
      this.kept = { ...this.kept, noted: true };
      await this.#vault.put(`${this.session.exercise}/me`, this.kept);
    }
    this.screen = 'exercise';
  };

  readonly #leave = async (): Promise<void> => {
    const session = this.session;
    if (session === null) return;
    try {
      await this.#api.leave(session.exercise);
    } catch (failed) {
      if (!(failed instanceof JoinFailed)) throw failed;
      this.leaveFault = t.me.leaveFailed;
      return;
    }
    session.stop();
    await session.forget();
    await this.#vault.remove('last');
    location.assign('/play');
  };

  protected override render() {
    switch (this.screen) {
      case 'opening': return html`<header>${tape('', '', '')}</header>${opening()}`;
      case 'join': return html`<sx-join .api=${this.#api} .code=${this.#code} .first=${this.#rejoining ? 'rejoin' : 'code'} .memberships=${this.memberships} .why=${this.why} .more=${this.why === null ? null : this.#whyMore} .unsent=${this.unsent} @sx-joined=${this.#joined}></sx-join>`;
      case 'choice': return this.#choice();
      case 'code': return this.#rejoinCode();
      case 'exercise': return html`<sx-exercise .session=${this.session} .rejoinCode=${this.kept?.rejoinCode ?? null} .joinCode=${this.kept?.code ?? null} .others=${this.memberships.filter((m) => m.exercise !== this.session?.exercise)} .leaveFault=${this.leaveFault} @sx-leave=${this.#leave}></sx-exercise>`;
      case 'ejected': return this.#end(t.ended.ejected, t.ended.ejectedDo, html`<button class="btn touch wide" @click=${() => location.assign('/play')}>${t.ended.join}</button>`);
      case 'version': return this.#end(t.link.version, t.link.versionDo, html`<button class="btn p big" @click=${() => void renew()}>${t.link.reload}</button>`);
    }
  }

  #choice() {
    return html`<header>${tape('', '', '')}</header><main class="join"><p class="logo">${icon('decision')}${t.product}</p><div class="panel"><h1>${t.choice.heading}</h1><p class="lead">${t.choice.lead}</p>
      <ul class="rows">${this.memberships.map((m) => html`<li><a class="choice" href=${addressOf(m.exercise)}><b>${m.title}</b><span class="m">${t.choice.as(m.name)}</span>${icon('right')}</a></li>`)}</ul>
      <button class="lk block" @click=${() => { this.screen = 'join'; }}>${t.choice.another}</button></div></main>`;
  }

  #rejoinCode() {
    const { code, rejoinCode } = this.kept ?? { code: '', rejoinCode: '' };
    return html`<header>${tape('', '', '')}</header><main class="join"><div class="panel"><h1 id="code-heading" tabindex="-1">${t.rejoinCode.heading}</h1><p class="lead">${t.rejoinCode.lead}</p>
      <div class="code-box">${codes(code, rejoinCode)}</div>
      <p>${t.rejoinCode.secret}</p><button class="btn p big" @click=${this.#noted}>${t.rejoinCode.done}</button><p class="m">${t.rejoinCode.later}</p></div></main>`;
  }

  #end(heading: string, text: string, button: unknown) {
    return html`<header>${tape('', '', '')}</header><main class="join"><div class="panel"><h1>${heading}</h1><p class="lead">${text}</p>${button}</div></main>`;
  }
}
