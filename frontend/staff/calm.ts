import { LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';

/**
 * Says whether pointer or focus is within, so that nothing inside changes its place meanwhile. It adds no box of its own.
 *
 * @element sx-calm
 * @fires sx-within - detail.within: whether somebody is at work inside
 */
@customElement('sx-calm')
export class SxCalm extends LitElement {
  private pointer = false;
  private focused = false;
  private said = false;

  constructor() {
    super();
    this.addEventListener('pointerenter', () => this.set(true, this.focused));
    this.addEventListener('pointerleave', () => this.set(false, this.focused));
    this.addEventListener('focusin', () => this.set(this.pointer, true));
    this.addEventListener('focusout', (e) => this.set(this.pointer, this.contains(e.relatedTarget as Node | null)));
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  private set(pointer: boolean, focused: boolean): void {
    this.pointer = pointer;
    this.focused = focused;
    const within = pointer || focused;
    if (within !== this.said) {
      this.said = within;
      this.dispatchEvent(new CustomEvent('sx-within', { detail: { within } }));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sx-calm': SxCalm;
  }
}
