import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ICONS } from './icons';

/**
 * A picture beside a word, never instead of one: it is hidden from screen readers.
 *
 * @element sx-icon
 * @cssprop --cut - the colour behind a filled icon
 */
@customElement('sx-icon')
export class SxIcon extends LitElement {
  static override styles = css`
    :host {
      display: inline-flex;
      flex: none;
      width: 1em;
      height: 1em;
      vertical-align: -0.14em;
      --cut: inherit;
    }
    svg {
      width: 100%;
      height: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.6;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `;

  /** Which picture: a key of ICONS. */
  @property() name = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('aria-hidden', 'true');
  }

  override render() {
    return html`<svg viewBox="0 0 16 16" aria-hidden="true">${ICONS[this.name]}</svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sx-icon': SxIcon;
  }
}
