/** Reading codes and addresses, drafts, identifiers and the vault. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { actOf, check, clean, isBlank, newDraft, type Draft } from './drafts.ts';
import { newId } from './ids.ts';
import { JoinApi, JoinFailed, readAddress, readCode, readLink, readRejoinCode } from './join.ts';
import { EXERCISE } from './testing.ts';
import { memoryShelf, vaultOver } from './vault.ts';

test('a code is read as people type and paste it', () => {
  for (const typed of ['K7M4RX', 'k7m4rx', ' k7m 4rx ', 'K7M-4RX', 'K7M4RXYZ', 'https://exercise.example/play/K7M4RX', 'http://192.168.1.4:8080/play/k7m4rx?x=1', 'k7 m4 rx\n']) assert.equal(readCode(typed), 'K7M4RX', typed);
  assert.equal(readCode('k7'), 'K7');
  assert.equal(readCode('—'), '');
});

test('a rejoin code is read with or without its dash', () => {
  assert.deepEqual(['hjk4tm7q', 'HJK4-TM7Q', ' hjk4 tm7q', 'hjk4', 'hjk4t'].map(readRejoinCode), ['HJK4-TM7Q', 'HJK4-TM7Q', 'HJK4-TM7Q', 'HJK4', 'HJK4-T']);
});

test('the address says a code, an exercise or nothing', () => {
  assert.deepEqual(readAddress('/play'), { exercise: null, code: null });
  assert.deepEqual(readAddress('/play/'), { exercise: null, code: null });
  assert.deepEqual(readAddress('/play/k7m4rx'), { exercise: null, code: 'K7M4RX' });
  assert.deepEqual(readAddress('/play/K7M4RX/'), { exercise: null, code: 'K7M4RX' });
  assert.deepEqual(readAddress('/play/K7M'), { exercise: null, code: null });
  assert.deepEqual(readAddress('/play/%E0%A4%A'), { exercise: null, code: null });
  assert.deepEqual(readAddress(`/play/exercise/${EXERCISE}`), { exercise: EXERCISE, code: null });
});

test('what fails in joining carries its reason, the text to show and how long to wait', async () => {
  const answer = (response: () => Response | Promise<Response>) => new JoinApi(async () => response()).look('K7M4RX').then(() => null, (f: unknown) => f);
  const throttled = await answer(() => Response.json({ reason: 'throttled', message: 'Wait.', retryAfterSeconds: 20 }, { status: 429 }));
  assert.ok(throttled instanceof JoinFailed);
  assert.deepEqual([throttled.reason, throttled.message, throttled.retryAfterSeconds], ['throttled', 'Wait.', 20]);
  const reason = async (response: () => Response | Promise<Response>): Promise<string> => ((await answer(response)) as JoinFailed).reason;
  assert.equal(await reason(() => Promise.reject(new TypeError('network'))), 'offline');
  assert.equal(await reason(() => new Response('<html>', { status: 502 })), 'unreadable');
  assert.equal(await reason(() => Response.json({ title: 7 })), 'unreadable');
});

const draft = (change: Partial<Draft>): Draft => ({ ...newDraft('id', 12), decision: 'd', rationale: 'r', ...change });

test('what is missing or too long is found before it is sent, in the order of the form', () => {
  assert.equal(check(draft({}), 'running'), null);
  assert.deepEqual(check(draft({ decision: '  ', rationale: '' }), 'running'), { field: 'decision', why: 'missing', over: 0 });
  assert.deepEqual(check(draft({ rationale: ' \n' }), 'running'), { field: 'rationale', why: 'missing', over: 0 });
  assert.deepEqual(check(draft({ rationale: 'x'.repeat(4003) }), 'running'), { field: 'rationale', why: 'long', over: 3 });
  assert.deepEqual(check(draft({ expectedEffect: 'x'.repeat(4001) }), 'running'), { field: 'expectedEffect', why: 'long', over: 1 });
  assert.deepEqual(check(draft({ actions: [{ text: ' ', owner: 'S', due: '' }] }), 'running'), { field: 'actions', why: 'missing', over: 0 });
  assert.equal(check(draft({ actions: [{ text: '', owner: '', due: '' }] }), 'running'), null);
  assert.deepEqual(check(draft({}), 'closing'), { field: 'lateReason', why: 'missing', over: 0 });
  assert.equal(check(draft({ lateReason: 'no network' }), 'closing'), null);
});

test('what fits in each field but not in one frame is found too', () => {
  const long = '\u20ac'.repeat(4000);
  const actions = Array.from({ length: 20 }, () => ({ text: '\u20ac'.repeat(400), owner: '', due: '' }));
  assert.equal(check(draft({ decision: long, rationale: long, options: long }), 'running'), null);
  assert.deepEqual(check(draft({ decision: long, rationale: long, options: long, expectedEffect: long, actions }), 'running'), { field: null, why: 'big' });
});

test('the reason why it is late goes along only after ENDEX; empty actions stay behind', () => {
  const written = draft({ lateReason: 'no network', actions: [{ text: ' call ', owner: ' S ', due: '' }, { text: '', owner: '', due: '' }] });
  assert.equal(actOf(written, 'running').lateReason, null);
  assert.equal(actOf(written, 'closing').lateReason, 'no network');
  assert.deepEqual(actOf(written, 'running').actions, [{ text: 'call', owner: 'S', due: '' }]);
});

test('a NUL and a lone surrogate never leave the page; whole emoji and other scripts do', () => {
  assert.equal(clean(' a\0b '), 'ab');
  assert.equal(clean('x\uD83Dy\uDE00z'), 'x\uFFFDy\uFFFDz');
  assert.equal(clean('Llŷn 🚑 救急'), 'Llŷn 🚑 救急');
});

test('a draft is blank until something is written', () => {
  assert.equal(isBlank(newDraft('id', 12)), true);
  assert.equal(isBlank(draft({ decision: '', rationale: '', actions: [{ text: '', owner: '', due: '10:30' }] })), false);
});

test('identifiers are UUIDs of version 4, each its own', () => {
  const ids = Array.from({ length: 500 }, newId);
  assert.equal(new Set(ids).size, 500);
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

const aKey = (): Promise<CryptoKey> => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

test('an encrypted vault gives back what it was given, shows none of it, and is bound to the name', async () => {
  const shelf = memoryShelf();
  const vault = vaultOver(shelf, await aKey(), 'encrypted');
  await vault.put('x/one', { secret: 'oxygen' });
  await vault.put('x/two', { secret: 'coaches' });
  assert.deepEqual(await vault.get('x/one'), { secret: 'oxygen' });
  assert.deepEqual(await vault.all('x/'), [{ secret: 'oxygen' }, { secret: 'coaches' }]);
  const lying = (await shelf.get('x/one')) as { data: ArrayBuffer };
  assert.equal(Buffer.from(lying.data).includes('oxygen'), false);
  await shelf.put('x/two', lying);
  assert.equal(await vault.get('x/two'), undefined);
});

test('what was sealed with a key that is gone is passed over, not fatal', async () => {
  const shelf = memoryShelf();
  await vaultOver(shelf, await aKey(), 'encrypted').put('x/one', 1);
  const other = vaultOver(shelf, await aKey(), 'encrypted');
  assert.deepEqual(await other.all('x/'), []);
  assert.deepEqual(await vaultOver(shelf, null, 'open').all('x/'), []);
});

test('an open vault keeps too, and forgets what is removed', async () => {
  const vault = vaultOver(memoryShelf(), null, 'open');
  await vault.put('x/one', [1]);
  assert.deepEqual(await vault.get('x/one'), [1]);
  await vault.remove('x/one');
  assert.equal(await vault.get('x/one'), undefined);
});

test('a personal link is read from behind the hash of its own address and nowhere else', () => {
  assert.equal(readLink('/play/i', '#bywf-Dk_9'), 'bywf-Dk_9');
  assert.equal(readLink('/play/i/', '#bywf'), 'bywf');
  assert.equal(readLink('/play/i', ''), null);
  assert.equal(readLink('/play/i', '#a b'), null);
  assert.equal(readLink('/play/K7M4RX', '#bywf'), null);
  assert.equal(readAddress('/play/i').code, null);
});
