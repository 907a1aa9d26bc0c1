import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { storyTime } from './clock.ts';
import { EverySecond, SxElement } from './element.ts';
import { waitsForMove } from './discussion.ts';
import { icon } from './icons.ts';
import { t } from './messages.en.ts';
import { spokenDuration } from './parts.ts';
import { viewOf, type State } from './store.ts';
import type { Keeping } from './vault.ts';

/** A short break is not worth a band. */
export const BAND_AFTER_MILLIS = 2000;

/**
 * How things stand: live or not and for how long, how many wait for an acknowledgement or to be sent, and what the exercise itself is doing when it
 * is not simply running. Fires `sx-retry` when the person asks to try now.
 */
@customElement('sx-link')
export class SxLink extends SxElement {
  @property({ attribute: false }) state!: State;
  @property({ attribute: false }) keeping: Keeping = 'encrypted';
  @property({ type: Boolean }) failing = false;
  @property({ type: Number }) open = 0;
  /** How many entries this phone has yet to send. */
  @property({ type: Number }) waiting = 0;
  private readonly beat = new EverySecond(this);

  protected override render() {
    void this.beat;
    const { link } = this.state;
    const down = link.status === 'offline' ? Date.now() - link.since : 0;
    return html`${link.status === 'offline' && down > BAND_AFTER_MILLIS ? this.#offline(down) : this.#bar()}${this.#conduct()}
      ${this.failing ? html`<div class="band amber">${icon('late')}<div><p>${t.link.full}</p></div></div>` : nothing}`;
  }

  #bar() {
    const { link, conduct } = this.state;
    const word = link.status === 'live' ? t.link.live : link.status === 'offline' ? t.link.reconnecting : t.link.connecting;
    return html`<div class="bar">
      <span class="cn ${link.status === 'live' ? 'live' : ''}">${icon(link.status === 'live' ? 'wifi' : 'wait')}${word}</span>
      ${conduct === 'planned' || conduct === 'sealed' ? nothing : html`<span class="open">${t.link.toAcknowledge(this.open)}</span>`}
    </div>`;
  }

  #offline(down: number) {
    return html`<div class="band amber">${icon('off')}<div>
      <b>${t.link.offline(spokenDuration(down))}</b>
      <p>${this.keeping === 'memory' ? t.link.carryOnMemory : t.link.carryOn}</p>
      ${this.waiting === 0 ? nothing : html`<p><b>${t.outbox.heading(this.waiting)}</b></p>`}
    </div><button class="btn small" @click=${() => this.dispatchEvent(new CustomEvent('sx-retry', { bubbles: true }))}>${t.link.tryNow}</button></div>`;
  }

  #conduct() {
    const { conduct, clock } = this.state;
    const said = viewOf(this.state).lastConduct;
    const reason = (kinds: readonly string[]) =>
      said !== null && kinds.includes(said.kind) && said.body.reason !== '' ? html`<p>${t.state.reason(said.body.reason, said.by)}</p>` : nothing;
    switch (conduct) {
      case 'paused':
        if (waitsForMove(this.state.entries)) return html`<div class="band calm">${icon('held')}<div><b>${t.state.moveEnded}</b><p>${t.state.pausedDo}</p></div></div>`;
        return html`<div class="band calm">${icon('held')}<div><b>${t.state.paused(clock === null ? '' : storyTime(clock, clock.elapsedMicros))}</b>
          ${reason(['paused', 'cleared'])}<p>${t.state.pausedDo}</p></div></div>`;
      case 'closing':
        return html`<div class="band calm">${icon('flag')}<div><b>${t.state.ended}</b>${reason(['ended'])}<p>${t.state.endedDo}</p></div></div>`;
      case 'sealed':
        return html`<div class="band calm">${icon('lock')}<div><b>${t.state.sealed}</b><p>${t.state.sealedDo}</p></div></div>`;
      case 'planned': case 'running': case 'stopped': return nothing;
    }
  }
}

