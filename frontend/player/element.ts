import { LitElement, type ReactiveController, type ReactiveControllerHost } from 'lit';

/** The base of every part of the page. It renders into the page itself: one style sheet, and labels, focus and live regions that just work. */
export class SxElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}

/** Redraws its host each second, on the second. */
export class EverySecond implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    const beat = (): void => {
      this.host.requestUpdate();
      this.#timer = setTimeout(beat, 1000 - (Date.now() % 1000));
    };
    beat();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}

/** Puts focus on a heading or field once the host has drawn it. */
export async function focusIn(host: LitElement, selector: string): Promise<void> {
  await host.updateComplete;
  host.querySelector<HTMLElement>(selector)?.focus();
}
