const LEAST = 430;

/**
 * Whether there is room for a head that stays. On a phone on its side, behind a keyboard, or with much enlarged text the head would
 * fill the screen; then it scrolls with the page. Also tells the style sheet how high the head is.
 */
export class Room {
  readonly #observer = new ResizeObserver(() => this.#measure());
  #tight = false;

  constructor(private readonly host: HTMLElement, private readonly changed: (tight: boolean) => void) {}

  watch(): void {
    for (const part of ['.tape', '.hd', 'sx-link']) this.#observer.observe(this.host.querySelector(part) as Element);
    this.#observer.observe(document.documentElement);
    addEventListener('resize', this.#measure);
  }

  stop(): void {
    this.#observer.disconnect();
    removeEventListener('resize', this.#measure);
  }

  readonly #measure = (): void => {
    const height = (part: string): number => this.host.querySelector<HTMLElement>(part)?.offsetHeight ?? 0;
    const head = height('.tape') + height('.hd');
    if (head === 0) return;
    const tight = head > innerHeight / 4 || innerHeight < LEAST;
    this.host.style.setProperty('--sx-top', `${tight ? 0 : height('.top')}px`);
    if (tight !== this.#tight) {
      this.#tight = tight;
      this.changed(tight);
    }
  };
}
