import assert from 'node:assert/strict';
import test from 'node:test';
import { parseServerMessage, type ServerMessage } from './protocol.ts';
import { commsCheckOf, EMPTY, isAsked, isNews, reduce, snapshotOf, standingOf, viewOf, wordOf, type State } from './store.ts';
import { aClock, aDecision, anEntry, anInject, aWelcome, ME } from './testing.ts';

const NOW = Date.parse('2026-05-14T10:00:00Z');

function after(state: State, ...messages: Record<string, unknown>[]): State {
  return messages.reduce((s, m) => reduce(s, { type: 'message', message: parseServerMessage(JSON.stringify(m)) as ServerMessage, now: NOW }), state);
}

const started = after(EMPTY, aWelcome(), aClock('2026-05-14T10:00:00Z'));
const entryOf = (state: State, seq: number) => state.entries.get(seq) as never;

test('injects and decisions are shown newest first, each inject with its acknowledgements and decisions oldest first', () => {
  const state = after(started, anInject(3), anInject(5), anEntry(6, 'acknowledgement', { inject: 3 }, { by: 'T. Lee' }), anEntry(7, 'acknowledgement', { inject: 3 }, { mine: true }), aDecision(8, 1, 3), aDecision(9, 2, 3), aDecision(10, 3, null));
  const view = viewOf(state);
  assert.deepEqual(view.injects.map((i) => i.seq), [5, 3]);
  assert.deepEqual(view.decisions.map((d) => d.seq), [10, 9, 8]);
  assert.deepEqual(view.acknowledgements.get(3)?.map((a) => a.seq), [6, 7]);
  assert.deepEqual(view.decisionsFor.get(3)?.map((d) => d.body.number), [1, 2]);
});

test('an inject is done only by my own acknowledgement', () => {
  let state = after(started, anInject(3), anEntry(6, 'acknowledgement', { inject: 3 }, { by: 'T. Lee' }));
  assert.deepEqual(standingOf(state, entryOf(state, 3)), { done: false });
  state = after(state, anEntry(7, 'acknowledgement', { inject: 3 }, { mine: true }));
  assert.deepEqual(standingOf(state, entryOf(state, 3)), { done: true, at: 7_000_000, real: '2026-05-14T09:30:00Z' });
});

test('what the record confirmed stays acknowledged before its entry comes', () => {
  const state = reduce(after(started, anInject(3)), { type: 'confirmed', inject: 3, at: 4_000_000 });
  assert.deepEqual(standingOf(state, entryOf(state, 3)), { done: true, at: 4_000_000, real: null });
});

test('history that is read again does not change the conduct of the welcome', () => {
  const state = after(started, anEntry(1, 'noDuff', { reason: 'x', byRole: null }), anEntry(2, 'cleared', { reason: '' }), anEntry(3, 'resumed', {}));
  assert.equal(state.conduct, 'running');
});

test('what is recorded after the reading changes the conduct at once', () => {
  const live = { recordedAt: '2026-05-14T10:00:05Z' };
  const kinds: [string, string][] = [['noDuff', 'stopped'], ['cleared', 'paused'], ['paused', 'paused'], ['resumed', 'running'], ['started', 'running'], ['ended', 'closing'], ['sealed', 'sealed'], ['pace', 'running']];
  for (const [kind, conduct] of kinds) assert.equal(after(started, anEntry(1, kind, { reason: '' }, live)).conduct, conduct, kind);
});

test('a cleared no duff is not shown any more; a second one is', () => {
  let state = after(started, anEntry(1, 'noDuff', { reason: 'one', byRole: null }), anEntry(2, 'cleared', {}));
  assert.equal(viewOf(state).noDuff, null);
  state = after(state, anEntry(3, 'noDuff', { reason: 'two', byRole: null }));
  assert.equal(viewOf(state).noDuff?.body.reason, 'two');
});

test('history read at the first opening is no news; what comes later is, and after a break everything new is', () => {
  const old = parseServerMessage(JSON.stringify(anInject(3))) as never;
  const fresh = parseServerMessage(JSON.stringify(anInject(4, { recordedAt: '2026-05-14T10:00:05Z' }))) as never;
  assert.equal(isNews(started, old), false);
  assert.equal(isNews(started, fresh), true);
  const live = reduce(started, { type: 'link', link: { status: 'live' } });
  const back = reduce(live, { type: 'link', link: { status: 'offline', since: NOW } });
  assert.equal(isNews(back, old), true);
  assert.equal(isNews(after(back, anInject(3)), old), false);
  assert.equal(isNews(back, parseServerMessage(JSON.stringify(aDecision(5, 1, null, { mine: true }))) as never), false);
});

test('another cell, another person or a resync empties the feed; the same seat keeps it', () => {
  const state = after(started, anInject(3));
  assert.equal(after(state, aWelcome()).entries.size, 1);
  assert.equal(after(state, aWelcome({ state: 'paused' })).entries.size, 1);
  assert.equal(after(state, aWelcome({ cell: 'tactical' })).entries.size, 0);
  assert.equal(after(state, aWelcome({ participant: 'another' })).entries.size, 0);
  assert.equal(after(state, aWelcome({ admitted: false, cell: null })).entries.size, 0);
  assert.equal(after(state, { type: 'resync', reason: 'moved' }).entries.size, 0);
});

test('a snapshot brings the feed back, and its conduct does not change until the server speaks', () => {
  const state = after(started, anInject(3), anEntry(4, 'paused', {}, { recordedAt: '2026-05-14T10:00:05Z' }));
  const snapshot = JSON.parse(JSON.stringify(snapshotOf(state, 4))) as never;
  const restored = reduce(EMPTY, { type: 'restored', snapshot });
  assert.equal(restored.conduct, 'paused');
  assert.equal(viewOf(restored).injects.length, 1);
  assert.equal(after(restored, anEntry(5, 'resumed', {}, { recordedAt: '2026-05-14T10:00:09Z' })).conduct, 'paused');
  assert.equal(after(restored, aWelcome({ state: 'running' })).conduct, 'running');
  assert.equal(isNews(restored, parseServerMessage(JSON.stringify(anInject(9))) as never), true);
});

test('a recalled inject asks for nothing any more, and keeps its place', () => {
  const state = after(started, anInject(3), anInject(4), anEntry(5, 'recalled', { inject: 3 }));
  assert.deepEqual(viewOf(state).injects.map((i) => i.seq), [4, 3]);
  assert.equal(viewOf(state).recalled.get(3)?.seq, 5);
  assert.equal(standingOf(state, entryOf(state, 3)).done, true);
  assert.equal(standingOf(state, entryOf(state, 4)).done, false);
});

test('the last correction counts, in whatever order the entries came', () => {
  const first = anEntry(5, 'corrected', { inject: 3, html: '<p>five</p>' });
  const second = anEntry(6, 'corrected', { inject: 3, html: '<p>four</p>' });
  for (const entries of [[first, second], [second, first]]) {
    assert.equal(viewOf(after(started, anInject(3), ...entries)).corrected.get(3)?.body.html, '<p>four</p>');
  }
  assert.equal(standingOf(after(started, anInject(3), first), entryOf(after(started, anInject(3)), 3)).done, false);
});

test('a decision that a loggist logged waits for its maker, stays confirmed once it is, and may be confirmed after a dispute', () => {
  const loggedFor = (seq: number, participant: string) => {
    const entry = aDecision(seq, seq, null);
    return { ...entry, body: { ...(entry['body'] as object), maker: { participant, name: 'M. Okafor' } } };
  };
  let state = after(started, loggedFor(5, ME), loggedFor(6, '00000000-0000-4000-8000-00000000000f'), aDecision(7, 7, null));
  const asked = () => [5, 6, 7].map((seq) => [wordOf(state, entryOf(state, seq)), isAsked(state, entryOf(state, seq))]);
  assert.deepEqual(asked(), [['awaited', true], ['awaited', false], [null, false]]);
  state = after(state, anEntry(8, 'disputed', { decision: 5, reason: 'Three' }, { mine: true }));
  assert.deepEqual(asked()[0], ['disputed', true]);
  state = after(state, anEntry(9, 'confirmed', { decision: 5 }, { mine: true }));
  assert.deepEqual(asked()[0], ['confirmed', false]);
  state = after(state, anEntry(10, 'disputed', { decision: 5, reason: 'too late' }, { mine: true }));
  assert.deepEqual(asked()[0], ['confirmed', false]);
});

test('a comms check is asked before STARTEX until it is answered; in a pause only one that was asked in play', () => {
  const planned = after(EMPTY, aWelcome({ state: 'planned' }), aClock('2026-05-14T10:00:00Z', { running: false }), anEntry(4, 'commsCheck', { number: 1 }, { at: null }));
  assert.equal(commsCheckOf(planned)?.answer, null);
  const answered = after(planned, anEntry(6, 'commsConfirmed', { check: 4 }, { at: null, mine: true }));
  assert.equal(commsCheckOf(answered)?.answer?.seq, 6);
  const again = after(answered, anEntry(7, 'commsCheck', { number: 2 }, { at: null }));
  assert.equal(commsCheckOf(again)?.check.seq, 7);
  assert.equal(commsCheckOf(again)?.answer, null);
  const paused = after(planned, aWelcome({ state: 'paused' }));
  assert.equal(commsCheckOf(paused), null);
  assert.equal(commsCheckOf(after(paused, anEntry(9, 'commsCheck', { number: 2 })))?.check.seq, 9);
});
