import { LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { duration, elapsed, reading, realTime, storyTime, wallTime, watch } from './reading';

/** Text that changes with time. It draws into the page itself, so that it takes the style of the text around it. */
abstract class TimedText extends LitElement {
  private stop?: () => void;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = watch(() => this.draw());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  protected override updated(): void {
    this.draw();
  }

  /** What to show now. */
  protected abstract words(): string;

  private draw(): void {
    const text = this.words();
    if (text !== this.textContent) {
      this.textContent = text;
    }
  }
}

/**
 * Time until or since a moment of exercise time, drawn in the browser: `2:36` in exercise time, the given word within a second of it.
 *
 * @element sx-countdown
 */
@customElement('sx-countdown')
export class SxCountdown extends TimedText {
  /** The moment, in microseconds of exercise time. */
  @property({ type: Number }) due = 0;
  /** Or a moment of real time, in milliseconds since 1970; then the time since it is shown. */
  @property({ type: Number }) since = 0;
  /** With `since`: show the moment itself, as the reader's time of day. */
  @property({ type: Boolean }) clock = false;
  /** Or a moment of real time to come, in milliseconds since 1970; then the time until it is shown, and from it on the given word. */
  @property({ type: Number }) until = 0;
  /** Whether the moment lies behind, and the time since it is shown. */
  @property({ type: Boolean }) past = false;
  /** What to say within a second of the moment. */
  @property() now = '';
  /** The words around the time, with `{0}` in its place. */
  @property() pattern = '{0}';

  protected words(): string {
    if (this.until > 0) {
      const left = this.until - realTime().getTime();
      return left <= 0 ? this.now : this.pattern.replace('{0}', duration((left + 999) * 1000));
    }
    if (this.since > 0 && this.clock) {
      return wallTime(new Date(this.since));
    }
    if (this.since > 0) {
      return this.pattern.replace('{0}', duration(Math.max(0, realTime().getTime() - this.since) * 1000));
    }
    const distance = this.past ? elapsed() - this.due : this.due - elapsed();
    return distance < 1e6 && !this.past ? this.now : this.pattern.replace('{0}', duration(Math.max(0, distance)));
  }
}

/**
 * Exercise time now, as the story's time of day, in the text around it.
 *
 * @element sx-now
 */
@customElement('sx-now')
export class SxNow extends TimedText {
  /** The words around the time, with `{0}` in its place. */
  @property() pattern = '{0}';

  protected words(): string {
    return this.pattern.replace('{0}', storyTime(elapsed(), reading()?.start ?? 0));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sx-countdown': SxCountdown;
    'sx-now': SxNow;
  }
}
