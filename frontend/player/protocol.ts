/**
 * The words of the player's socket and of joining, as docs/protocol.md writes them down, and the one place where text from the
 * network becomes a typed value. What breaks the protocol throws NotInProtocol; what is merely newer than this page is kept as `other`.
 */

import { anySeq, anyText, asObject, fail, flag, instant, list, sequence, text, textOrEmpty, textOrNull, whole, wholeOrNull, words, type Json } from './json.ts';

export { NotInProtocol } from './json.ts';

export interface Named { code: string; title: string }

export interface You {
  participant: string;
  name: string;
  organisation: string;
  cell: Named | null;
  role: Named | null;
  admitted: boolean;
  account: boolean;
}

/** Whom the participant may write to, beside control. */
export interface Contacts { cells: Named[]; bodies: string[] }

export const CONDUCTS = ['planned', 'running', 'paused', 'stopped', 'closing', 'sealed'] as const;
export type Conduct = (typeof CONDUCTS)[number];

export interface Welcome {
  type: 'welcome';
  exercise: string;
  title: string;
  marking: string;
  codeWord: string;
  you: You;
  state: Conduct;
  /** Whether play stands for a drill of no duff alone. */
  drill: boolean;
  noDuffLines: string[];
  contacts: Contacts;
  reduced: string[];
}

export interface ClockReading {
  type: 'clock';
  running: boolean;
  elapsedMicros: number;
  pacePercent: number;
  serverNow: string;
  startTime: string;
  lengthMicros: number;
}

/** `alt`: what a picture shows, in words; empty if nobody has said. */
export interface Attachment { name: string; mediaType: string; bytes: number; alt: string }

export interface InjectBody {
  number: string | null;
  title: string;
  from: string | null;
  to: string[];
  channel: string;
  html: string;
  attachments: Attachment[];
  latenessMicros: number;
  acknowledged: string | null;
}

export interface Action { text: string; owner: string; due: string }

export interface DecisionBody {
  number: number;
  inReplyTo: number | null;
  decision: string;
  rationale: string;
  reliedOn: number[];
  options: string;
  expectedEffect: string;
  actions: Action[];
  occurredAt: string | null;
  late: string | null;
  /** Entered late because the network was down. */
  offline: boolean;
  /** Whose decision it is, where a loggist logged it. */
  maker: Maker | null;
}

export type PartyKind = 'control' | 'cell' | 'person' | 'everybody' | 'body';
const PARTY_KINDS: readonly string[] = ['control', 'cell', 'person', 'everybody', 'body'] satisfies PartyKind[];
export interface Party { kind: PartyKind; code: string | null; title: string }
export type MessageSort = 'message' | 'request' | 'answer' | 'declined';
const MESSAGE_SORTS: readonly string[] = ['message', 'request', 'answer', 'declined'] satisfies MessageSort[];
export interface MessageBody {
  sort: MessageSort;
  from: Party;
  to: Party;
  thread: number;
  inReplyTo: number | null;
  inject: number | null;
  text: string;
  occurredAt: string;
  late: boolean;
  /** Entered late because the network was down. */
  offline: boolean;
}

export interface Maker { participant: string; name: string }

interface EntryHead {
  type: 'entry';
  seq: number;
  coversFrom: number;
  at: number | null;
  recordedAt: string;
  by: string | null;
  mine: boolean;
}

/** `occurredAt`: when it was given, only where it was entered late because the network was down. */
export interface AcknowledgementBody { inject: number; occurredAt?: string }

export type InjectEntry = EntryHead & { kind: 'inject'; body: InjectBody };
export type AcknowledgementEntry = EntryHead & { kind: 'acknowledgement'; body: AcknowledgementBody };
export type DecisionEntry = EntryHead & { kind: 'decision'; body: DecisionBody };
export type MessageEntry = EntryHead & { kind: 'message'; body: MessageBody };
export type NoDuffEntry = EntryHead & { kind: 'noDuff'; body: { reason: string; byRole: string | null; drill: boolean } };
/** Control asks every player to confirm that they read this. */
export type CommsCheckEntry = EntryHead & { kind: 'commsCheck'; body: { number: number } };
/** This person confirmed it. */
export type CommsConfirmedEntry = EntryHead & { kind: 'commsConfirmed'; body: { check: number } };
export const CONDUCT_KINDS = ['cleared', 'started', 'paused', 'resumed', 'pace', 'ended', 'sealed'] as const;
export type ConductKind = (typeof CONDUCT_KINDS)[number];
export type ConductEntry = EntryHead & { kind: ConductKind; body: { reason: string } };
/** Whoever a loggist logged a decision for stands by it, or says that it was not so. */
export type ConfirmedEntry = EntryHead & { kind: 'confirmed'; body: { decision: number } };
export type DisputedEntry = EntryHead & { kind: 'disputed'; body: { decision: number; reason: string } };
/** An inject does not count any more. */
export type RecalledEntry = EntryHead & { kind: 'recalled'; body: { inject: number } };
/** An inject says something else. */
export type CorrectedEntry = EntryHead & { kind: 'corrected'; body: { inject: number; html: string } };
/** Exercise time jumped forward, to this many microseconds. */
export type JumpedEntry = EntryHead & { kind: 'jumped'; body: { to: number } };
/** A move of a facilitated exercise has begun, or come to its end. */
export type MoveEntry = EntryHead & { kind: 'moveBegun' | 'moveEnded'; body: { move: number; title: string } };
/** How long a move's discussion goes on, in real time, or that it is closed. */
export type DiscussionEntry = EntryHead & { kind: 'discussion'; body: { move: number; until: string; closed: boolean } };
/** A question for this table. */
export type QuestionEntry = EntryHead & { kind: 'question'; body: { move: number; number: number; html: string } };
/** What this table answers; each version stands in place of the one before. */
export type AnswerEntry = EntryHead & { kind: 'answer'; body: { move: number; number: number; version: number; text: string; occurredAt: string | null; late: boolean; offline: boolean } };
export type TableEntry = MoveEntry | DiscussionEntry | QuestionEntry | AnswerEntry;
/** An entry of a kind that this page does not know: it counts for coverage and is not shown. */
export type OtherEntry = EntryHead & { kind: 'other' };
export type Entry = InjectEntry | AcknowledgementEntry | DecisionEntry | MessageEntry | NoDuffEntry | CommsCheckEntry | CommsConfirmedEntry | ConductEntry | RecalledEntry | CorrectedEntry | JumpedEntry | ConfirmedEntry | DisputedEntry | TableEntry | OtherEntry;

/** Several entries, in order. */
export interface Entries { type: 'entries'; entries: Entry[] }
export interface UpTo { type: 'upTo'; seq: number }
export interface Done { type: 'done'; clientId: string; seq: number }
export interface Refused { type: 'refused'; clientId: string; reason: string; field: string | null; message: string }
export interface Busy { type: 'busy'; clientId: string; retryAfterSeconds: number; message: string }
export interface Resync { type: 'resync'; reason: string }
/** Somebody of the participant's own cell. */
export interface Colleague { participant: string; name: string }
/** Who could take over the participant's role. */
export interface Colleagues { type: 'colleagues'; people: Colleague[] }
export interface OtherMessage { type: 'other' }

export type ServerMessage = Welcome | ClockReading | Entry | UpTo | Done | Refused | Busy | Resync | Colleagues | OtherMessage;

export interface Acknowledge { type: 'acknowledge'; clientId: string; inject: number }
export interface Decide {
  type: 'decision';
  clientId: string;
  inReplyTo: number | null;
  decision: string;
  rationale: string;
  reliedOn: number[];
  options: string;
  expectedEffect: string;
  actions: Action[];
  lateReason: string | null;
}
export interface Answer { type: 'answer'; clientId: string; move: number; number: number; base: number; answer: string }
export interface CallNoDuff { type: 'noDuff'; clientId: string; reason: string }
export interface StandBy { type: 'standBy'; clientId: string; decision: number }
export interface Dispute { type: 'dispute'; clientId: string; decision: number; reason: string }
/** Writes to control, to a cell, or asks a body outside the exercise. */
export interface SendMessage {
  type: 'message';
  clientId: string;
  to: 'control' | 'cell' | 'body';
  cell: string | null;
  body: string | null;
  inReplyTo: number | null;
  inject: number | null;
  text: string;
}
export interface Confirm { type: 'confirm'; clientId: string; check: number }
/** Hands the participant's role to a colleague of the cell. */
export interface HandOver { type: 'handOver'; clientId: string; to: string }
/** What a person does. It waits in the outbox until it is done or refused. */
export type Act = Acknowledge | Decide | Answer | SendMessage | CallNoDuff | Confirm | StandBy | Dispute | HandOver;
export type ActFrame = Act & { written: number; sent: number; offline?: boolean };
export type ClientMessage =
  | { type: 'resume'; lastSeq: number }
  | { type: 'received'; seqs: number[] }
  | { type: 'seen'; seqs: number[] }
  | { type: 'colleagues' }
  | ActFrame;

export const LIMITS = { text: 4000, lateReason: 500, noDuffReason: 500, disputeReason: 500, message: 2000, body: 120, actions: 20, actionText: 1000, owner: 120, due: 60, frameBytes: 64 * 1024 };

export function named(value: unknown): Named {
  const o = asObject(value, 'named');
  return { code: text(o, 'code'), title: text(o, 'title') };
}
export function namedOrNull(o: Json, name: string): Named | null {
  return o[name] === null || o[name] === undefined ? null : named(o[name]);
}
function contacts(o: Json): Contacts {
  return { cells: list(o, 'cells', named), bodies: list(o, 'bodies', anyText) };
}
function party(o: Json, name: string): Party {
  const p = asObject(o[name], name);
  const kind = text(p, 'kind');
  if (!PARTY_KINDS.includes(kind)) fail('kind');
  return { kind: kind as PartyKind, code: textOrNull(p, 'code'), title: textOrEmpty(p, 'title') };
}
function message(o: Json): MessageBody {
  const sort = text(o, 'sort');
  if (!MESSAGE_SORTS.includes(sort)) fail('sort');
  return {
    sort: sort as MessageSort, from: party(o, 'from'), to: party(o, 'to'), thread: sequence(o, 'thread'), inReplyTo: wholeOrNull(o, 'inReplyTo'), inject: wholeOrNull(o, 'inject'),
    text: text(o, 'text'), occurredAt: instant(o, 'occurredAt'), late: flag(o, 'late'), offline: o['offline'] === true,
  };
}
function welcome(o: Json): Welcome {
  const you = asObject(o['you'], 'you');
  const state = text(o, 'state') as Conduct;
  if (!CONDUCTS.includes(state)) fail('state');
  return {
    type: 'welcome',
    exercise: text(o, 'exercise'),
    title: text(o, 'title'),
    marking: textOrEmpty(o, 'marking'),
    codeWord: textOrEmpty(o, 'codeWord'),
    you: {
      participant: text(you, 'participant'),
      name: text(you, 'name'),
      organisation: textOrEmpty(you, 'organisation'),
      cell: namedOrNull(you, 'cell'),
      role: namedOrNull(you, 'role'),
      admitted: flag(you, 'admitted'),
      account: flag(you, 'account'),
    },
    state,
    drill: flag(o, 'drill'), noDuffLines: list(o, 'noDuffLines', anyText),
    contacts: contacts(asObject(o['contacts'], 'contacts')),
    reduced: list(o, 'reduced', anyText),
  };
}

function clock(o: Json): ClockReading {
  const startTime = text(o, 'startTime');
  if (Number.isNaN(Date.parse(`${startTime}Z`))) fail('startTime');
  return {
    type: 'clock',
    running: flag(o, 'running'),
    elapsedMicros: whole(o, 'elapsedMicros'),
    pacePercent: whole(o, 'pacePercent'),
    serverNow: instant(o, 'serverNow'),
    startTime,
    lengthMicros: whole(o, 'lengthMicros'),
  };
}

function attachment(value: unknown): Attachment {
  const o = asObject(value, 'attachment');
  return { name: text(o, 'name'), mediaType: textOrEmpty(o, 'mediaType'), bytes: whole(o, 'bytes'), alt: textOrEmpty(o, 'alt') };
}
function action(value: unknown): Action {
  const o = asObject(value, 'action');
  return { text: text(o, 'text'), owner: textOrEmpty(o, 'owner'), due: textOrEmpty(o, 'due') };
}

function maker(value: unknown): Maker | null {
  if (value === null || value === undefined) return null;
  const o = asObject(value, 'maker');
  return { participant: text(o, 'participant'), name: textOrEmpty(o, 'name') };
}

function colleague(value: unknown): Colleague {
  const o = asObject(value, 'colleague');
  return { participant: text(o, 'participant'), name: text(o, 'name') };
}

function acknowledgement(o: Json): AcknowledgementBody {
  const inject = sequence(o, 'inject');
  const occurredAt = textOrNull(o, 'occurredAt');
  return occurredAt === null ? { inject } : { inject, occurredAt };
}

function entry(o: Json): Entry {
  const head: EntryHead = {
    type: 'entry',
    seq: sequence(o, 'seq'),
    coversFrom: sequence(o, 'coversFrom'),
    at: wholeOrNull(o, 'at'),
    recordedAt: instant(o, 'recordedAt'),
    by: words(o, 'by'),
    mine: flag(o, 'mine'),
  };
  if (head.coversFrom > head.seq) fail('coversFrom');
  const kind = text(o, 'kind');
  const body = (): Json => asObject(o['body'] ?? {}, 'body');
  switch (kind) {
    case 'inject': {
      const b = body();
      return {
        ...head, kind,
        body: {
          number: words(b, 'number'), title: text(b, 'title'), from: words(b, 'from'), to: list(b, 'to', anyText),
          channel: text(b, 'channel'), html: text(b, 'html'), attachments: list(b, 'attachments', attachment),
          latenessMicros: whole(b, 'latenessMicros'),
          acknowledged: textOrNull(b, 'acknowledged'),
        },
      };
    }
    case 'acknowledgement':
      return { ...head, kind, body: acknowledgement(body()) };
    case 'decision': {
      const b = body();
      return {
        ...head, kind,
        body: {
          number: whole(b, 'number'), inReplyTo: wholeOrNull(b, 'inReplyTo'), decision: text(b, 'decision'), rationale: text(b, 'rationale'),
          reliedOn: list(b, 'reliedOn', anySeq), options: textOrEmpty(b, 'options'), expectedEffect: textOrEmpty(b, 'expectedEffect'),
          actions: list(b, 'actions', action), occurredAt: textOrNull(b, 'occurredAt'), late: textOrNull(b, 'late'), offline: b['offline'] === true, maker: maker(b['maker']),
        },
      };
    }
    case 'message':
      return { ...head, kind, body: message(body()) };
    case 'confirmed':
      return { ...head, kind, body: { decision: sequence(body(), 'decision') } };
    case 'disputed':
      return { ...head, kind, body: { decision: sequence(body(), 'decision'), reason: textOrEmpty(body(), 'reason') } };
    case 'recalled':
      return { ...head, kind, body: { inject: sequence(body(), 'inject') } };
    case 'corrected':
      return { ...head, kind, body: { inject: sequence(body(), 'inject'), html: text(body(), 'html') } };
    case 'jumped':
      return { ...head, kind, body: { to: whole(body(), 'to') } };
    case 'moveBegun': case 'moveEnded':
      return { ...head, kind, body: { move: whole(body(), 'move'), title: text(body(), 'title') } };
    case 'discussion':
      return { ...head, kind, body: { move: whole(body(), 'move'), until: instant(body(), 'until'), closed: flag(body(), 'closed') } };
    case 'question':
      return { ...head, kind, body: { move: whole(body(), 'move'), number: whole(body(), 'number'), html: text(body(), 'html') } };
    case 'answer': {
      const b = body();
      return { ...head, kind, body: { move: whole(b, 'move'), number: whole(b, 'number'), version: whole(b, 'version'), text: text(b, 'text'), occurredAt: textOrNull(b, 'occurredAt'), late: flag(b, 'late'), offline: b['offline'] === true } };
    }
    case 'noDuff':
      return { ...head, kind, body: { reason: textOrEmpty(body(), 'reason'), byRole: textOrNull(body(), 'byRole'), drill: body()['drill'] === true } };
    case 'commsCheck':
      return { ...head, kind, body: { number: whole(body(), 'number') } };
    case 'commsConfirmed':
      return { ...head, kind, body: { check: sequence(body(), 'check') } };
    default:
      return (CONDUCT_KINDS as readonly string[]).includes(kind)
        ? { ...head, kind: kind as ConductKind, body: { reason: textOrEmpty(body(), 'reason') } }
        : { ...head, kind: 'other' };
  }
}

/** The message in a frame from the server, or several entries. */
export function parseServerMessage(frame: string): ServerMessage | Entries {
  let value: unknown;
  try {
    value = JSON.parse(frame);
  } catch {
    fail('JSON');
  }
  const o = asObject(value);
  const type = text(o, 'type');
  switch (type) {
    case 'welcome': return welcome(o);
    case 'clock': return clock(o);
    case 'entry': return entry(o);
    case 'entries': return { type, entries: list(o, 'entries', (each) => entry(asObject(each, 'entry'))) };
    case 'upTo': return { type, seq: sequence(o, 'seq') };
    case 'done': return { type, clientId: text(o, 'clientId'), seq: sequence(o, 'seq') };
    case 'refused': return { type, clientId: text(o, 'clientId'), reason: text(o, 'reason'), field: textOrNull(o, 'field'), message: text(o, 'message') };
    case 'busy': return { type, clientId: text(o, 'clientId'), retryAfterSeconds: whole(o, 'retryAfterSeconds'), message: text(o, 'message') };
    case 'resync': return { type, reason: textOrEmpty(o, 'reason') };
    case 'colleagues': return { type, people: list(o, 'people', colleague) };
    default: return { type: 'other' };
  }
}
