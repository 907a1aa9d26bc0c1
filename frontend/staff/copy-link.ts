import { LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/**
 * Copies an address, or a text, when the button inside is pressed: here and not on the server, since a browser lets a page copy only in the turn of the press.
 *
 * @element sx-copy-link
 * @fires sx-copied - detail.left: empty when copied, else what is left for the reader to copy by hand
 */
@customElement('sx-copy-link')
export class SxCopyLink extends LitElement {
  /** Path of what is linked to, from the page's base. */
  @property() path = '';
  /** What is copied instead of an address, if anything. */
  @property() text = '';

  constructor() {
    super();
    this.addEventListener('click', (e) => {
      if ((e.target as Element).closest('vaadin-button')) {
        void this.copy(this.text || new URL(this.path, document.baseURI).href);
      }
    });
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  private async copy(address: string): Promise<void> {
    const copied = await offered(address);
    this.dispatchEvent(new CustomEvent('sx-copied', { detail: { left: copied ? '' : address } }));
  }
}

/** Browsers offer the clipboard only on a secure address; the old command does for the others. */
async function offered(address: string): Promise<boolean> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard) {
    try {
      await clipboard.writeText(address);
      return true;
    } catch {
      return false;
    }
  }
  const area = document.createElement('textarea');
  area.value = address;
  area.className = 'vh';
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  return copied;
}

declare global {
  interface HTMLElementTagNameMap {
    'sx-copy-link': SxCopyLink;
  }
}
