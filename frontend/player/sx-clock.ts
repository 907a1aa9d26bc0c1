import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { elapsedAt, minutesOf, realTime, serverMillis, storyTime, type Clock } from './clock.ts';
import { SxElement } from './element.ts';
import { t } from './messages.en.ts';

/** Exercise time with its violet edge and real time beneath, both named; drawn from the last reading, silent for screen readers. */
@customElement('sx-clock')
export class SxClock extends SxElement {
  @property({ attribute: false }) clock: Clock | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#beat();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /** Redraws at the next second of the story or of the wall, whichever comes first, and at most four times a second. */
  #beat(): void {
    this.requestUpdate();
    const now = Date.now();
    const clock = this.clock;
    let wait = 1000 - (now % 1000);
    if (clock?.running === true) {
      const micros = 1_000_000 - (elapsedAt(clock, now) % 1_000_000);
      wait = Math.min(wait, (micros / 1000) * (100 / Math.max(1, clock.pacePercent)));
    }
    this.#timer = setTimeout(() => this.#beat(), Math.max(250, Math.ceil(wait) + 1));
  }

  protected override render() {
    const now = Date.now();
    const clock = this.clock;
    const story = clock === null ? '--:--:--' : storyTime(clock, elapsedAt(clock, now));
    const real = realTime(clock === null ? now : serverMillis(clock, now));
    const faster = clock !== null && clock.running && clock.pacePercent !== 100;
    return html`<div class="ck" role="timer" aria-label=${t.head.exerciseTime(story)}>
      <span class="ck-story">${minutesOf(story)}<i>${story.slice(5)}</i></span>
      <span class="ck-names"><span class="ck-exercise">${t.head.exercise}${faster ? html` <b>×${clock.pacePercent / 100}</b>` : ''}</span><span>${t.head.real(minutesOf(real))}</span></span>
    </div>`;
  }
}
