import { html, nothing } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { SxElement } from './element.ts';
import { t } from './messages.en.ts';
import { settings } from './settings.ts';

/** All keys of the page. */
@customElement('sx-keys')
export class SxKeys extends SxElement {
  @query('dialog') private dialog!: HTMLDialogElement;

  show(): void {
    this.requestUpdate();
    if (!this.dialog.open) this.dialog.showModal();
  }

  hide(): void {
    if (this.dialog.open) this.dialog.close();
  }

  protected override render() {
    return html`<dialog class="dialog" aria-labelledby="keys-heading"><h2 id="keys-heading">${t.keys.heading}</h2>
      <dl class="keys">${t.keys.list.map(([key, act]) => html`<div><dt>${key.split(' ').map((k) => html`<kbd>${k}</kbd> `)}</dt><dd>${act}</dd></div>`)}</dl>
      ${settings.letters ? nothing : html`<p class="m">${t.keys.off}</p>`}
      <button class="btn touch wide" @click=${() => this.hide()}>${t.keys.close}</button></dialog>`;
  }
}
