/** One exercise on this page: it joins socket, store, outbox, drafts and receipts, and tells the screen what changed. */
import { elapsedAt, jumped, serverMillis } from './clock.ts';
import { answerAct, answerBack, AnswerDrafts, keyOf, type AnswerDraft } from './discussion.ts';
import { actOf, cameBack, Drafts, type Draft } from './drafts.ts';
import { HotDebrief } from './hot-debrief.ts';
import { newId } from './ids.ts';
import { ANYBODY, Outbox, type Waiting } from './outbox.ts';
import type { Act, Answer, Busy, CorrectedEntry, Decide, DecisionEntry, Done, InjectEntry, JumpedEntry, MessageEntry, Named, RecalledEntry, Refused, SendMessage, ServerMessage, TableEntry } from './protocol.ts';
import { Receipts } from './receipts.ts';
import { FeedSocket, type Hearer, type Surroundings } from './socket.ts';
import { commsCheckOf, EMPTY, isAsked, isNews, reduce, sameSeat, snapshotOf, standingOf, type Link, type Snapshot, type State, type StoreEvent } from './store.ts';
import type { Vault } from './vault.ts';

/** What became of a decision within the moment that a person waits for it. */
export type Outcome = { kind: 'logged'; seq: number } | { kind: 'refused'; draft: Draft } | { kind: 'kept' };

export interface Listener {
  changed(): void;
  /** Injects that are news for this person, oldest first. */
  arrived(injects: readonly InjectEntry[]): void;
  /** A decision reached the record after the person had stopped waiting for it. */
  logged(seq: number): void;
  /** A decision was refused after the person had stopped waiting for it. */
  cameBack(draft: Draft): void;
  refused(act: Act, message: string): void;
  moved(cell: string | null): void;
  /** This person holds another role of the cell now, or none. */
  roleChanged(before: Named | null, now: Named | null): void;
  /** An inject on this page was recalled or corrected. */
  amended(amendment: RecalledEntry | CorrectedEntry): void;
  /** The table has something new: a move, its discussion, a question, or what another of the table wrote. */
  discussed(entry: TableEntry): void;
  /** The record has this table's answer. */
  answerSaved(act: Answer): void;
  /** A loggist logged a decision for this person, whose word it waits for. */
  asked(decision: DecisionEntry): void;
  /** Somebody wrote to this cell or person. */
  wrote(message: MessageEntry): void;
  /** Exercise time has jumped forward. */
  jumped(jump: JumpedEntry): void;
  /** Control asks everybody to confirm that they read this. */
  commsChecked(): void;
  /** The answers of the hot debrief have arrived. */
  answered(): void;
  /** The connection fails again and again before it is open: perhaps the token has ended. */
  doubtful(): void;
}

/** Refusals that say no more than that it was done already, or is not asked for any more. */
const QUIET: readonly string[] = ['already-stopped', 'already-confirmed', 'comms-check-over'];
const PATIENCE_MILLIS = 3000;
const NEWS_MILLIS = 250;
const RECEIPTS_MILLIS = 300;
const SNAPSHOT_MILLIS = 600;
const PUMP_MILLIS = 1000;

export class Session implements Hearer {
  state: State = EMPTY;
  readonly hotDebrief: HotDebrief;
  readonly #receipts = new Receipts();
  readonly #answers = new Map<string, (outcome: Outcome) => void>();
  readonly #timers = new Map<string, unknown>();
  readonly #socket: FeedSocket;
  #news: InjectEntry[] = [];
  #looked: { wall: number; mono: number };
  #chain: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly exercise: string, readonly vault: Vault, readonly outbox: Outbox, readonly drafts: Drafts, readonly answers: AnswerDrafts, snapshot: Snapshot | undefined,
    url: string, private readonly around: Surroundings, private readonly listener: Listener,
  ) {
    if (snapshot !== undefined) this.state = reduce(EMPTY, { type: 'restored', snapshot });
    this.#socket = new FeedSocket(url, snapshot?.last ?? 0, this, around);
    this.#looked = { wall: around.now(), mono: performance.now() };
    this.hotDebrief = new HotDebrief(vault, exercise, around, (arrived) => {
      if (arrived) listener.answered();
      listener.changed();
    });
  }

  static async open(exercise: string, url: string, vault: Vault, around: Surroundings, listener: Listener): Promise<Session> {
    const [outbox, drafts, answers, snapshot] = await Promise.all([Outbox.open(vault, exercise), Drafts.open(vault, exercise), AnswerDrafts.open(vault, exercise), vault.get<Snapshot>(`${exercise}/feed`)]);
    return new Session(exercise, vault, outbox, drafts, answers, snapshot, url, around, listener);
  }

  start(): void {
    this.#socket.connect();
  }

  stop(): void {
    this.#socket.end();
    this.hotDebrief.stop();
    for (const timer of this.#timers.values()) this.around.cancel(timer);
  }

  /** Takes everything of this exercise off the phone. */
  async forget(): Promise<void> {
    const kept = [...this.outbox.items.map((w) => `outbox/${w.act.clientId}`), ...this.drafts.all.map((d) => `draft/${d.id}`), ...[...this.answers.all.keys()].map((key) => `answer/${key}`), 'feed', 'me', 'messages/draft', 'messages/stop', 'messages/read'];
    for (const name of kept) await this.vault.remove(`${this.exercise}/${name}`);
    await this.hotDebrief.forget();
  }

  wake(): void {
    this.#socket.wake();
    this.#debrief();
  }

  /** Called each second: a phone's clock that was set, or a sleep that nobody announced, asks for a new reading. */
  tick(): void {
    const look = { wall: this.around.now(), mono: performance.now() };
    if (jumped(this.#looked, look)) this.wake();
    this.#looked = look;
  }

  get serverNow(): number {
    return this.state.clock === null ? this.around.now() : serverMillis(this.state.clock, this.around.now());
  }

  get storyNow(): number | null {
    return this.state.clock === null || this.state.conduct === 'planned' ? null : elapsedAt(this.state.clock, this.around.now());
  }

  async acknowledge(inject: InjectEntry): Promise<void> {
    if (standingOf(this.state, inject).done) return;
    await this.#act({ type: 'acknowledge', clientId: newId(), inject: inject.seq });
  }

  /** Answers the comms check that stands before this person. */
  async confirm(): Promise<void> {
    const standing = commsCheckOf(this.state);
    if (standing !== null && standing.answer === null) await this.#act({ type: 'confirm', clientId: newId(), check: standing.check.seq });
  }

  async standBy(decision: number): Promise<void> {
    if (this.outbox.wordOn(decision) === undefined) await this.#act({ type: 'standBy', clientId: newId(), decision });
  }

  async dispute(decision: number, reason: string): Promise<void> {
    if (this.outbox.wordOn(decision) === undefined) await this.#act({ type: 'dispute', clientId: newId(), decision, reason });
  }

  /** It is in the outbox before this ends, and leaves by itself. */
  async send(message: SendMessage): Promise<void> {
    await this.#act(message);
  }

  /** Asks who could take over this person's role. */
  askColleagues(): void {
    this.#socket.send({ type: 'colleagues' });
  }

  /** To whom this person's role is on its way. */
  get handing(): string | null {
    return this.outbox.handOver(this.state.welcome?.you.participant ?? ANYBODY)?.act.to ?? null;
  }

  async handOver(to: string): Promise<void> {
    await this.#act({ type: 'handOver', clientId: newId(), to });
  }

  async callNoDuff(reason: string): Promise<void> {
    if (this.outbox.callOfNoDuff() === undefined) await this.#act({ type: 'noDuff', clientId: newId(), reason });
  }

  async withdraw(clientId: string): Promise<void> {
    await this.outbox.withdraw(clientId);
    this.listener.changed();
  }

  async keepDraft(draft: Draft): Promise<void> {
    await this.drafts.keep(draft);
    this.listener.changed();
  }

  async dropDraft(id: string): Promise<void> {
    await this.drafts.drop(id);
    this.listener.changed();
  }

  async keepAnswer(draft: AnswerDraft): Promise<void> {
    const kept = this.answers.keep(draft);
    this.listener.changed();
    await kept;
  }

  async dropAnswer(key: string): Promise<void> {
    await this.answers.drop(key);
    this.listener.changed();
  }

  /** Saves the table's answer. It is in the outbox before it leaves the drafts. */
  async answer(draft: AnswerDraft): Promise<void> {
    await this.#act(answerAct(draft, newId()));
    await this.dropAnswer(keyOf(draft));
  }

  /** Takes back an answer that waits to be sent, to write on. */
  async takeBack(act: Answer): Promise<void> {
    await this.answers.keep(answerBack(act, null));
    await this.withdraw(act.clientId);
  }

  /** Logs the draft. It is in the outbox before it leaves the drafts; the answer is waited for only as long as a person would. */
  async log(draft: Draft): Promise<Outcome> {
    const act = actOf(draft, this.state.conduct);
    const answer = new Promise<Outcome>((resolve) => {
      this.#answers.set(act.clientId, resolve);
      if (!this.#socket.live || this.state.conduct === 'stopped') resolve({ kind: 'kept' });
      this.#later(`patience ${act.clientId}`, PATIENCE_MILLIS, () => resolve({ kind: 'kept' }));
    });
    void answer.then(() => this.#answers.delete(act.clientId));
    await this.#act(act, draft.written ?? undefined);
    await this.drafts.drop(draft.id);
    return answer;
  }

  seen(seq: number): void {
    this.#receipts.seen(seq);
    this.#flushSoon();
  }

  heard(message: ServerMessage): void {
    const before = this.state;
    this.#reduce({ type: 'message', message, now: this.around.now() });
    switch (message.type) {
      case 'welcome':
        if (before.welcome !== null && !sameSeat(before.welcome, message)) {
          if (this.#socket.lastSeq > 0) this.#socket.restart();
          if (before.welcome.you.participant === message.you.participant) this.listener.moved(message.you.cell?.title ?? null);
        } else if (before.welcome !== null && before.welcome.you.role?.code !== message.you.role?.code) {
          this.listener.roleChanged(before.welcome.you.role, message.you.role);
        }
        this.#pump();
        this.#debrief();
        break;
      case 'entry':
        this.#receipts.received(message.seq);
        this.#flushSoon();
        if (message.kind === 'inject' && isNews(before, message)) this.#tellNews(message);
        if ((message.kind === 'recalled' || message.kind === 'corrected') && isNews(before, message)) this.listener.amended(message);
        if ((message.kind === 'moveBegun' || message.kind === 'moveEnded' || message.kind === 'discussion' || message.kind === 'question' || message.kind === 'answer') && isNews(before, message)) this.listener.discussed(message);
        if (message.kind === 'decision' && isNews(before, message) && isAsked(this.state, message)) this.listener.asked(message);
        if (message.kind === 'message' && isNews(before, message)) this.listener.wrote(message);
        if (message.kind === 'jumped' && isNews(before, message)) this.listener.jumped(message);
        if (message.kind === 'commsCheck' && isNews(before, message)) this.listener.commsChecked();
        if (message.kind === 'cleared') this.#pump();
        if (message.kind === 'ended') this.#debrief();
        break;
      case 'done': this.#answer(() => this.#done(message)); break;
      case 'refused': this.#answer(() => this.#refused(message)); break;
      case 'busy': this.#busy(message); break;
      case 'resync':
        if (before.colleagues !== null) this.askColleagues();
        break;
      case 'clock': case 'upTo': case 'colleagues': case 'other': break;
    }
    if (message.type !== 'upTo') this.#snapshotSoon();
  }

  link(link: Link): void {
    if (link.status !== 'live') {
      this.outbox.lost();
      this.#receipts.lost(this.around.now());
    }
    this.#reduce({ type: 'link', link });
  }

  ready(): void {
    this.#flushSoon();
  }

  failed(times: number): void {
    if (times === 2 || times % 10 === 0) this.listener.doubtful();
  }

  unreadable(): void {
    const suspect = this.outbox.unanswered();
    if (suspect !== undefined) this.#answer(() => this.#refused({ type: 'refused', clientId: suspect.act.clientId, reason: 'not-in-protocol', field: null, message: '' }));
  }

  async #act(act: Act, written = this.around.now()): Promise<void> {
    const participant = this.state.welcome?.you.participant ?? ANYBODY;
    await this.outbox.add(act, participant, written, this.storyNow, this.state.link.status !== 'live');
    this.listener.changed();
    this.#pump();
  }

  /** After ENDEX: asks how the hot debrief stands, and sends what waits for it. */
  #debrief(): void {
    const participant = this.state.welcome?.you.participant;
    if (participant !== undefined && (this.state.conduct === 'closing' || this.state.conduct === 'sealed')) void this.hotDebrief.wake(participant);
  }

  /** What was written here and has not arrived. */
  get unsent(): number {
    return this.outbox.items.length + (this.hotDebrief.waiting ? 1 : 0);
  }

  /** Sends what waits, once we know who we are; a long queue goes in parts, within the limit of frames. */
  #pump(): void {
    const participant = this.state.welcome?.you.participant;
    if (!this.#socket.live || this.state.link.status !== 'live' || participant === undefined) return;
    const frames = this.outbox.take(participant, this.around.now(), this.state.conduct === 'stopped');
    for (const frame of frames) this.#socket.send(frame);
    if (frames.length > 0) this.#later('pump', PUMP_MILLIS, () => this.#pump());
  }

  async #done(done: Done): Promise<void> {
    const waiting = await this.outbox.done(done.clientId);
    const answer = this.#answers.get(done.clientId);
    answer?.({ kind: 'logged', seq: done.seq });
    if (answer === undefined && waiting?.act.type === 'decision') this.listener.logged(done.seq);
    if (waiting?.act.type === 'answer') this.listener.answerSaved(waiting.act);
    if (waiting?.act.type === 'acknowledge') this.#reduce({ type: 'confirmed', inject: waiting.act.inject, at: waiting.storyAt });
    else this.listener.changed();
  }

  async #refused(refused: Refused): Promise<void> {
    const waiting = this.outbox.find(refused.clientId);
    if (isDecision(waiting) && refused.reason !== 'stopped') {
      const draft = cameBack(waiting, newId(), refused.field, refused.message);
      await this.drafts.keep(draft);
      await this.outbox.refused(refused, newId);
      const answer = this.#answers.get(refused.clientId);
      if (answer === undefined) this.listener.cameBack(draft);
      else answer({ kind: 'refused', draft });
    } else {
      const saved = waiting?.act.type === 'answer' && refused.reason !== 'stopped' ? waiting.act : null;
      if (saved !== null && !this.answers.all.has(keyOf(saved))) await this.answers.keep(answerBack(saved, refused.message));
      const back = await this.outbox.refused(refused, newId);
      if (back?.act.type === 'acknowledge' && refused.reason === 'already-acknowledged') this.#reduce({ type: 'confirmed', inject: back.act.inject, at: back.storyAt });
      else if (back !== undefined && !QUIET.includes(refused.reason)) this.listener.refused(back.act, refused.message);
    }
    this.listener.changed();
  }

  #busy(busy: Busy): void {
    const wait = this.outbox.busy(busy.retryAfterSeconds, this.around.now());
    this.#later('busy', wait + 10, () => this.#pump());
  }

  /** Answers change what is kept on the phone, which takes a moment: one after another, in the order they came. */
  #answer(run: () => Promise<void>): void {
    this.#chain = this.#chain.then(run, run);
  }

  #tellNews(inject: InjectEntry): void {
    this.#news.push(inject);
    this.#later('news', NEWS_MILLIS, () => {
      const news = this.#news;
      this.#news = [];
      this.listener.arrived(news);
    });
  }

  #flushSoon(): void {
    if (this.#timers.has('receipts')) return;
    this.#later('receipts', RECEIPTS_MILLIS, () => {
      if (!this.#receipts.flush(this.around.now(), (m) => this.#socket.send(m))) this.#flushSoon();
    });
  }

  /** The feed is kept only where it can be encrypted. */
  #snapshotSoon(): void {
    if (this.vault.keeping !== 'encrypted' || this.#timers.has('snapshot')) return;
    this.#later('snapshot', SNAPSHOT_MILLIS, () => {
      const snapshot = snapshotOf(this.state, this.#socket.lastSeq);
      if (snapshot !== null) void this.vault.put(`${this.exercise}/feed`, snapshot).catch(() => undefined);
    });
  }

  #later(name: string, millis: number, run: () => void): void {
    this.around.cancel(this.#timers.get(name));
    this.#timers.set(name, this.around.later(() => {
      this.#timers.delete(name);
      run();
    }, millis));
  }

  #reduce(event: StoreEvent): void {
    this.state = reduce(this.state, event);
    this.listener.changed();
  }
}

function isDecision(waiting: Waiting | undefined): waiting is Waiting & { act: Decide } {
  return waiting?.act.type === 'decision';
}
