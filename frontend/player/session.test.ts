import assert from 'node:assert/strict';
import test from 'node:test';
import { newDraft, type Draft } from './drafts.ts';
import type { Act, InjectEntry } from './protocol.ts';
import { Session, type Listener } from './session.ts';
import { standingOf } from './store.ts';
import { aClock, aDecision, anEntry, anInject, aVault, aWelcome, EXERCISE, FakeWorld, settle } from './testing.ts';
import { memoryShelf, vaultOver, type Shelf } from './vault.ts';

class Screen implements Listener {
  readonly news: number[][] = [];
  readonly back: Draft[] = [];
  readonly refusals: [Act, string][] = [];
  readonly moves: (string | null)[] = [];
  readonly late: number[] = [];
  changed(): void {}
  arrived(injects: readonly InjectEntry[]): void { this.news.push(injects.map((i) => i.seq)); }
  logged(seq: number): void { this.late.push(seq); }
  cameBack(draft: Draft): void { this.back.push(draft); }
  refused(act: Act, message: string): void { this.refusals.push([act, message]); }
  moved(cell: string | null): void { this.moves.push(cell); }
  doubtful(): void {}
}

async function page(shelf: Shelf = memoryShelf(), world = new FakeWorld()) {
  const screen = new Screen();
  const session = await Session.open(EXERCISE, 'ws://here', aVault(shelf), world, screen);
  session.start();
  return { shelf, world, screen, session };
}

function welcomed(world: FakeWorld, change: Parameters<typeof aWelcome>[0] = {}): void {
  world.wire.open();
  world.wire.say(aWelcome(change));
  world.wire.say(aClock(new Date(world.millis).toISOString(), { running: change?.state === undefined || change.state === 'running' }));
}

const acts = (world: FakeWorld): Record<string, unknown>[] => world.wire.sent.filter((f) => 'clientId' in f);
const written = (decision: string, rationale = 'because'): Draft => ({ ...newDraft(`id-${decision}`, null), decision, rationale });
const injectOf = (session: Session, seq: number): InjectEntry => session.state.entries.get(seq) as InjectEntry;

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
  for (let i = 0; i < 100 && (await shelf.names(`${EXERCISE}/feed`)).length === 0; i += 1) await settle();
  first.stop();
  const again = new FakeWorld();
  const second = await Session.open(EXERCISE, 'ws://here', vault, again, new Screen());
  assert.equal(second.state.entries.size, 2);
  second.start();
  again.wire.open();
  assert.deepEqual(again.wire.of('resume'), [{ type: 'resume', lastSeq: 2 }]);
  second.stop();
});
