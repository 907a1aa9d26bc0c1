import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { realTime } from './clock.ts';
import { focusIn, SxElement } from './element.ts';
import { newId } from './ids.ts';
import type { MessageDesk, MessageFault } from './message-desk.ts';
import { newMessage } from './messages.ts';
import { t } from './messages.en.ts';
import type { Waiting } from './outbox.ts';
import { fault } from './parts.ts';
import { LIMITS, type MessageEntry, type SendMessage } from './protocol.ts';
import { viewOf, type State } from './store.ts';

/** While play is stopped: what this person and control have written to each other since, and where to write to control. Fires `sx-send` (detail: the act). What is not sent when the stop ends goes on among the messages. */
@customElement('sx-stop-messages')
export class SxStopMessages extends SxElement {
  @property({ attribute: false }) feed!: State;
  /** The sequence of the stop. */
  @property({ type: Number }) since = 0;
  @property({ attribute: false }) outbox: readonly Waiting[] = [];
  @property({ attribute: false }) desk!: MessageDesk;
  /** What is being written. */
  @property() text = '';
  /** Why it came back, if it was refused. */
  @property() refused: string | null = null;
  @state() private wrong: MessageFault | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.desk.stop();
    this.text = this.desk.stopText;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.desk.clear();
  }

  protected override render() {
    const said = viewOf(this.feed).messages.filter((m) => m.seq > this.since && (m.body.from.kind === 'control' || (m.mine && m.body.to.kind === 'control'))).reverse();
    const waiting = this.outbox.filter((w): w is Waiting & { act: SendMessage } => w.act.type === 'message' && w.act.to === 'control');
    const why = this.wrong === null ? this.refused : this.wrong === 'long' ? t.noDuff.writeLong(this.text.length - LIMITS.message) : t.noDuff.writeMissing;
    return html`<section class="red-write" aria-labelledby="red-write-heading"><h2 id="red-write-heading">${t.noDuff.write}</h2>
      ${said.length + waiting.length === 0 ? nothing : html`<ul aria-label=${t.noDuff.written}>${said.map((m) => this.#line(m))}${waiting.map(({ act }) => html`<li><p><b>${t.noDuff.writeNotSent}</b></p><p>${act.text}</p></li>`)}</ul>`}
      <form novalidate @submit=${this.#send}><label for="red-message">${t.noDuff.writeHint}</label>
        <textarea id="red-message" rows="2" .value=${this.text} aria-invalid=${why !== null} aria-describedby=${why === null ? nothing : 'red-message-fault'} @input=${this.#typed} @keydown=${this.#key}></textarea>
        <div role="alert">${fault('red-message-fault', why)}</div>
        <button class="btn touch">${t.noDuff.writeSend}</button></form></section>`;
  }

  #line(entry: MessageEntry) {
    const by = entry.body.from.kind === 'control' ? t.noDuff.control : (entry.by ?? '');
    return html`<li><p><b>${t.noDuff.writtenBy(by, realTime(Date.parse(entry.recordedAt)))}</b></p><p>${entry.body.text}</p></li>`;
  }

  readonly #typed = (event: Event): void => {
    this.#write((event.target as HTMLTextAreaElement).value);
  };

  readonly #send = (event: Event): void => {
    event.preventDefault();
    const draft = newMessage(newId(), { text: this.text });
    this.wrong = this.desk.check(draft);
    void focusIn(this, '#red-message');
    if (this.wrong !== null) return;
    this.#write('');
    this.dispatchEvent(new CustomEvent('sx-send', { bubbles: true, detail: this.desk.act(draft) }));
  };

  #write(text: string): void {
    this.text = text;
    this.wrong = null;
    this.refused = null;
    this.desk.writeInStop(text);
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) (event.target as HTMLTextAreaElement).form?.requestSubmit();
  };
}
