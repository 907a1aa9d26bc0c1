import type { LitElement, ReactiveController } from 'lit';

const WIDE = matchMedia('(min-width: 60rem)');
const LEAST = 430;

/**
 * How much room there is: `wide` for two columns, or so little that the head cannot stay (`tight`). On a phone on its side, behind a
 * keyboard, or with much enlarged text the head would fill the screen; then it scrolls with the page. Also tells the style sheet how
 * high the head is.
 */
export class Room implements ReactiveController {
  wide = WIDE.matches;
  tight = false;
  readonly #observer = new ResizeObserver(() => this.#measure());
  #watched = false;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {
    WIDE.addEventListener('change', this.#measure);
    addEventListener('resize', this.#measure);
  }

  hostUpdated(): void {
    if (this.#watched) return;
    this.#watched = true;
    for (const part of ['.tape', '.hd', 'sx-link']) this.#observer.observe(this.host.querySelector(part) as Element);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#watched = false;
    WIDE.removeEventListener('change', this.#measure);
    removeEventListener('resize', this.#measure);
  }

  readonly #measure = (): void => {
    const height = (part: string): number => this.host.querySelector<HTMLElement>(part)?.offsetHeight ?? 0;
    const head = height('.tape') + height('.hd');
    if (head === 0) return; // Nothing is shown but the red screen.
    const wide = WIDE.matches;
    const tight = !wide && (head > innerHeight / 4 || innerHeight < LEAST);
    this.host.style.setProperty('--sx-top', `${tight ? 0 : height('.top')}px`);
    if (wide === this.wide && tight === this.tight) return;
    this.wide = wide;
    this.tight = tight;
    this.host.requestUpdate();
  };
}
