import { LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { duration, elapsed, realTime, watch } from './reading';

/**
 * Time until or since a moment of exercise time, drawn in the browser: `2:36` in exercise time, the given word within a second of it.
 * It draws into the page itself, so that it takes the style of the text around it.
 *
 * @element sx-countdown
 */
@customElement('sx-countdown')
export class SxCountdown extends LitElement {
  /** The moment, in microseconds of exercise time. */
  @property({ type: Number }) due = 0;
  /** Or a moment of real time, in milliseconds since 1970; then the time since it is shown. */
  @property({ type: Number }) since = 0;
  /** What to say within a second of the moment. */
  @property() now = '';
  /** The words around the time, with `{0}` in its place. */
  @property() pattern = '{0}';

  private stop?: () => void;
  private text = '';

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

  private draw(): void {
    const distance = this.since > 0 ? (realTime().getTime() - this.since) * 1000 : this.due - elapsed();
    const near = this.since === 0 && distance < 1e6;
    const text = near ? this.now : this.pattern.replace('{0}', duration(distance));
    if (text !== this.text || this.textContent !== text) {
      this.text = text;
      this.textContent = text;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sx-countdown': SxCountdown;
  }
}
