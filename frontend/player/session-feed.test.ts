/** What comes down: news, moves, receipts, and the feed that a phone keeps. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { Session } from './session.ts';
import { aDecision, anEntry, anInject, aWelcome, EXERCISE, FakeWorld, settle, until } from './testing.ts';
import { acts, page, Screen, welcomed, written } from './testing-session.ts';
import { memoryShelf, vaultOver } from './vault.ts';

test('news is told once and summed; history at the first opening is not news', async () => {
  const { world, screen } = await page();
  welcomed(world);
  world.wire.say(anInject(1));
  world.pass(1000);
  assert.deepEqual(screen.news, []);
  const now = new Date(world.millis + 10).toISOString();
  world.wire.say(anInject(2, { recordedAt: now }));
  world.wire.say(anInject(3, { recordedAt: now }));
  world.wire.say(anInject(3, { recordedAt: now }));
  world.pass(1000);
  assert.deepEqual(screen.news, [[2, 3]]);
});

test('moved to another cell: the feed is dropped, drafts and outbox stay, and it resumes from nothing', async () => {
  const { world, session, screen } = await page();
  welcomed(world);
  world.wire.say(anInject(1));
  await session.keepDraft(written('half'));
  world.wire.say(aWelcome({ cell: 'tactical' }));
  assert.deepEqual([session.state.entries.size, session.drafts.all.length, screen.moves], [0, 1, ['tactical']]);
  assert.deepEqual(world.wire.of('resume').at(-1), { type: 'resume', lastSeq: 0 });
});

test('receipts: what came is received and what was seen is seen, once each, and again only if they could not leave', async () => {
  const { world, session } = await page();
  welcomed(world);
  world.wire.say(anInject(1));
  world.wire.say(aDecision(2, 1, null));
  session.seen(1);
  world.pass(300);
  assert.deepEqual([world.wire.of('received'), world.wire.of('seen')], [[{ type: 'received', seqs: [1, 2] }], [{ type: 'seen', seqs: [1] }]]);
  session.seen(1);
  world.pass(300);
  assert.equal(world.wire.of('seen').length, 1);
  world.pass(40_000);
  world.wire.say({ type: 'upTo', seq: 2 });
  world.pass(40_000);
  world.wire.drop();
  session.seen(2);
  world.pass(500);
  welcomed(world);
  world.pass(300);
  assert.deepEqual(world.wire.of('seen'), [{ type: 'seen', seqs: [2] }]);
});

test('receipts that left just before the connection was lost go again; many go in parts', async () => {
  const { world } = await page();
  welcomed(world);
  for (let seq = 1; seq <= 600; seq += 1) world.wire.say(anInject(seq));
  world.pass(600);
  assert.deepEqual(world.wire.of('received').map((f) => (f['seqs'] as number[]).length), [500, 100]);
  world.wire.drop();
  world.pass(500);
  welcomed(world);
  world.pass(600);
  assert.deepEqual(world.wire.of('received').map((f) => (f['seqs'] as number[]).length), [500, 100]);
});

test('a call of no duff that somebody else was quicker with is no fault', async () => {
  const { world, session, screen } = await page();
  welcomed(world);
  await session.callNoDuff('fire');
  await settle();
  world.wire.say({ type: 'refused', clientId: acts(world)[0]?.['clientId'], reason: 'already-stopped', field: null, message: 'Stopped already.' });
  await settle();
  assert.deepEqual([session.outbox.items.length, screen.refusals.length], [0, 0]);
});

test('let in after a resync: the history is asked for once', async () => {
  const { world, session } = await page();
  welcomed(world, { admitted: false, cell: null });
  world.wire.say({ type: 'upTo', seq: 5 });
  world.wire.say({ type: 'resync', reason: 'admitted' });
  world.wire.say(aWelcome());
  world.wire.say(anInject(3, { coversFrom: 1 }));
  assert.equal(world.wire.of('resume').length, 2);
  assert.equal(session.state.entries.size, 1);
});

test('an encrypted phone keeps the feed: a reload shows it before there is a connection and resumes from there', async () => {
  const shelf = memoryShelf();
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const vault = vaultOver(shelf, key, 'encrypted');
  const world = new FakeWorld();
  const first = await Session.open(EXERCISE, 'ws://here', vault, world, new Screen());
  first.start();
  welcomed(world);
  world.wire.say(anInject(1));
  world.wire.say(anEntry(2, 'paused', {}));
  world.pass(2000);
  await until(async () => (await shelf.names(`${EXERCISE}/feed`)).length > 0);
  first.stop();
  const again = new FakeWorld();
  const second = await Session.open(EXERCISE, 'ws://here', vault, again, new Screen());
  assert.equal(second.state.entries.size, 2);
  second.start();
  again.wire.open();
  assert.deepEqual(again.wire.of('resume'), [{ type: 'resume', lastSeq: 2 }]);
  second.stop();
});
