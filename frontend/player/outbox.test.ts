import assert from 'node:assert/strict';
import test from 'node:test';
import { ANYBODY, Outbox } from './outbox.ts';
import type { Act } from './protocol.ts';
import { aVault, EXERCISE, ME } from './testing.ts';
import { memoryShelf } from './vault.ts';

const decision = (clientId: string): Act => ({ type: 'decision', clientId, inReplyTo: null, decision: 'd', rationale: 'r', reliedOn: [], options: '', expectedEffect: '', actions: [], lateReason: null });
const acknowledge = (clientId: string, inject: number): Act => ({ type: 'acknowledge', clientId, inject });
const noDuff = (clientId: string): Act => ({ type: 'noDuff', clientId, reason: 'r' });
const ids = (frames: { clientId: string }[]): string[] => frames.map((f) => f.clientId);

test('acts are sent in the order they were written, with the time they were written and the time now', async () => {
  const outbox = await Outbox.open(aVault(), EXERCISE);
  await outbox.add(decision('a'), ME, 100, null);
  await outbox.add(acknowledge('b', 12), ME, 200, null);
  const frames = outbox.take(ME, 5000, false);
  assert.deepEqual(ids(frames), ['a', 'b']);
  assert.deepEqual(frames.map((f) => [f.written, f.sent]), [[100, 5000], [200, 5000]]);
});

test('what was sent is not sent again until the connection is lost, and then with the same id', async () => {
  const outbox = await Outbox.open(aVault(), EXERCISE);
  await outbox.add(decision('a'), ME, 100, null);
  assert.deepEqual(ids(outbox.take(ME, 1, false)), ['a']);
  assert.deepEqual(ids(outbox.take(ME, 2, false)), []);
  outbox.lost();
  assert.deepEqual(ids(outbox.take(ME, 3, false)), ['a']);
});

test('the same id twice is one act, and so is a second acknowledgement of one inject', async () => {
  const outbox = await Outbox.open(aVault(), EXERCISE);
  await outbox.add(decision('a'), ME, 100, null);
  await outbox.add(decision('a'), ME, 150, null);
  await outbox.add(acknowledge('b', 12), ME, 200, null);
  await outbox.add(acknowledge('c', 12), ME, 210, null);
  await outbox.add(acknowledge('d', 13), ME, 220, null);
  assert.deepEqual(ids(outbox.take(ME, 1, false)), ['a', 'b', 'd']);
});

test('a reload finds everything that had no answer, in order, and nothing that had one', async () => {
  const shelf = memoryShelf();
  const before = await Outbox.open(aVault(shelf), EXERCISE);
  for (const id of ['c', 'a', 'b']) await before.add(decision(id), ME, 100, 7);
  before.take(ME, 1, false);
  await before.done('a');
  const reloaded = await Outbox.open(aVault(shelf), EXERCISE);
  assert.deepEqual(ids(reloaded.take(ME, 2, false)), ['c', 'b']);
  assert.equal(reloaded.items[0]?.storyAt, 7);
  assert.deepEqual((await Outbox.open(aVault(shelf), 'another')).items, []);
});

test('done and refused hand the act back once and take it off the phone', async () => {
  const shelf = memoryShelf();
  const outbox = await Outbox.open(aVault(shelf), EXERCISE);
  await outbox.add(decision('a'), ME, 100, null);
  await outbox.add(decision('b'), ME, 100, null);
  assert.equal((await outbox.done('a'))?.act.clientId, 'a');
  assert.equal(await outbox.done('a'), undefined);
  assert.equal((await outbox.refused({ type: 'refused', clientId: 'b', reason: 'too-long', field: null, message: '' }, () => 'x'))?.act.clientId, 'b');
  assert.deepEqual(await shelf.names(''), []);
});

test('while play is stopped only no duff is sent; the rest waits for the all-clear', async () => {
  const outbox = await Outbox.open(aVault(), EXERCISE);
  await outbox.add(decision('a'), ME, 100, null);
  await outbox.add(noDuff('n'), ME, 200, null);
  assert.deepEqual(ids(outbox.take(ME, 1, true)), ['n']);
  assert.deepEqual(ids(outbox.take(ME, 2, false)), ['a']);
});

test('no duff goes before everything else', async () => {
  const outbox = await Outbox.open(aVault(), EXERCISE);
  await outbox.add(decision('a'), ME, 100, null);
  await outbox.add(noDuff('n'), ME, 200, null);
  assert.deepEqual(ids(outbox.take(ME, 1, false)), ['n', 'a']);
});

test('what was refused because play was stopped waits under a new id, across a reload too', async () => {
  const shelf = memoryShelf();
  const outbox = await Outbox.open(aVault(shelf), EXERCISE);
  await outbox.add(decision('a'), ME, 100, null);
  outbox.take(ME, 1, false);
  assert.equal(await outbox.refused({ type: 'refused', clientId: 'a', reason: 'stopped', field: null, message: '' }, () => 'again'), undefined);
  assert.deepEqual(ids(outbox.take(ME, 2, false)), ['again']);
  const reloaded = await Outbox.open(aVault(shelf), EXERCISE);
  assert.deepEqual(reloaded.items.map((w) => [w.act.clientId, w.written]), [['again', 100]]);
});

test('a busy server holds everything until it said, then all goes again in order', async () => {
  const outbox = await Outbox.open(aVault(), EXERCISE);
  await outbox.add(decision('a'), ME, 100, null);
  await outbox.add(decision('b'), ME, 100, null);
  outbox.take(ME, 1000, false);
  assert.equal(outbox.busy(3, 1000), 3000);
  assert.deepEqual(ids(outbox.take(ME, 3999, false)), []);
  assert.deepEqual(ids(outbox.take(ME, 4000, false)), ['a', 'b']);
});

test('nothing is sent in the name of another participant', async () => {
  const outbox = await Outbox.open(aVault(), EXERCISE);
  await outbox.add(decision('a'), 'somebody else', 100, null);
  assert.deepEqual(outbox.take(ME, 1, false), []);
  assert.equal(outbox.items.length, 1);
});

test('no duff called before the server has said who this is goes as whoever this is', async () => {
  const outbox = await Outbox.open(aVault(), EXERCISE);
  await outbox.add(noDuff('n'), ANYBODY, 100, null);
  assert.deepEqual(ids(outbox.take(ME, 1, false)), ['n']);
});

test('a long queue goes in parts', async () => {
  const outbox = await Outbox.open(aVault(), EXERCISE);
  for (let i = 0; i < 40; i += 1) await outbox.add(decision(`a${i}`), ME, 100, null);
  const parts = [outbox.take(ME, 1, false), outbox.take(ME, 2, false), outbox.take(ME, 3, false), outbox.take(ME, 4, false)];
  assert.deepEqual(parts.map((p) => p.length), [15, 15, 10, 0]);
  assert.deepEqual(parts.flatMap(ids), Array.from({ length: 40 }, (_, i) => `a${i}`));
});

test('a phone that cannot keep still sends, and says so', async () => {
  const full = { ...memoryShelf(), put: async () => Promise.reject(new Error('full')) };
  const vault = aVault(full);
  const outbox = await Outbox.open(vault, EXERCISE);
  await outbox.add(decision('a'), ME, 100, null);
  assert.equal(vault.failing, true);
  assert.deepEqual(ids(outbox.take(ME, 1, false)), ['a']);
});

test('what was written without a network says so, whatever it is', async () => {
  const outbox = await Outbox.open(aVault(memoryShelf()), EXERCISE);
  await outbox.add({ type: 'acknowledge', clientId: 'a', inject: 12 }, ME, 100, null, true);
  await outbox.add({ type: 'message', clientId: 'b', to: 'control', cell: null, body: null, inReplyTo: null, inject: null, text: 'Forty.' }, ME, 200, null, true);
  await outbox.add({ type: 'answer', clientId: 'c', move: 1, number: 1, base: 0, answer: 'Boats first.' }, ME, 300, null);
  await outbox.add({ type: 'confirm', clientId: 'd', check: 3 }, ME, 400, null, true);
  assert.deepEqual(outbox.take(ME, 500, false).map((f) => [f.clientId, f.offline]), [['a', true], ['b', true], ['c', false], ['d', undefined]]);
});

test('a decision that was written without a network says so, and so does one whose connection was lost before it had an answer', async () => {
  const shelf = memoryShelf();
  const outbox = await Outbox.open(aVault(shelf), EXERCISE);
  await outbox.add(decision('a'), ME, 100, null, true);
  await outbox.add(decision('b'), ME, 200, null);
  assert.deepEqual(outbox.take(ME, 300, false).map((f) => f.offline), [true, false]);
  outbox.lost();
  await outbox.add(decision('c'), ME, 400, null);
  assert.deepEqual(outbox.take(ME, 500, false).map((f) => f.offline), [true, true, false]);
  const reloaded = await Outbox.open(aVault(shelf), EXERCISE);
  assert.deepEqual(reloaded.take(ME, 600, false).map((f) => [f.clientId, f.offline]), [['a', true], ['b', true], ['c', false]]);
});
