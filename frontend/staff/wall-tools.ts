import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

interface Words {
  full: string;
  sleeps: string;
}

/**
 * Offers the whole screen, and keeps it awake: a browser lets go of that whenever the page is hidden, so it is asked again when the page is back.
 * Where a browser cannot, it says so.
 *
 * @element sx-wall-tools
 */
@customElement('sx-wall-tools')
export class SxWallTools extends LitElement {
  static override styles = css`
    :host {
      display: flex;
      flex-direction: column;
      align-items: flex-end;
      gap: 8px;
      max-width: 22rem;
    }
    button {
      font: inherit;
      font-size: var(--sx-text-16);
      height: 2.75rem;
      padding: 0 16px;
      color: var(--sx-text);
      background: var(--sx-surface);
      border: 1px solid var(--sx-line-strong);
      border-radius: var(--sx-radius-2);
      cursor: pointer;
    }
    button:focus-visible {
      outline: 3px solid var(--sx-focus);
      outline-offset: 2px;
    }
    p {
      margin: 0;
      font-size: var(--sx-text-14);
      color: var(--sx-text-2);
      text-align: right;
    }
  `;

  /** The labels, in the reader's language. */
  @property({ attribute: false }) words: Words = { full: '', sleeps: '' };
  @state() private full = document.fullscreenElement !== null;
  @state() private awake = true;

  private lock?: WakeLockSentinel;
  private readonly turned = () => {
    this.full = document.fullscreenElement !== null;
  };
  private readonly seen = () => {
    if (document.visibilityState === 'visible') {
      void this.stayAwake();
    }
  };

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('fullscreenchange', this.turned);
    document.addEventListener('visibilitychange', this.seen);
    void this.stayAwake();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('fullscreenchange', this.turned);
    document.removeEventListener('visibilitychange', this.seen);
    void this.lock?.release();
  }

  /** Browsers offer it only on a secure address. */
  private async stayAwake(): Promise<void> {
    const offered = (navigator as Partial<Navigator>).wakeLock;
    try {
      this.lock = await offered?.request('screen');
      this.awake = this.lock !== undefined;
    } catch {
      this.awake = false;
    }
  }

  override render() {
    return html`${this.full || !document.fullscreenEnabled ? nothing : html`<button @click=${() => void document.documentElement.requestFullscreen()}>${this.words.full}</button>`}
      ${this.awake ? nothing : html`<p role="status">${this.words.sleeps}</p>`}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sx-wall-tools': SxWallTools;
  }
}
