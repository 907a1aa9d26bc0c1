import { LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/**
 * The keys of a screen: each presses or focuses an element that is on the screen anyway, so a key can do nothing that a button cannot.
 * While a dialog is open only its own Ctrl+Enter works; single characters never act inside a text field, and can be switched off.
 *
 * @element sx-keys
 */
@customElement('sx-keys')
export class SxKeys extends LitElement {
  /** Key (`F8`, `/`, `?`) to the selector of what it presses or focuses. */
  @property({ type: Object }) map: Record<string, string> = {};

  private readonly listener = (event: KeyboardEvent): void => this.pressed(event);
  private last = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.listener);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.listener);
  }

  private pressed(event: KeyboardEvent): void {
    const dialog = [...document.querySelectorAll('vaadin-dialog[opened]')].pop();
    if (dialog) {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        this.act(dialog.querySelector('[data-submit]'), event);
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) {
      const undo = this.map['Ctrl+z'];
      if (undo !== undefined && event.key === 'z' && !event.altKey && !inText(event)) {
        this.act(document.querySelector(undo), event);
      }
      return;
    }
    if (event.key.length === 1 && (inText(event) || switchedOff())) {
      return;
    }
    const arrow = { j: 'ArrowDown', k: 'ArrowUp' }[event.key];
    if (arrow !== undefined) {
      moveInList(event, arrow);
      return;
    }
    const selector = this.map[event.key];
    if (selector === undefined) {
      return;
    }
    this.act(document.querySelector(selector), event);
  }

  /** A second press within half a second is ignored: the button may have changed its meaning meanwhile. */
  private act(target: Element | null, event: KeyboardEvent): void {
    if (!(target instanceof HTMLElement) || target.hasAttribute('disabled') || !target.checkVisibility()) {
      return;
    }
    event.preventDefault();
    if (event.repeat || event.timeStamp - this.last < 500) {
      return;
    }
    this.last = event.timeStamp;
    if (target.localName === 'vaadin-text-field') {
      target.focus();
    } else {
      target.click();
    }
  }
}

/** Whether the reader has switched keys of a single character off. */
function switchedOff(): boolean {
  try {
    return localStorage.getItem('startex.keys') === 'off';
  } catch {
    return false;
  }
}

/** J and K move as the arrows do, only while a list has the focus. */
function moveInList(event: KeyboardEvent, key: string): void {
  const path = event.composedPath();
  if (path.some((e) => e instanceof HTMLElement && e.localName === 'vaadin-grid')) {
    path[0]?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
    event.preventDefault();
  }
}

function inText(event: KeyboardEvent): boolean {
  const first = event.composedPath()[0];
  return (
    first instanceof HTMLTextAreaElement ||
    (first instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(first.type)) ||
    (first instanceof HTMLElement && first.isContentEditable)
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'sx-keys': SxKeys;
  }
}
