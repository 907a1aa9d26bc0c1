import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { storyTime } from './clock.ts';
import { icon } from './icons.ts';
import { t } from './messages.en.ts';
import type { State } from './store.ts';

/** What is told to the person: aloud through the one polite live region, and as a notice that stays until the next act. */
export class Told implements ReactiveController {
  said = '';
  #notice: string | null = null;
  #expected: number | null = null;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** Says it; the same words twice are said twice. */
  say(text: string): void {
    this.said = this.said === text ? `${text}\u00a0` : text;
    this.host.requestUpdate();
  }

  tell(text: string): void {
    this.#notice = text;
    this.say(text);
  }

  clear(): void {
    if (this.#notice === null) return;
    this.#notice = null;
    this.host.requestUpdate();
  }

  /** The record has this entry: "logged" is told once it is here, with its number. */
  expect(seq: number): void {
    this.#expected = seq;
    this.host.requestUpdate();
  }

  look(state: State): void {
    const logged = this.#expected === null ? undefined : state.entries.get(this.#expected);
    if (logged?.kind !== 'decision') return;
    this.#expected = null;
    this.tell(state.clock === null || logged.at === null ? t.decide.loggedPlain(logged.body.number) : t.decide.logged(logged.body.number, storyTime(state.clock, logged.at)));
  }

  notice(): TemplateResult | typeof nothing {
    if (this.#notice === null) return nothing;
    return html`<div class="notice">${icon('ack')}<span>${this.#notice}</span><button class="ib" aria-label=${t.notice.close} @click=${() => this.clear()}>${icon('x')}</button></div>`;
  }
}
