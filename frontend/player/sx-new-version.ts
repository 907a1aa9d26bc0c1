import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { SxElement } from './element.ts';
import { icon } from './icons.ts';
import { newVersion, onChange, renew } from './installed.ts';
import { t } from './messages.en.ts';

/** Says that a newer page is on the phone, at a quiet moment: while nobody is writing. It is taken when the person says so. */
@customElement('sx-new-version')
export class SxNewVersion extends SxElement {
  /** Whether the person is writing. */
  @property({ type: Boolean }) busy = false;
  #end: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#end = onChange(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end?.();
  }

  protected override render() {
    if (this.busy || !newVersion()) return nothing;
    return html`<div class="band calm">${icon('info')}<div><b>${t.newVersion.ready}</b><p>${t.newVersion.kept}</p></div><button class="btn small" @click=${() => void renew()}>${t.newVersion.use}</button></div>`;
  }
}
