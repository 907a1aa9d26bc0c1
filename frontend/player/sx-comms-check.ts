import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { minutesOf, realTime } from './clock.ts';
import { SxElement } from './element.ts';
import { icon } from './icons.ts';
import { t } from './messages.en.ts';
import type { Waiting } from './outbox.ts';
import { commsCheckOf, type State } from './store.ts';

/** The comms check that control has called: one button, and then that it is confirmed. Fires `sx-confirm`. */
@customElement('sx-comms-check')
export class SxCommsCheck extends SxElement {
  @property({ attribute: false }) feed!: State;
  @property({ attribute: false }) outbox: readonly Waiting[] = [];

  protected override render() {
    const standing = commsCheckOf(this.feed);
    if (standing === null || this.feed.welcome?.you.admitted !== true) return nothing;
    const { check, answer } = standing;
    if (answer !== null) return html`<div class="band good">${icon('ack')}<div><p>${t.comms.confirmedAt(minutesOf(realTime(Date.parse(answer.recordedAt))))}</p></div></div>`;
    const waits = this.outbox.some((w) => w.act.type === 'confirm' && w.act.check === check.seq);
    return html`<section class="band ask" aria-labelledby="comms-heading">${icon('message')}<div><h2 id="comms-heading">${t.comms.heading}</h2><p>${t.comms.lead}</p></div>
      ${waits ? html`<p class="ask-done">${icon('wait')}${t.comms.sending}</p>` : html`<button class="btn p big" @click=${() => this.dispatchEvent(new CustomEvent('sx-confirm', { bubbles: true }))}>${t.comms.confirm}</button>`}</section>`;
  }
}
