import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ICONS } from './icons';
import { LANES_STYLE } from './lanes-style';
import { elapsed, storyTime, watch } from './reading';

/** One mark on a lane: an inject for a cell. */
export interface Mark {
  lane: string;
  number: string;
  title: string;
  /** Exercise time in microseconds: when it was sent, or is due. */
  at: number;
  /** pending, due, held, skipped, delivered, seen, ack or late. */
  state: string;
  sent: boolean;
  /** For what is late: since when, in microseconds. */
  late: number;
}

export interface Board {
  lanes: { code: string; title: string }[];
  phases: { title: string; from: number }[];
  marks: Mark[];
  /** The story's time of day at STARTEX, in seconds. */
  start: number;
  /** Length of the exercise, in microseconds. */
  length: number;
  /** Whether there is a now. */
  live: boolean;
}

interface Words {
  title: string;
  earlier: string;
  later: string;
  now: string;
  whole: string;
  mark: string;
}

const MINUTE = 60e6;
const SPAN = 75 * MINUTE;
/** Minutes between two times on the axis, and the least pixels between them. */
const STEPS = [5, 10, 15, 20, 30, 60, 120, 240];
const APART = 48;


/**
 * Lanes by cell over exercise time with the now-line. Marks of what was sent end at their time, marks of what is to come begin at it,
 * so that nothing covers the line. The list beside it holds the same for keyboard and screen reader; here marks can be picked by pointer.
 *
 * @element sx-lanes
 * @fires sx-pick - detail.number: the inject that was picked
 */
@customElement('sx-lanes')
export class SxLanes extends LitElement {
  static override styles = LANES_STYLE;

  @property({ attribute: false }) board?: Board;
  @property({ attribute: false }) words: Words = { title: '', earlier: '', later: '', now: '', whole: '', mark: '{0} {1} {2}' };
  /** The number of the inject that is open beside. */
  @property() selected = '';
  /** Whether only the head is shown. */
  @property({ type: Boolean }) folded = false;
  /** Where the window was put by hand, in microseconds; undefined follows now. */
  @state() private put?: number;
  @state() private wide = 0;
  @state() private whole = false;

  private anchor = 0;
  private stop?: () => void;
  private readonly size = new ResizeObserver(() => {
    this.wide = this.shadowRoot?.querySelector('.axis .track')?.clientWidth ?? 0;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.size.observe(this);
    this.stop = watch(() => this.tick());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.size.disconnect();
    this.stop?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('board') as Board | undefined;
    if (changed.has('board') && this.board && this.board.live !== before?.live) {
      this.whole = !this.board.live;
      this.anchor = 0;
    }
  }

  /** Moves the line by whole pixels; the window is drawn again only when the line leaves its middle. */
  private tick(): void {
    const board = this.board;
    const line = this.shadowRoot?.querySelector<HTMLElement>('.line');
    if (!board?.live) {
      return;
    }
    const now = elapsed();
    if (this.follows() && Math.abs(this.wanted(now) - this.anchor) > SPAN * 0.12) {
      this.requestUpdate();
    } else if (line) {
      this.style.setProperty('--now', `${this.pixel(now)}px`);
    }
  }

  /** Where the window begins when it follows now: with as much of what was as of what comes, but not longer before STARTEX than two marks need. */
  private wanted(now: number): number {
    return Math.max(now - SPAN * 0.44, -SPAN * Math.min(0.3, 72 / Math.max(this.wide, 80)));
  }

  private follows(): boolean {
    return this.put === undefined && !this.whole;
  }

  private span(): number {
    return this.whole ? (this.board?.length ?? SPAN) * 1.06 + this.lead() : SPAN;
  }

  /** Room before STARTEX for the marks of what was sent then: they stand to the left of their time. */
  private lead(): number {
    return (this.board?.length ?? 0) * Math.max(0.01, 40 / Math.max(this.wide, 80));
  }

  private from(): number {
    if (this.whole) {
      return -this.lead();
    }
    if (this.put !== undefined) {
      return this.put;
    }
    const start = this.wanted(elapsed());
    if (this.anchor === 0 || Math.abs(start - this.anchor) > SPAN * 0.12) {
      this.anchor = start;
    }
    return this.anchor;
  }

  private percent(micros: number, from: number): number {
    return ((micros - from) / this.span()) * 100;
  }

  private pixel(micros: number): number {
    return Math.round(((micros - this.origin) / this.span()) * this.wide);
  }

  private origin = 0;

  private shift(by: number): void {
    this.put = (this.put ?? this.origin) + by * SPAN * 0.5;
    this.whole = false;
  }

  private pick(number: string): void {
    this.dispatchEvent(new CustomEvent('sx-pick', { detail: { number }, bubbles: true }));
  }

  override render() {
    const board = this.board;
    if (!board) {
      return nothing;
    }
    const from = this.from();
    this.origin = from;
    const to = from + this.span();
    this.style.setProperty('--now', `${this.pixel(elapsed())}px`);
    const step = this.step(board);
    const offset = (board.start % (step / 1e6)) * 1e6;
    const ticks: number[] = [];
    for (let t = Math.ceil((from + offset) / step) * step - offset; t <= to; t += step) {
      ticks.push(t);
    }
    return html`
      <div class="head">
        <slot name="first"><h2>${this.words.title}</h2></slot>
        <span class="spring"></span>
        <slot name="second"></slot>
        ${this.folded ? nothing : html`<span class="window">
        <button class="now" aria-pressed=${this.whole} @click=${() => { this.whole = !this.whole; this.put = undefined; }}>${this.words.whole}</button>
        <button aria-label=${this.words.earlier} title=${this.words.earlier} @click=${() => this.shift(-1)}><svg viewBox="0 0 16 16" aria-hidden="true">${ICONS['left']}</svg></button>
        ${board.live ? html`<button class="now" @click=${() => { this.put = undefined; this.whole = false; this.anchor = 0; }}>${this.words.now}</button>` : nothing}
        <button aria-label=${this.words.later} title=${this.words.later} @click=${() => this.shift(1)}><svg viewBox="0 0 16 16" aria-hidden="true">${ICONS['right']}</svg></button></span>`}
      </div>
      ${this.folded ? nothing : this.lanes(board, ticks, from, to)}
    `;
  }

  private lanes(board: Board, ticks: number[], from: number, to: number) {
    return html`
      <div class="lanes">
        <div class="phases">${board.phases.map((p, i) => this.phase(p, board.phases[i + 1]?.from ?? board.length, from, to))}</div>
        ${board.lanes.map((lane) => html`<div class="lane"><span class="name" title=${lane.title}>${lane.title}</span><div class="track">${this.marks(board, lane.code, from, to)}</div></div>`)}
        <div class="axis"><span class="name"></span><div class="track">${ticks.map((t) => html`<span style="left:${this.percent(t, from)}%">${storyTime(t, board.start).slice(0, 5)}</span>`)}</div></div>
        <div class="over">
          ${ticks.map((t) => html`<span class="tick" style="left:${this.percent(t, from)}%"></span>`)}
          ${board.live ? html`<span class="line"></span>` : nothing}
        </div>
      </div>
    `;
  }

  /** Between two times on the axis: as short as their words leave room for. */
  private step(board: Board): number {
    const wanted = this.whole ? (board.length > 150 * MINUTE ? 30 : board.length > 45 * MINUTE ? 15 : 5) : 10;
    const room = this.wide / this.span();
    return (STEPS.find((step) => step >= wanted && (this.wide === 0 || step * MINUTE * room >= APART)) ?? 240) * MINUTE;
  }

  private phase(phase: { title: string; from: number }, end: number, from: number, to: number) {
    if (end <= from || phase.from >= to) {
      return nothing;
    }
    const left = Math.max(0, this.percent(phase.from, from));
    const right = Math.min(100, this.percent(end, from));
    return html`<span class="phase" style="left:${left}%;width:${right - left}%" title=${phase.title}>${phase.title}</span>`;
  }

  /** Marks of one lane; one that would cover its neighbour is set beside it. What was held or left out beyond its time ends there as well, so that it covers nothing that was sent. */
  private marks(board: Board, lane: string, from: number, to: number) {
    const scale = this.wide / this.span();
    const mine = board.marks.filter((m) => m.lane === lane && m.at >= from - MINUTE && m.at <= to + MINUTE).sort((a, b) => a.at - b.at);
    const width = (m: Mark): number => 22 + m.number.length * 8;
    const now = elapsed();
    const past = (m: Mark): boolean => m.sent || (board.live && m.at < now);
    const place = new Map<Mark, number>();
    let edge = -Infinity;
    for (const m of mine.filter((x) => !past(x))) {
      const x = Math.max((m.at - from) * scale, edge);
      place.set(m, x);
      edge = x + width(m);
    }
    edge = Infinity;
    for (const m of mine.filter(past).reverse()) {
      const x = Math.min((m.at - from) * scale, edge);
      place.set(m, x);
      edge = x - width(m);
    }
    return mine.map((m) => {
      const x = place.get(m) ?? 0;
      const label = this.words.mark.replace('{0}', m.number).replace('{1}', m.title).replace('{2}', storyTime(m.at, board.start).slice(0, 5));
      return html`${m.state === 'late' && board.live ? html`<span class="late-run" style="--from:${Math.max(x, Math.round((m.late - from) * scale))}px"></span>` : nothing}
        <button tabindex="-1" class="mark ${m.state} ${past(m) ? 'sent' : ''} ${m.number === this.selected ? 'on' : ''}" style="left:${x}px" title=${label} aria-label=${label} @click=${() => this.pick(m.number)}>
          <svg viewBox="0 0 16 16" aria-hidden="true">${ICONS[m.state]}</svg><i>${m.number}</i>
        </button>`;
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sx-lanes': SxLanes;
  }
}
