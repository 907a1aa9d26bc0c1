import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { duration, elapsed, reading, realTime, storyDay, storyTime, take, wallTime, watch, type Reading } from './reading';

interface Words {
  exerciseTime: string;
  realTime: string;
  of: string;
  notStarted: string;
  /** Before the number of the story's day, from the second on. */
  day: string;
}

/**
 * The exercise clock, drawn in the browser from the last reading. Exercise time wears the violet edge; real time is smaller and labelled.
 * It is silent for screen readers: a timer that can be asked, not one that talks.
 *
 * @element sx-clock
 * @slot - what stands between the two times: state and pace
 */
@customElement('sx-clock')
export class SxClock extends LitElement {
  static override styles = css`
    :host {
      display: flex;
      align-items: center;
      gap: 14px;
      color: var(--sx-text);
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .clock {
      border-left: 4px solid var(--sx-exercise);
      padding-left: 14px;
    }
    .big {
      font-size: var(--sx-clock-size, var(--sx-text-44));
      line-height: 1.136;
      margin: -2px 0 -2px -2px;
      font-weight: 600;
      letter-spacing: -0.02em;
    }
    .sec {
      color: var(--sx-text-2);
      font-weight: 400;
    }
    .label {
      display: flex;
      gap: 10px;
      font-size: var(--sx-clock-label, var(--sx-text-12));
      line-height: 1.333;
    }
    .et {
      color: var(--sx-exercise-text);
      font-weight: 600;
    }
    .m {
      color: var(--sx-text-2);
    }
    .real {
      padding-left: 14px;
      border-left: 1px solid var(--sx-line);
    }
    .rt {
      font-size: var(--sx-clock-real, var(--sx-text-18));
      line-height: 1.222;
    }
    .xs {
      font-size: var(--sx-clock-label, var(--sx-text-12));
      line-height: 1.333;
    }
    @media (max-width: 49.9375em) {
      :host {
        gap: 6px 10px;
        flex-wrap: wrap;
      }
      .big {
        font-size: var(--sx-clock-size, var(--sx-text-28));
        line-height: 1.143;
      }
      .real {
        padding-left: 10px;
      }
      .label .m {
        display: none;
      }
    }
  `;

  /** The last reading from the server. */
  @property({ attribute: false }) reading?: Reading;
  /** The labels, in the reader's language. */
  @property({ attribute: false }) words: Words = { exerciseTime: '', realTime: '', of: '', notStarted: '', day: '' };

  private stop?: () => void;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = watch(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('reading') && this.reading) {
      take(this.reading);
    }
  }

  override render() {
    const r = reading();
    const now = elapsed();
    const time = r ? storyTime(now, r.start) : '--:--:--';
    const day = r ? storyDay(now, r.start) : 1;
    const onDay = day > 1 ? `${this.words.day} ${day} · ` : '';
    const beneath = r === undefined ? '' : r.started ? `${onDay}T+${duration(now)} ${this.words.of} ${duration(r.length)}` : this.words.notStarted;
    return html`
      <div class="clock" role="timer" aria-label=${`${this.words.exerciseTime} ${time}`}>
        <div class="big" aria-hidden="true">${time.slice(0, 5)}<span class="sec">${time.slice(5)}</span></div>
        <div class="label"><span class="et">${this.words.exerciseTime}</span><span class="m">${beneath}</span></div>
      </div>
      <slot></slot>
      <div class="real">
        <div class="rt">${wallTime(realTime())}</div>
        <div class="m xs">${this.words.realTime}</div>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sx-clock': SxClock;
  }
}
