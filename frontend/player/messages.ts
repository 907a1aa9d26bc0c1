/** Messages as a screen needs them: in threads, the latest first. Pure. */
import type { MessageEntry, Party, SendMessage } from './protocol.ts';

export interface Thread {
  readonly seq: number;
  /** Oldest first. */
  readonly lines: readonly MessageEntry[];
  /** With whom. */
  readonly other: Party;
  /** Requests of this thread that wait for an answer. */
  readonly waiting: ReadonlySet<number>;
}

/** What is being written. It becomes an act when it is sent. */
export interface MessageDraft {
  id: string;
  to: SendMessage['to'];
  cell: string | null;
  body: string;
  inReplyTo: number | null;
  /** The thread that it goes into, so that the screen shows it there. */
  thread: number | null;
  inject: number | null;
  text: string;
  /** Why it came back, if it was refused. */
  fault: string | null;
}

export function newMessage(id: string, change: Partial<MessageDraft> = {}): MessageDraft {
  return { id, to: 'control', cell: null, body: '', inReplyTo: null, thread: null, inject: null, text: '', fault: null, ...change };
}

/** The threads of these messages, which come newest first; the thread with the latest message first. */
export function threadsOf(messages: readonly MessageEntry[], ownCell: string | null): Thread[] {
  const threads = new Map<number, MessageEntry[]>();
  for (const entry of messages) {
    const lines = threads.get(entry.body.thread);
    if (lines === undefined) threads.set(entry.body.thread, [entry]);
    else lines.unshift(entry);
  }
  return [...threads].map(([seq, lines]) => {
    const closed = new Set(lines.filter(({ body }) => body.sort === 'answer' || body.sort === 'declined').map(({ body }) => body.inReplyTo));
    return { seq, lines, other: otherOf(lines, ownCell), waiting: new Set(lines.filter((l) => l.body.sort === 'request' && !closed.has(l.seq)).map((l) => l.seq)) };
  });
}

function otherOf(lines: readonly MessageEntry[], ownCell: string | null): Party {
  const [first] = lines as readonly [MessageEntry];
  const { from, to } = first.body;
  const own = from.kind === 'cell' && from.code === ownCell;
  return own || from.kind === 'person' ? to : from;
}

/** An answer into a thread: to whoever is at its other end. */
export function answering(id: string, thread: Thread): MessageDraft {
  const last = thread.lines.at(-1) as MessageEntry;
  const { kind, code, title } = thread.other;
  const into = { inReplyTo: last.seq, thread: thread.seq };
  if (kind === 'cell') return newMessage(id, { ...into, to: 'cell', cell: code });
  if (kind === 'body') return newMessage(id, { ...into, to: 'body', body: title });
  return newMessage(id, into);
}

/** Whether somebody else wrote it. */
export function isForMe(entry: MessageEntry): boolean {
  return !entry.mine;
}

/** Messages of others after what was read. */
export function unread(messages: readonly MessageEntry[], readUpTo: number): number {
  return messages.filter((m) => isForMe(m) && m.seq > readUpTo).length;
}
