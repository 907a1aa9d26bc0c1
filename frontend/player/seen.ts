/** Watches what a person has on the screen: half of it (or half of the screen, for what is taller) for half a second. */
const HALF_SECOND = 500;

export class SeenWatch {
  readonly #timers = new Map<Element, ReturnType<typeof setTimeout>>();
  readonly #watched = new Set<Element>();
  readonly #observer: IntersectionObserver;

  constructor(private readonly seen: (seq: number) => void) {
    this.#observer = new IntersectionObserver((changes) => changes.forEach((change) => this.#change(change)), { threshold: [0, 0.1, 0.25, 0.5, 0.75, 1] });
  }

  /** Watches each element with `data-seq` below this root that is not yet watched. */
  watch(root: ParentNode): void {
    for (const element of root.querySelectorAll('[data-seq]')) {
      if (this.#watched.has(element)) continue;
      this.#watched.add(element);
      this.#observer.observe(element);
    }
    for (const element of this.#watched) if (!element.isConnected) this.#forget(element);
  }

  stop(): void {
    this.#observer.disconnect();
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  #change(change: IntersectionObserverEntry): void {
    const element = change.target;
    const shown = change.intersectionRatio >= 0.5 || change.intersectionRect.height >= innerHeight / 2;
    clearTimeout(this.#timers.get(element));
    this.#timers.delete(element);
    if (shown) this.#timers.set(element, setTimeout(() => this.#had(element), HALF_SECOND));
  }

  #had(element: Element): void {
    if (document.visibilityState !== 'visible') {
      document.addEventListener('visibilitychange', () => { this.#observer.unobserve(element); this.#observer.observe(element); }, { once: true });
      return;
    }
    this.seen(Number((element as HTMLElement).dataset['seq']));
    this.#observer.unobserve(element);
  }

  #forget(element: Element): void {
    this.#watched.delete(element);
    this.#observer.unobserve(element);
    clearTimeout(this.#timers.get(element));
    this.#timers.delete(element);
  }
}
