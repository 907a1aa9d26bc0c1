import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { EverySecond, SxElement } from './element.ts';
import { channelIcon, icon } from './icons.ts';
import { t } from './messages.en.ts';
import type { Waiting } from './outbox.ts';
import { empty } from './parts.ts';
import type { InjectEntry } from './protocol.ts';
import { standingOf, viewOf, type State } from './store.ts';
import { feedMoved, type SxInject } from './sx-inject.ts';

const TOUCHED_MILLIS = 4000;

/**
 * The feed: what must be acknowledged on top, framed, newest first; what was handled below. What arrives never moves what a person is
 * reading or about to press: it is put above, and a button says that it is there.
 */
@customElement('sx-feed')
export class SxFeed extends SxElement {
  @property({ attribute: false }) feed!: State;
  @property({ attribute: false }) outbox: readonly Waiting[] = [];
  @property({ attribute: false }) drafted: ReadonlySet<number> = new Set();
  @property({ attribute: false }) refusals: ReadonlyMap<number, string> = new Map();
  @property({ attribute: false }) arrivals: ReadonlySet<number> = new Set();
  /** Something else holds the filled button. */
  @property({ type: Boolean }) quiet = false;
  @state() private channel: string | null = null;
  @state() private above: readonly number[] = [];
  private readonly beat = new EverySecond(this);
  #known: number[] = [];
  #touched = -Infinity;
  #anchor: { element: Element; top: number } | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    for (const type of ['pointermove', 'pointerdown', 'wheel', 'touchmove', 'focusin']) this.addEventListener(type, this.#touch, { passive: true });
  }

  readonly #touch = (): void => {
    this.#touched = performance.now();
  };

  protected override willUpdate(): void {
    const seqs = viewOf(this.feed).injects.map((i) => i.seq);
    const fresh = seqs.filter((seq) => !this.#known.includes(seq));
    const held = this.#scroller.scrollTop > 24 || performance.now() - this.#touched < TOUCHED_MILLIS;
    if (fresh.length > 0 && this.#known.length > 0) {
      feedMoved();
      const top = this.#edge;
      const element = [...this.querySelectorAll('article')].find((a) => a.getBoundingClientRect().bottom > top + 8);
      if (held && element !== undefined) {
        this.#anchor = { element, top: element.getBoundingClientRect().top };
        this.above = [...fresh, ...this.above];
      }
    }
    this.#known = seqs;
  }

  protected override async updated(): Promise<void> {
    const anchor = this.#anchor;
    if (anchor !== null) {
      this.#anchor = null;
      await Promise.all([...this.querySelectorAll('sx-inject')].map((card) => (card as SxInject).updateComplete));
      if (anchor.element.isConnected) this.#scroller.scrollTop += anchor.element.getBoundingClientRect().top - anchor.top;
    }
    if (this.above.length === 0) return;
    const hidden = this.above.filter((seq) => (this.querySelector(`article[data-seq="${seq}"]`)?.getBoundingClientRect().top ?? Infinity) < this.#edge - 4);
    if (hidden.length !== this.above.length) this.above = hidden;
  }

  protected override render() {
    void this.beat;
    const { injects } = viewOf(this.feed);
    const channels = [...new Set(injects.map((i) => i.body.channel))];
    const shown = this.channel === null || !channels.includes(this.channel) ? injects : injects.filter((i) => i.body.channel === this.channel);
    const open = shown.filter((i) => this.#isOpen(i));
    const handled = shown.filter((i) => !open.includes(i));
    const offline = this.feed.link.status !== 'live';
    return html`
      ${this.above.length === 0 ? nothing : html`<div class="above"><button class="pill" @click=${this.#showAbove}>${icon('up')}${t.feed.newAbove(this.above.length)}</button></div>`}
      ${channels.length < 2 ? nothing : this.#filters(channels)}
      ${injects.length === 0 ? empty(t.feed.emptyHeading, t.feed.empty(this.feed.welcome?.you.cell?.title ?? '')) : nothing}
      ${open.length > 0 && handled.length > 0 ? html`<h2 class="day vh">${t.feed.newest}</h2>` : nothing}
      ${this.#cards(open, true)}
      ${handled.length === 0 ? nothing : html`<h2 class="day">${offline ? t.feed.onPhone : t.feed.earlier}</h2>`}
      ${this.#cards(handled, false)}`;
  }

  #cards(injects: readonly InjectEntry[], open: boolean) {
    return repeat(injects, (i) => i.seq, (i, index) => html`<sx-inject .entry=${i} .feed=${this.feed} .waiting=${this.outbox.find((w) => w.act.type === 'acknowledge' && w.act.inject === i.seq)}
      .hasDraft=${this.drafted.has(i.seq)} .first=${open && index === 0 && !this.quiet} .now=${open ? Math.floor(Date.now() / 1000) * 1000 : 0} .arrived=${this.arrivals.has(i.seq)} .refusal=${this.refusals.get(i.seq) ?? null}></sx-inject>`);
  }

  #filters(channels: readonly string[]) {
    const one = (channel: string | null, label: unknown, count: number) =>
      html`<button class="pk" aria-pressed=${this.channel === channel} @click=${() => { this.channel = channel; feedMoved(); }}>${label} <span class="count">${count}</span></button>`;
    const { injects } = viewOf(this.feed);
    return html`<div class="filters" role="group" aria-label=${t.feed.filter}>
      ${one(null, t.feed.all, injects.length)}
      ${channels.map((c) => one(c, html`${channelIcon(c)}${t.channels[c] ?? t.channels['other']}`, injects.filter((i) => i.body.channel === c).length))}
    </div>`;
  }

  #isOpen(inject: InjectEntry): boolean {
    return this.feed.conduct !== 'sealed' && !standingOf(this.feed, inject).done && !this.outbox.some((w) => w.act.type === 'acknowledge' && w.act.inject === inject.seq);
  }

  readonly #showAbove = (): void => {
    this.channel = null;
    this.above = [];
    this.#scroller.scrollTo({ top: 0 });
    this.querySelector<HTMLElement>('article.un h3')?.focus({ preventScroll: true });
  };

  /** What scrolls: the column on a wide screen, else the page. */
  get #scroller(): Element {
    const column = this.closest('.column');
    return column !== null && getComputedStyle(column).overflowY === 'auto' ? column : (document.scrollingElement ?? document.documentElement);
  }

  /** Where the visible part of the feed begins. */
  get #edge(): number {
    return document.querySelector('.top')?.getBoundingClientRect().bottom ?? 0;
  }
}
