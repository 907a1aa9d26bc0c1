/**
 * What the page knows, and how each event changes it: a pure reducer over values. It knows no browser, no socket and no time but the
 * one that an event carries.
 */
import { clockOf, type Clock } from './clock.ts';
import type { AcknowledgementEntry, Colleague, CommsCheckEntry, CommsConfirmedEntry, Conduct, ConductEntry, DecisionEntry, Entry, InjectEntry, MessageEntry, NoDuffEntry, ServerMessage, Welcome, ConfirmedEntry, CorrectedEntry, DisputedEntry, RecalledEntry } from './protocol.ts';

export type Ending = 'token' | 'ejected' | 'version';
export type Link =
  | { status: 'connecting' }
  | { status: 'live' }
  /** No connection since this moment of the phone's clock; it comes back by itself. */
  | { status: 'offline'; since: number }
  /** It does not come back by itself. */
  | { status: 'ended'; why: Ending };

export interface State {
  readonly welcome: Welcome | null;
  readonly clock: Clock | null;
  readonly conduct: Conduct;
  /** Server time, in milliseconds, as of which the last welcome spoke: what was recorded later changes the conduct. */
  readonly asOf: number;
  readonly entries: ReadonlyMap<number, Entry>;
  /** Acknowledgements that the record has confirmed and whose entry has not come yet: inject to exercise time. */
  readonly confirmed: ReadonlyMap<number, number | null>;
  readonly link: Link;
  /** Who could take over this person's role, once the page has asked. */
  readonly colleagues: readonly Colleague[] | null;
  /** Whether this page has shown this feed before, so that whatever comes now is news. */
  readonly primed: boolean;
}

export const EMPTY: State = {
  welcome: null, clock: null, conduct: 'planned', asOf: 0, entries: new Map(), confirmed: new Map(), link: { status: 'connecting' }, colleagues: null, primed: false,
};

/** What is kept of the feed on the phone, so that a reload without a network still shows it. */
export interface Snapshot { welcome: Welcome; clock: Clock | null; entries: Entry[]; last: number }

export type StoreEvent =
  | { type: 'message'; message: ServerMessage; now: number }
  | { type: 'link'; link: Link }
  | { type: 'restored'; snapshot: Snapshot }
  | { type: 'confirmed'; inject: number; at: number | null };

export function reduce(state: State, event: StoreEvent): State {
  switch (event.type) {
    case 'message': return heard(state, event.message, event.now);
    case 'link': return { ...state, link: event.link, primed: state.primed || (state.link.status === 'live' && event.link.status !== 'live') };
    case 'confirmed': return { ...state, confirmed: new Map(state.confirmed).set(event.inject, event.at) };
    case 'restored': {
      const { welcome, clock, entries } = event.snapshot;
      return { ...state, welcome, clock, conduct: welcome.state, asOf: Number.MAX_SAFE_INTEGER, entries: new Map(entries.map((e) => [e.seq, e])), primed: true };
    }
  }
}

function heard(state: State, message: ServerMessage, now: number): State {
  switch (message.type) {
    case 'welcome': {
      const moved = state.welcome !== null && !sameSeat(state.welcome, message);
      const kept = moved ? dropped(state) : state;
      return { ...kept, welcome: message, conduct: message.state, asOf: state.clock === null ? 0 : now + state.clock.offsetMillis };
    }
    case 'clock': {
      const clock = clockOf(message, now);
      return { ...state, clock, asOf: clock.anchorMillis };
    }
    case 'entry': {
      const entries = new Map(state.entries).set(message.seq, message);
      const conduct = Date.parse(message.recordedAt) > state.asOf ? (conductAfter(message) ?? state.conduct) : state.conduct;
      return { ...state, entries, conduct };
    }
    case 'resync': return dropped(state);
    case 'colleagues': return { ...state, colleagues: message.people };
    case 'upTo': case 'done': case 'refused': case 'busy': case 'other': return state;
  }
}

function dropped(state: State): State {
  return { ...state, entries: new Map(), confirmed: new Map(), colleagues: null, primed: false };
}

/** Whether both welcomes speak to the same participant in the same cell; otherwise the feed starts again. */
export function sameSeat(a: Welcome, b: Welcome): boolean {
  return a.exercise === b.exercise && a.you.participant === b.you.participant && a.you.cell?.code === b.you.cell?.code && a.you.admitted === b.you.admitted;
}

function conductAfter(entry: Entry): Conduct | null {
  switch (entry.kind) {
    case 'noDuff': return 'stopped';
    case 'cleared': return entry.at === null ? 'planned' : 'paused';
    case 'paused': case 'moveEnded': return 'paused';
    case 'started': case 'resumed': case 'moveBegun': return 'running';
    case 'ended': return 'closing';
    case 'sealed': return 'sealed';
    default: return null;
  }
}

/** Whether this entry is news for the person: new on this page, not their own, and not merely history that is being read. */
export function isNews(before: State, entry: Entry): boolean {
  return !before.entries.has(entry.seq) && !entry.mine && (before.primed || Date.parse(entry.recordedAt) > before.asOf);
}

export function snapshotOf(state: State, last: number): Snapshot | null {
  return state.welcome === null ? null : { welcome: { ...state.welcome, state: state.conduct }, clock: state.clock, entries: [...state.entries.values()], last };
}

/** The feed as a screen needs it: everything in its order, answers found. */
export interface View {
  readonly injects: readonly InjectEntry[];
  readonly decisions: readonly DecisionEntry[];
  readonly acknowledgements: ReadonlyMap<number, readonly AcknowledgementEntry[]>;
  readonly decisionsFor: ReadonlyMap<number, readonly DecisionEntry[]>;
  /** What was said of an inject since: the last correction, and that it was recalled. */
  readonly corrected: ReadonlyMap<number, CorrectedEntry>;
  readonly recalled: ReadonlyMap<number, RecalledEntry>;
  /** Messages and requests, newest first. */
  readonly messages: readonly MessageEntry[];
  /** What makers said of decisions that a loggist logged for them; a confirmed one stays confirmed. */
  readonly words: ReadonlyMap<number, ConfirmedEntry | DisputedEntry>;
  readonly noDuff: NoDuffEntry | null;
  readonly lastConduct: ConductEntry | null;
  /** The latest comms check, and this person's answers to any. */
  readonly commsCheck: CommsCheckEntry | null;
  readonly commsConfirmed: ReadonlyMap<number, CommsConfirmedEntry>;
}

const views = new WeakMap<ReadonlyMap<number, Entry>, View>();

/** The view of these entries: injects and decisions newest first. Computed once per change. */
export function viewOf(state: State): View {
  let view = views.get(state.entries);
  if (view === undefined) {
    view = look([...state.entries.values()].sort((a, b) => b.seq - a.seq));
    views.set(state.entries, view);
  }
  return view;
}

/** Whether a stop is a drill alone. Whoever is not let in gets no entry of it, and goes by what stands. */
export function isDrill(state: State): boolean {
  const { noDuff } = viewOf(state);
  return noDuff === null ? state.welcome?.drill === true : noDuff.body.drill;
}

function look(newestFirst: Entry[]): View {
  const injects: InjectEntry[] = [];
  const decisions: DecisionEntry[] = [];
  const acknowledgements = new Map<number, AcknowledgementEntry[]>();
  const decisionsFor = new Map<number, DecisionEntry[]>();
  const corrected = new Map<number, CorrectedEntry>();
  const recalled = new Map<number, RecalledEntry>();
  const messages: MessageEntry[] = [];
  const words = new Map<number, ConfirmedEntry | DisputedEntry>();
  let noDuff: NoDuffEntry | null = null;
  let cleared = false;
  let lastConduct: ConductEntry | null = null;
  let commsCheck: CommsCheckEntry | null = null;
  const commsConfirmed = new Map<number, CommsConfirmedEntry>();
  for (const entry of newestFirst) {
    switch (entry.kind) {
      case 'inject': injects.push(entry); break;
      case 'decision': {
        decisions.push(entry);
        const inject = entry.body.inReplyTo;
        if (inject !== null) decisionsFor.set(inject, [entry, ...(decisionsFor.get(inject) ?? [])]);
        break;
      }
      case 'acknowledgement':
        acknowledgements.set(entry.body.inject, [entry, ...(acknowledgements.get(entry.body.inject) ?? [])]);
        break;
      case 'noDuff':
        if (!cleared) noDuff ??= entry;
        break;
      case 'message': messages.push(entry); break;
      case 'commsCheck': commsCheck ??= entry; break;
      case 'commsConfirmed': commsConfirmed.set(entry.body.check, entry); break;
      case 'recalled': recalled.set(entry.body.inject, entry); break;
      case 'corrected':
        if (!corrected.has(entry.body.inject)) corrected.set(entry.body.inject, entry);
        break;
      case 'confirmed': case 'disputed':
        if (entry.kind === 'confirmed' || !words.has(entry.body.decision)) words.set(entry.body.decision, entry);
        break;
      case 'other': case 'jumped': case 'moveBegun': case 'moveEnded': case 'discussion': case 'question': case 'answer': break;
      default:
        if (entry.kind === 'cleared') cleared = true;
        if (entry.kind !== 'pace') lastConduct ??= entry;
    }
  }
  return { injects, decisions, acknowledgements, decisionsFor, corrected, recalled, words, messages, noDuff, lastConduct, commsCheck, commsConfirmed };
}

/** How a decision stands that a loggist logged: awaited, confirmed or disputed; null for one that its maker logged. */
export type Word = 'awaited' | 'confirmed' | 'disputed' | null;

export function wordOf(state: State, decision: DecisionEntry): Word {
  return decision.body.maker === null ? null : (viewOf(state).words.get(decision.seq)?.kind ?? 'awaited');
}

/** Whether this person is asked for their word on the decision, or may still confirm what they disputed. */
export function isAsked(state: State, decision: DecisionEntry): boolean {
  const word = wordOf(state, decision);
  return (word === 'awaited' || word === 'disputed') && decision.body.maker?.participant === state.welcome?.you.participant && !['planned', 'sealed'].includes(state.conduct);
}

/** How an inject stands with this person: not acknowledged, or since when; recalled, it asks for nothing. `at` is exercise time where the record says it. */
export type Standing = { done: false } | { done: true; at: number | null; real: string | null };

export function standingOf(state: State, inject: InjectEntry): Standing {
  const mine = viewOf(state).acknowledgements.get(inject.seq)?.find((a) => a.mine);
  if (mine !== undefined) return { done: true, at: mine.at, real: mine.recordedAt };
  const confirmed = state.confirmed.get(inject.seq);
  if (confirmed !== undefined) return { done: true, at: confirmed, real: null };
  if (viewOf(state).recalled.has(inject.seq)) return { done: true, at: null, real: inject.body.acknowledged };
  return inject.body.acknowledged === null ? { done: false } : { done: true, at: null, real: inject.body.acknowledged };
}

/** The comms check that stands before this person, answered or not: before STARTEX, and in a pause only one that was asked in play. */
export function commsCheckOf(state: State): { check: CommsCheckEntry; answer: CommsConfirmedEntry | null } | null {
  const { commsCheck, commsConfirmed } = viewOf(state);
  const asked = state.conduct === 'planned' || (state.conduct === 'paused' && commsCheck?.at !== null);
  if (commsCheck === null || !asked) return null;
  return { check: commsCheck, answer: commsConfirmed.get(commsCheck.seq) ?? null };
}
