/** What goes up: acknowledgements, decisions and no duff, through lost networks, refusals and reloads. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Draft } from './drafts.ts';
import { standingOf } from './store.ts';
import { anInject, aWelcome, FakeWorld, settle } from './testing.ts';
import { acts, injectOf, page, welcomed, written } from './testing-session.ts';

test('acknowledged is not acknowledged until the record says so', async () => {
  const { world, session } = await page();
  welcomed(world);
  world.wire.say(anInject(3));
  await session.acknowledge(injectOf(session, 3));
  await settle();
  assert.equal(standingOf(session.state, injectOf(session, 3)).done, false);
  assert.ok(session.outbox.acknowledging(3));
  const [frame] = acts(world);
  world.wire.say({ type: 'done', clientId: frame?.['clientId'], seq: 4 });
  await settle();
  assert.equal(standingOf(session.state, injectOf(session, 3)).done, true);
  assert.equal(session.outbox.items.length, 0);
});

test('two presses are one acknowledgement', async () => {
  const { world, session } = await page();
  welcomed(world);
  world.wire.say(anInject(3));
  await Promise.all([session.acknowledge(injectOf(session, 3)), session.acknowledge(injectOf(session, 3))]);
  await settle();
  assert.equal(acts(world).length, 1);
});

test('what is written without a network survives a reload and is sent once there is one, with the time it was written', async () => {
  const first = await page();
  welcomed(first.world);
  first.world.wire.drop();
  const at = first.world.millis;
  const outcome = await first.session.log(written('keep'));
  assert.deepEqual(outcome, { kind: 'kept' });
  first.session.stop();

  const world = new FakeWorld();
  world.millis = at + 120_000;
  const second = await page(first.shelf, world);
  assert.equal(second.session.outbox.items.length, 1);
  welcomed(world);
  await settle();
  assert.deepEqual(acts(world).map((f) => [f['clientId'], f['written'], f['sent']]), [['id-keep', at, at + 120_000]]);
  world.wire.say({ type: 'done', clientId: 'id-keep', seq: 9 });
  await settle();
  assert.deepEqual([second.session.outbox.items.length, second.screen.late], [0, [9]]);
});

test('nothing is sent before the server has said who we are', async () => {
  const first = await page();
  welcomed(first.world);
  first.world.wire.drop();
  await first.session.log(written('keep'));
  const { world } = await page(first.shelf);
  world.wire.open();
  await settle();
  assert.deepEqual(acts(world), []);
  world.wire.say(aWelcome({ participant: 'somebody else' }));
  await settle();
  assert.deepEqual(acts(world), []);
});

test('a lost answer is asked for again with the same id, and acts once on the page', async () => {
  const { world, session } = await page();
  welcomed(world);
  const logging = session.log(written('keep'));
  await settle();
  world.wire.drop();
  world.pass(500);
  welcomed(world);
  await settle();
  assert.deepEqual(acts(world).map((f) => f['clientId']), ['id-keep']);
  world.wire.say({ type: 'done', clientId: 'id-keep', seq: 5 });
  world.wire.say({ type: 'done', clientId: 'id-keep', seq: 5 });
  assert.deepEqual(await logging, { kind: 'logged', seq: 5 });
});

test('a refused decision comes back as a draft under a new id with the message at its field, and nothing is lost', async () => {
  const { world, session, shelf } = await page();
  welcomed(world);
  const draft = { ...written('keep', 'reason'), actions: [{ text: 'call', owner: 'S', due: '10:30' }], options: 'other', reliedOn: [3] };
  await session.keepDraft(draft);
  const logging = session.log(draft);
  await settle();
  world.wire.say({ type: 'refused', clientId: 'id-keep', reason: 'rationale-missing', field: 'rationale', message: 'Say why.' });
  const outcome = await logging;
  assert.equal(outcome.kind, 'refused');
  const back = (outcome as { draft: Draft }).draft;
  assert.notEqual(back.id, draft.id);
  assert.deepEqual(back.fault, { field: 'rationale', message: 'Say why.' });
  assert.deepEqual({ ...back, id: '', fault: null }, { ...draft, id: '', fault: null });
  const reloaded = await page(shelf);
  assert.deepEqual(reloaded.session.drafts.all.map((d) => d.id), [back.id]);
  assert.equal(reloaded.session.outbox.items.length, 0);
});

test('a refusal that comes after the person stopped waiting is told, and the draft is there', async () => {
  const { world, session, screen } = await page();
  welcomed(world);
  const logging = session.log(written('keep'));
  await settle();
  world.pass(3000);
  assert.deepEqual(await logging, { kind: 'kept' });
  world.wire.say({ type: 'refused', clientId: 'id-keep', reason: 'late-reason-missing', field: 'lateReason', message: 'Say why it is late.' });
  await settle();
  assert.deepEqual(screen.back.map((d) => d.fault?.field), ['lateReason']);
  assert.equal(session.drafts.returned.length, 1);
  assert.ok(screen.back[0]?.written, 'what is only late keeps the time it was written');
});

test('a frame that the server cannot take brings the decision back and does not go round for ever', async () => {
  const { world, session } = await page();
  welcomed(world);
  const logging = session.log(written('keep'));
  await settle();
  world.wire.drop(4413);
  await settle();
  assert.equal((await logging).kind, 'refused');
  world.pass(500);
  welcomed(world);
  await settle();
  assert.deepEqual(acts(world), []);
  assert.equal(session.drafts.all[0]?.decision, 'keep');
});

test('while play is stopped a decision waits; after the all-clear it goes', async () => {
  const { world, session } = await page();
  welcomed(world, { state: 'stopped' });
  assert.deepEqual(await session.log(written('keep')), { kind: 'kept' });
  await settle();
  assert.deepEqual(acts(world), []);
  world.wire.say(aWelcome({ state: 'paused' }));
  await settle();
  assert.deepEqual(acts(world).map((f) => f['clientId']), ['id-keep']);
});

test('a busy record gets the same act again, with the same id, when it said', async () => {
  const { world, session } = await page();
  welcomed(world);
  void session.log(written('keep'));
  await settle();
  world.wire.say({ type: 'busy', clientId: 'id-keep', retryAfterSeconds: 3, message: '' });
  world.pass(2900);
  assert.equal(acts(world).length, 1);
  world.pass(200);
  assert.deepEqual(acts(world).map((f) => f['clientId']), ['id-keep', 'id-keep']);
});

test('a refused acknowledgement is told; one that somebody has given already counts as given', async () => {
  const { world, session, screen } = await page();
  welcomed(world);
  world.wire.say(anInject(3));
  world.wire.say(anInject(4));
  await session.acknowledge(injectOf(session, 3));
  await session.acknowledge(injectOf(session, 4));
  await settle();
  const [three, four] = acts(world);
  world.wire.say({ type: 'refused', clientId: three?.['clientId'], reason: 'not-your-inject', field: null, message: 'Not for you.' });
  world.wire.say({ type: 'refused', clientId: four?.['clientId'], reason: 'already-acknowledged', field: null, message: '' });
  await settle();
  assert.deepEqual(screen.refusals.map(([, message]) => message), ['Not for you.']);
  assert.equal(standingOf(session.state, injectOf(session, 3)).done, false);
  assert.equal(standingOf(session.state, injectOf(session, 4)).done, true);
});
