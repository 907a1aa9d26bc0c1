import type { LitElement, ReactiveController } from 'lit';
import type { Draft } from './drafts.ts';

/**
 * Whether the sheet is open and with which draft, as last typed. Opening makes an entry in the browser's history, so that the phone's
 * back button closes the sheet and not the exercise; closing gives focus back to where it came from.
 */
export class SheetControl implements ReactiveController {
  draft: Draft | null = null;
  #from: HTMLElement | null = null;

  /** @param elsewhere where focus goes if what it came from is gone, the first that is there */
  constructor(private readonly host: LitElement, private readonly elsewhere: readonly string[]) {
    host.addController(this);
  }

  hostConnected(): void {
    history.scrollRestoration = 'manual';
    addEventListener('popstate', this.#popped);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#popped);
  }

  show(draft: Draft): void {
    if (this.draft?.id === draft.id) return;
    if (this.draft === null) {
      this.#from = document.activeElement as HTMLElement | null;
      history.pushState({ sheet: true }, '');
    }
    this.#set(null);
    void this.host.updateComplete.then(() => this.#set(structuredClone(draft)));
  }

  /** What has been typed since: should the sheet be drawn anew elsewhere on the screen, it goes on from here. */
  typed(draft: Draft): void {
    this.draft = draft;
  }

  readonly close = (): void => {
    if (this.draft === null) return;
    this.#set(null);
    if ((history.state as { sheet?: boolean } | null)?.sheet === true) history.back();
    this.#focusBack();
  };

  readonly #popped = (): void => {
    if (this.draft === null) return;
    this.#set(null);
    this.#focusBack();
  };

  #set(draft: Draft | null): void {
    this.draft = draft;
    this.host.requestUpdate();
  }

  #focusBack(): void {
    const from = this.#from;
    this.#from = null;
    void this.host.updateComplete.then(() => {
      const there = from?.isConnected === true ? from : this.elsewhere.map((selector) => this.host.querySelector<HTMLElement>(selector)).find((element) => element !== null);
      there?.focus({ preventScroll: true });
    });
  }
}
