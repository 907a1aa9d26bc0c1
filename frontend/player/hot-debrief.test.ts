/** The hot debrief on the phone: kept through reloads, sent when there is a network, changed, refused, and never sent in another's name. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { HotDebrief, newSlip, readStanding, type Standing } from './hot-debrief.ts';
import { NotInProtocol } from './json.ts';
import { aVault, EXERCISE, FakeWorld, ME, settle } from './testing.ts';
import { memoryShelf, type Shelf } from './vault.ts';

type Answer = Standing | { status: number; reason: string; retryAfterSeconds?: number } | 'offline';

const OPEN: Standing = { state: 'open', naming: 'choice', answered: false, mine: null };

function aPage(shelf: Shelf = memoryShelf(), world = new FakeWorld()) {
  const sent: (Record<string, unknown> | null)[] = [];
  const server = { answers: [] as Answer[], hold: Promise.resolve() };
  let arrived = 0;
  const debrief = new HotDebrief(aVault(shelf), EXERCISE, world, (there) => { arrived += there ? 1 : 0; }, async (_, init) => {
    const answer = server.answers.shift() ?? OPEN;
    if (answer === 'offline') throw new TypeError('no network');
    sent.push(init.body === undefined ? null : (JSON.parse(init.body as string) as Record<string, unknown>));
    await server.hold;
    return 'status' in answer ? Response.json({ message: `Because ${answer.reason}`, ...answer }, { status: answer.status }) : Response.json(answer);
  });
  return { shelf, world, debrief, sent, server, arrived: () => arrived };
}

test('what is written is on the phone, survives a reload, and is sent only when the person says so', async () => {
  const first = aPage();
  await first.debrief.wake(ME);
  await first.debrief.write({ wentWell: 'Heard each other out' });
  await first.debrief.write({ withName: false });
  const second = aPage(first.shelf);
  await second.debrief.wake(ME);
  assert.equal(second.debrief.kept.answers.wentWell, 'Heard each other out');
  assert.equal(second.debrief.kept.slip, first.debrief.kept.slip);
  assert.deepEqual([...first.sent, ...second.sent], [null, null]);
  await second.debrief.send();
  assert.deepEqual(second.sent.at(-1), { withName: false, slip: first.debrief.kept.slip, wentWell: 'Heard each other out', didNot: '', differently: '' });
  assert.equal(second.debrief.kept.status, 'sent');
  assert.equal(second.arrived(), 1);
});

test('without a network it waits, through a reload, and goes by itself with the same slip', async () => {
  const first = aPage();
  await first.debrief.wake(ME);
  await first.debrief.write({ didNot: 'Nobody owned the road', withName: true });
  first.server.answers.push('offline', 'offline');
  await first.debrief.send();
  assert.equal(first.debrief.waiting, true);
  assert.equal(first.sent.length, 1);
  first.world.pass(2000);
  await settle();
  assert.equal(first.debrief.waiting, true);
  first.debrief.stop();

  const second = aPage(first.shelf);
  await second.debrief.wake(ME);
  assert.equal(second.debrief.kept.status, 'sent');
  assert.deepEqual(second.sent.map((s) => s?.['slip']), [first.debrief.kept.slip]);
});

test('a server that is away is asked again when it said', async () => {
  const { debrief, world, server, sent } = aPage();
  await debrief.wake(ME);
  await debrief.write({ wentWell: 'a', withName: true });
  server.answers.push({ status: 503, reason: 'record-away', retryAfterSeconds: 3 });
  await debrief.send();
  world.pass(2900);
  await settle();
  assert.equal(sent.length, 2);
  world.pass(200);
  await settle();
  assert.equal(sent.length, 3);
  assert.equal(debrief.kept.status, 'sent');
});

test('what is written on while it is on its way is not taken for what arrived', async () => {
  const { debrief, sent, server } = aPage();
  await debrief.wake(ME);
  await debrief.write({ wentWell: 'first', withName: true });
  let answer = (): void => undefined;
  server.hold = new Promise((resolve) => { answer = resolve; });
  const sending = debrief.send();
  await settle();
  await debrief.write({ wentWell: 'second' });
  answer();
  await sending;
  assert.equal(debrief.kept.status, 'draft');
  await debrief.send();
  assert.deepEqual(sent.map((s) => s?.['wentWell']), [undefined, 'first', 'second']);
  assert.equal(debrief.kept.status, 'sent');
});

test('a refusal brings it back with the reason, and nothing is lost', async () => {
  const { debrief, server } = aPage();
  await debrief.wake(ME);
  await debrief.write({ wentWell: 'a', withName: true });
  server.answers.push({ status: 410, reason: 'hot-debrief-closed' });
  await debrief.send();
  assert.deepEqual([debrief.kept.status, debrief.kept.fault, debrief.standing?.state], ['draft', 'Because hot-debrief-closed', 'closed']);
  assert.equal(debrief.kept.answers.wentWell, 'a');
});

test('nothing goes without a word, over the limit, or before with or without the name is chosen', async () => {
  const { debrief, sent } = aPage();
  await debrief.wake(ME);
  assert.deepEqual(debrief.check(), { field: 'wentWell', why: 'empty' });
  await debrief.write({ differently: 'x'.repeat(4001) });
  assert.deepEqual(debrief.check(), { field: 'differently', why: 'long', over: 1 });
  await debrief.write({ differently: 'x' });
  assert.deepEqual(debrief.check(), { field: 'withName', why: 'choose' });
  await debrief.send();
  assert.deepEqual(sent, [null]);
});

test('as the director has set it: always with the name, or never', async () => {
  for (const [naming, withName] of [['named', true], ['anonymous', false]] as const) {
    const { debrief, server, sent } = aPage();
    server.answers.push({ ...OPEN, naming });
    await debrief.wake(ME);
    await debrief.write({ wentWell: 'a' });
    server.answers.push({ ...OPEN, naming, answered: true });
    await debrief.send();
    assert.equal(sent.at(-1)?.['withName'], withName);
  }
});

test('what was answered with the name on another phone is shown; what was answered without can be changed nowhere else', async () => {
  const mine = { wentWell: 'a', didNot: '', differently: '' };
  const named = aPage();
  named.server.answers.push({ ...OPEN, answered: true, mine });
  await named.debrief.wake(ME);
  assert.deepEqual([named.debrief.kept.answers, named.debrief.kept.status, named.debrief.elsewhere], [mine, 'sent', false]);
  const nameless = aPage();
  nameless.server.answers.push({ ...OPEN, answered: true });
  await nameless.debrief.wake(ME);
  assert.equal(nameless.debrief.elsewhere, true);
});

test('somebody else on the same phone has answers and a slip of their own', async () => {
  const first = aPage();
  await first.debrief.wake(ME);
  await first.debrief.write({ wentWell: 'mine', withName: false });
  const second = aPage(first.shelf);
  await second.debrief.wake('another');
  assert.equal(second.debrief.kept.answers.wentWell, '');
  assert.notEqual(second.debrief.kept.slip, first.debrief.kept.slip);
});

test('leaving takes it off the phone', async () => {
  const { debrief, shelf } = aPage();
  await debrief.wake(ME);
  await debrief.write({ wentWell: 'mine' });
  assert.equal((await shelf.names('')).length, 1);
  await debrief.forget();
  assert.deepEqual(await shelf.names(''), []);
});

test('slips are of chance and fit the protocol', () => {
  const slips = Array.from({ length: 200 }, newSlip);
  assert.equal(new Set(slips).size, 200);
  for (const slip of slips) assert.match(slip, /^[A-Za-z0-9_-]{22,64}$/);
});

test('a standing that is not in the protocol is refused', () => {
  for (const bad of [{ ...OPEN, state: 'perhaps' }, { ...OPEN, naming: 'x' }, { ...OPEN, answered: 1 }, { ...OPEN, mine: {} }, null]) assert.throws(() => readStanding(bad), NotInProtocol);
});
