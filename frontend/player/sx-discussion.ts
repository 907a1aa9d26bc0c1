import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { duration, minutesOf, realTime } from './clock.ts';
import { answerOf, checkAnswer, collision, keyOf, movesOf, newAnswer, together, waitingAnswer, type AnswerDraft, type Asked, type Move } from './discussion.ts';
import { EverySecond, focusIn, SxElement } from './element.ts';
import { icon } from './icons.ts';
import { t } from './messages.en.ts';
import { fault, lateNote, timeOf } from './parts.ts';
import type { AnswerEntry } from './protocol.ts';
import type { Session } from './session.ts';
import type { State } from './store.ts';

/** The move that is played in a facilitated exercise: how much time is left to discuss, its questions, and the one answer that this table writes to each. */
@customElement('sx-discussion')
export class SxDiscussion extends SxElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) feed!: State;
  /** Drawn anew with each change of these. */
  @property({ attribute: false }) drafts: ReadonlyMap<string, AnswerDraft> = new Map();
  @property({ attribute: false }) outbox: Session['outbox']['items'] = [];
  @state() private wrong: ReadonlyMap<string, string> = new Map();

  constructor() {
    super();
    new EverySecond(this);
  }

  protected override render() {
    const [now, ...before] = movesOf(this.feed.entries);
    if (now === undefined) return nothing;
    const earlier = before.filter((move) => move.questions.length > 0);
    return html`<section class="card table" aria-labelledby="table-heading">
      <h2 id="table-heading" tabindex="-1">${now.title}</h2>
      ${this.#time(now)}
      ${now.questions.length === 0 ? html`<p class="m">${now.ended ? t.table.ended : t.table.none}</p>` : html`<ol class="asked">${repeat(now.questions, (q) => keyOf(q.entry.body), (q) => this.#question(q))}</ol>`}
      ${earlier.length === 0 ? nothing : html`<details><summary>${t.table.earlier}</summary>${earlier.map((move) => html`<h3>${move.title}</h3><ol class="asked">${move.questions.map((q) => this.#question(q))}</ol>`)}</details>`}
    </section>`;
  }

  /** In play, the time that is left; over, that it is. */
  #time({ discussion }: Move) {
    if (discussion === null || this.feed.conduct === 'closing' || this.feed.conduct === 'sealed') return nothing;
    const left = discussion.until - this.session.serverNow;
    if (discussion.closed || left <= 0) return html`<p class="table-time past">${icon('wait')}<span>${t.table.over}</span></p>`;
    return html`<p class="table-time" role="timer" aria-label=${t.table.until(minutesOf(realTime(discussion.until)))}>${icon('wait')}<span aria-hidden="true"><b>${duration(left + 999)}</b> ${t.table.left}</span></p>`;
  }

  #question(asked: Asked) {
    const { body } = asked.entry;
    const key = keyOf(body);
    const draft = this.drafts.get(key);
    return html`<li class="question" data-question=${key}><div class="prose" id="question-${key}"><span class="no">${key}</span>${unsafeHTML(body.html)}</div>
      ${draft === undefined ? this.#standing(asked, key) : this.#writing(asked, draft, key)}</li>`;
  }

  #standing(asked: Asked, key: string) {
    const waiting = waitingAnswer(this.outbox, key);
    const answer = answerOf(asked);
    if (waiting !== undefined) {
      return html`<div class="said waits"><p class="words">${waiting.act.answer}</p><p class="m">${icon('wait')} ${t.table.waits}</p></div>
        <button class="btn touch" @click=${() => void this.session.takeBack(waiting.act)}>${t.table.takeBack}</button>`;
    }
    return html`${answer === null ? html`<p class="m">${t.table.nothingYet}</p>` : this.#said(answer)}
      ${this.#closed() ? nothing : html`<button class="btn touch" aria-describedby="question-${key}" @click=${() => this.#write(newAnswer(asked), key)}>${answer === null ? t.table.write : t.table.change}</button>`}`;
  }

  #closed(): boolean {
    return this.feed.conduct === 'closing' || this.feed.conduct === 'sealed';
  }

  #said(answer: AnswerEntry) {
    return html`<div class="said"><p class="words">${answer.body.text}</p><p class="m">${this.#by(answer)}</p>${answer.body.offline ? lateNote(answer.body.occurredAt, answer) : nothing}</div>`;
  }

  #by(answer: AnswerEntry): string {
    const by = t.table.by(answer.mine ? t.decisions.mine : (answer.by ?? ''), timeOf(this.feed.clock, answer), answer.body.version);
    return answer.body.late ? t.table.late(by) : by;
  }

  #writing(asked: Asked, draft: AnswerDraft, key: string) {
    const theirs = collision(draft, asked);
    const wrong = this.wrong.get(key) ?? (theirs === null ? draft.fault : null);
    return html`<form class="rows" novalidate @submit=${(e: Event) => { e.preventDefault(); this.#save(draft, theirs, key); }}>
      ${theirs === null ? nothing : html`<div class="theirs" role="group" aria-label=${t.table.meanwhile(theirs.by ?? '')}><p><b>${icon('late')} ${t.table.meanwhile(theirs.by ?? '')}</b></p><p class="words">${theirs.body.text}</p>
        <div class="row"><button type="button" class="btn touch" @click=${() => this.#write(together(draft, theirs), key)}>${t.table.together}</button>
        <button type="button" class="btn touch" @click=${() => this.#write({ ...draft, base: theirs.body.version, fault: null }, key)}>${t.table.keepMine}</button>
        <button type="button" class="btn touch" @click=${() => void this.session.dropAnswer(key)}>${t.table.takeTheirs}</button></div></div>`}
      <div class="f"><label for="answer-${key}">${t.table.answer(key)}</label>
      <textarea id="answer-${key}" rows="4" .value=${draft.text} aria-invalid=${wrong !== null} aria-describedby="question-${key} ${wrong === null ? '' : `answer-${key}-fault`}"
        @keydown=${(e: KeyboardEvent) => { if (e.key === 'Enter' && e.ctrlKey) { e.preventDefault(); this.#save(draft, theirs, key); } }}
        @input=${(e: Event) => this.#typed({ ...draft, text: (e.target as HTMLTextAreaElement).value, fault: null }, key)}></textarea>${fault(`answer-${key}-fault`, wrong)}</div>
      <div class="row"><button class="btn p" ?disabled=${theirs !== null}>${t.table.save}</button><button type="button" class="btn touch" @click=${() => void this.session.dropAnswer(key)}>${t.table.cancel}</button></div></form>`;
  }

  #write(draft: AnswerDraft, key: string): void {
    this.#typed(draft, key);
    void focusIn(this, `[id="answer-${key}"]`);
  }

  #typed(draft: AnswerDraft, key: string): void {
    this.wrong = new Map([...this.wrong].filter(([known]) => known !== key));
    void this.session.keepAnswer(draft);
  }

  #save(draft: AnswerDraft, theirs: AnswerEntry | null, key: string): void {
    if (theirs !== null) return;
    const wrong = checkAnswer(draft);
    if (wrong === null) {
      void this.session.answer(draft).then(() => focusIn(this, `[data-question="${key}"] button`));
      return;
    }
    this.wrong = new Map(this.wrong).set(key, wrong === 'missing' ? t.table.missing : t.decide.long(wrong.over));
    void focusIn(this, `[id="answer-${key}"]`);
  }
}
