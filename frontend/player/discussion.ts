/**
 * What the tables discuss in a facilitated exercise: the move that is played, its questions with what this table has answered, and the
 * answers that are being written here. Pure but for the drafts, which are on the phone at each pause in typing.
 */
import { clean } from './drafts.ts';
import { t } from './messages.en.ts';
import type { Waiting } from './outbox.ts';
import { LIMITS, type Answer, type AnswerEntry, type DiscussionEntry, type Entry, type MoveEntry, type QuestionEntry, type TableEntry } from './protocol.ts';
import type { Vault } from './vault.ts';

/** A question of this table, with what was answered, the last version first. */
export interface Asked { entry: QuestionEntry; answers: readonly AnswerEntry[] }

/** One move as this table sees it. */
export interface Move {
  number: number;
  title: string;
  /** Whether the story waits at its end for the facilitator. */
  ended: boolean;
  discussion: { until: number; closed: boolean } | null;
  questions: readonly Asked[];
}

const looks = new WeakMap<ReadonlyMap<number, Entry>, readonly Move[]>();

/** The moves that have begun, the one that is played first. */
export function movesOf(entries: ReadonlyMap<number, Entry>): readonly Move[] {
  let moves = looks.get(entries);
  if (moves === undefined) {
    moves = look([...entries.values()].sort((a, b) => a.seq - b.seq));
    looks.set(entries, moves);
  }
  return moves;
}

function look(inOrder: Entry[]): Move[] {
  const begun: MoveEntry[] = [];
  const ended = new Set<number>();
  const discussions = new Map<number, DiscussionEntry>();
  const questions: QuestionEntry[] = [];
  const answers: AnswerEntry[] = [];
  for (const entry of inOrder) {
    switch (entry.kind) {
      case 'moveBegun': begun.unshift(entry); break;
      case 'moveEnded': ended.add(entry.body.move); break;
      case 'discussion': discussions.set(entry.body.move, entry); break;
      case 'question': questions.push(entry); break;
      case 'answer': answers.unshift(entry); break;
      default:
    }
  }
  return begun.map(({ body }) => {
    const discussion = discussions.get(body.move)?.body;
    return {
      number: body.move, title: body.title, ended: ended.has(body.move),
      discussion: discussion === undefined ? null : { until: Date.parse(discussion.until), closed: discussion.closed },
      questions: questions.filter((q) => q.body.move === body.move).sort((a, b) => a.body.number - b.body.number)
        .map((entry) => ({ entry, answers: answers.filter((a) => a.body.move === body.move && a.body.number === entry.body.number) })),
    };
  });
}

/** Whether the story waits at the end of a move, and nobody has paused it since. */
export function waitsForMove(entries: ReadonlyMap<number, Entry>): boolean {
  const last = [...entries.values()].filter((e) => ['moveBegun', 'moveEnded', 'paused', 'cleared', 'resumed'].includes(e.kind)).sort((a, b) => b.seq - a.seq)[0];
  return last?.kind === 'moveEnded';
}

/** How a question is named, here and in what is kept: `2.1`. */
export function keyOf(of: { move: number; number: number }): string {
  return `${of.move}.${of.number}`;
}

/** What this table has answered last. */
export function answerOf(asked: Asked): AnswerEntry | null {
  return asked.answers[0] ?? null;
}

/** An answer that is being written. `base` is the version that its writer had before them. */
export interface AnswerDraft { move: number; number: number; base: number; text: string; fault: string | null }

export function newAnswer({ entry, answers }: Asked): AnswerDraft {
  const last = answers[0]?.body;
  return { move: entry.body.move, number: entry.body.number, base: last?.version ?? 0, text: last?.text ?? '', fault: null };
}

/** What somebody else of the table has saved since this was begun, if they have. */
export function collision(draft: AnswerDraft, asked: Asked): AnswerEntry | null {
  const last = answerOf(asked);
  return last !== null && last.body.version > draft.base ? last : null;
}

/** Both together: theirs first, then what was written here. */
export function together(draft: AnswerDraft, theirs: AnswerEntry): AnswerDraft {
  return { ...draft, base: theirs.body.version, text: clean(draft.text) === '' ? theirs.body.text : `${theirs.body.text}\n\n${draft.text}`, fault: null };
}

export type AnswerCheck = 'missing' | { over: number } | null;

export function checkAnswer(draft: AnswerDraft): AnswerCheck {
  const text = clean(draft.text);
  if (text === '') return 'missing';
  return text.length > LIMITS.text ? { over: text.length - LIMITS.text } : null;
}

export function answerAct(draft: AnswerDraft, clientId: string): Answer {
  return { type: 'answer', clientId, move: draft.move, number: draft.number, base: draft.base, answer: clean(draft.text) };
}

/** The draft of an answer that came back, or was taken back before it was sent. */
export function answerBack(act: Answer, fault: string | null): AnswerDraft {
  return { move: act.move, number: act.number, base: act.base, text: act.answer, fault };
}

/** The answer to a question that waits to be sent. */
export function waitingAnswer(outbox: readonly Waiting[], key: string): (Waiting & { act: Answer }) | undefined {
  return outbox.find((w): w is Waiting & { act: Answer } => w.act.type === 'answer' && keyOf(w.act) === key);
}

/** How the news of a table is said aloud; questions are told with the discussion that they come in. */
export function tableNews(entry: TableEntry, nowMillis: number): string | null {
  switch (entry.kind) {
    case 'moveBegun': return t.table.begun(entry.body.title);
    case 'moveEnded': return t.table.endedNews(entry.body.title);
    case 'discussion': return entry.body.closed ? t.table.closedNews : t.table.opened(Math.max(0, Math.round((Date.parse(entry.body.until) - nowMillis) / 60_000)));
    case 'answer': return t.table.wrote(entry.by ?? '', keyOf(entry.body));
    case 'question': return null;
  }
}

/** The answers that are being written on this phone in one exercise, one for each question. */
export class AnswerDrafts {
  #drafts: ReadonlyMap<string, AnswerDraft> = new Map();

  private constructor(private readonly vault: Vault, private readonly prefix: string) {}

  static async open(vault: Vault, exercise: string): Promise<AnswerDrafts> {
    const drafts = new AnswerDrafts(vault, `${exercise}/answer/`);
    drafts.#drafts = new Map((await vault.all<AnswerDraft>(drafts.prefix)).map((d) => [keyOf(d), d]));
    return drafts;
  }

  get all(): ReadonlyMap<string, AnswerDraft> {
    return this.#drafts;
  }

  async keep(draft: AnswerDraft): Promise<void> {
    this.#drafts = new Map(this.#drafts).set(keyOf(draft), draft);
    await this.vault.put(this.prefix + keyOf(draft), draft);
  }

  async drop(key: string): Promise<void> {
    this.#drafts = new Map([...this.#drafts].filter(([known]) => known !== key));
    await this.vault.remove(this.prefix + key);
  }
}
