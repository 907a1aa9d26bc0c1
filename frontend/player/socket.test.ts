import assert from 'node:assert/strict';
import test from 'node:test';
import type { ServerMessage } from './protocol.ts';
import { backOff, FeedSocket, type Hearer } from './socket.ts';
import type { Link } from './store.ts';
import { anInject, aWelcome, FakeWorld } from './testing.ts';

class Ear implements Hearer {
  readonly messages: ServerMessage[] = [];
  readonly links: Link[] = [];
  readies = 0;
  unreadables = 0;
  readonly failures: number[] = [];
  heard(message: ServerMessage): void { this.messages.push(message); }
  link(link: Link): void { this.links.push(link); }
  ready(): void { this.readies += 1; }
  unreadable(): void { this.unreadables += 1; }
  failed(times: number): void { this.failures.push(times); }
}

function connected(lastSeq = 0): { world: FakeWorld; ear: Ear; socket: FeedSocket } {
  const world = new FakeWorld();
  const ear = new Ear();
  const socket = new FeedSocket('ws://here/ws/feed?exercise=x', lastSeq, ear, world);
  socket.connect();
  world.wire.open();
  world.wire.say(aWelcome());
  return { world, ear, socket };
}

test('it resumes from the last covered sequence, at first and after a drop', () => {
  const { world, socket } = connected(7);
  assert.deepEqual(world.wire.of('resume'), [{ type: 'resume', lastSeq: 7 }]);
  world.wire.say(anInject(10, { coversFrom: 8 }));
  world.wire.say({ type: 'upTo', seq: 14 });
  assert.equal(socket.lastSeq, 14);
  world.wire.drop();
  world.pass(500);
  world.wire.open();
  assert.deepEqual(world.wire.of('resume'), [{ type: 'resume', lastSeq: 14 }]);
});

test('a gap is asked for once, and once more when part of it came', () => {
  const { world, socket } = connected();
  world.wire.say(anInject(5, { coversFrom: 4 }));
  world.wire.say(anInject(6));
  world.wire.say({ type: 'upTo', seq: 6 });
  assert.deepEqual(world.wire.of('resume').slice(1), []);
  assert.equal(socket.lastSeq, 0);
  world.wire.say(anInject(2, { coversFrom: 1 }));
  assert.deepEqual(world.wire.of('resume').slice(1), [{ type: 'resume', lastSeq: 2 }]);
  world.wire.say(anInject(5, { coversFrom: 3 }));
  assert.equal(socket.lastSeq, 6);
  assert.equal(world.wire.of('resume').length, 2);
});

test('a gap after entries that followed on is asked for at once', () => {
  const { world } = connected();
  world.wire.say(anInject(1));
  world.wire.say(anInject(4));
  assert.deepEqual(world.wire.of('resume').slice(1), [{ type: 'resume', lastSeq: 1 }]);
});

test('it backs off 0.5, 1, 2, 4, 8, 8 seconds, each with up to half as much again', () => {
  assert.deepEqual([0, 1, 2, 3, 4, 5, 50].map((n) => backOff(n, 0)), [500, 1000, 2000, 4000, 8000, 8000, 8000]);
  assert.equal(backOff(1, 0.9999), 1499);
  const { world, ear } = connected();
  world.wire.drop();
  for (const wait of [500, 1000, 2000, 4000, 8000, 8000]) {
    const before = world.wires.length;
    world.pass(wait - 1);
    assert.equal(world.wires.length, before);
    world.pass(1);
    assert.equal(world.wires.length, before + 1);
    world.wire.drop();
  }
  assert.deepEqual(ear.failures, [1, 2, 3, 4, 5, 6]);
});

test('the back-off begins anew once the server has welcomed, not merely opened', () => {
  const { world } = connected();
  world.wire.drop();
  world.pass(500);
  world.wire.open();
  world.wire.drop();
  world.pass(999);
  assert.equal(world.wires.length, 2);
  world.pass(1);
  assert.equal(world.wires.length, 3);
  world.wire.open();
  world.wire.say(aWelcome());
  world.wire.drop();
  world.pass(500);
  assert.equal(world.wires.length, 4);
});

test('offline is counted from the first loss until the next welcome', () => {
  const { world, ear } = connected();
  const lost = world.millis;
  world.wire.drop();
  world.pass(500);
  world.wire.drop();
  assert.deepEqual(ear.links, [{ status: 'live' }, { status: 'offline', since: lost }, { status: 'offline', since: lost }]);
  world.pass(1000);
  world.wire.open();
  world.wire.say(aWelcome());
  assert.deepEqual(ear.links.at(-1), { status: 'live' });
});

test('45 seconds of silence are a lost connection; anything heard starts the count again', () => {
  const { world, ear } = connected();
  world.pass(44_999);
  world.wire.say({ type: 'upTo', seq: 1 });
  world.pass(44_999);
  assert.deepEqual(ear.links.at(-1), { status: 'live' });
  const silent = world.wire;
  world.pass(1);
  assert.equal(ear.links.at(-1)?.status, 'offline');
  assert.equal(silent.closed, true);
  world.pass(500);
  assert.equal(world.wires.length, 2);
  silent.say(anInject(9));
  assert.equal(ear.messages.filter((m) => m.type === 'entry').length, 0);
});

test('a connection that never opens is given up after ten seconds', () => {
  const world = new FakeWorld();
  const ear = new Ear();
  new FeedSocket('ws://here', 0, ear, world).connect();
  world.pass(10_000);
  assert.equal(ear.links.at(-1)?.status, 'offline');
});

test('waking with a fresh link measures the clock again; with a stale one connects anew at once', () => {
  const { world, socket, ear } = connected();
  world.pass(5000);
  socket.wake();
  assert.deepEqual([world.wires.length, world.wire.of('resume').length], [1, 2]);
  const old = world.wire;
  world.pass(20_000);
  socket.wake();
  assert.deepEqual([world.wires.length, old.closed, ear.links.at(-1)?.status], [2, true, 'offline']);
});

test('waking while it waits to try again tries at once, and only once', () => {
  const { world, socket } = connected();
  for (let i = 0; i < 5; i += 1) {
    world.wire.drop();
    world.pass(8000);
  }
  world.wire.drop();
  const before = world.wires.length;
  socket.wake();
  assert.equal(world.wires.length, before + 1);
  world.wire.open();
  world.wire.say(aWelcome());
  world.pass(10_000);
  assert.equal(world.wires.length, before + 1);
});

test('resync starts again from nothing', () => {
  const { world, socket } = connected(9);
  world.wire.say({ type: 'resync', reason: 'moved' });
  assert.equal(socket.lastSeq, 0);
  assert.deepEqual(world.wire.of('resume').at(-1), { type: 'resume', lastSeq: 0 });
});

test('close codes: what ends, ends; too many frames waits five seconds; the rest comes back', () => {
  for (const [code, why] of [[4401, 'token'], [4403, 'ejected'], [4409, 'version']] as const) {
    const { world, ear } = connected();
    world.wire.drop(code);
    assert.deepEqual(ear.links.at(-1), { status: 'ended', why });
    world.pass(60_000);
    assert.equal(world.wires.length, 1);
  }
  for (const [code, wait] of [[1001, 500], [1006, 500], [1012, 500], [4408, 500], [4413, 500], [4429, 5000]] as const) {
    const { world, ear } = connected();
    world.wire.drop(code);
    world.pass(wait - 1);
    assert.equal(world.wires.length, 1, String(code));
    world.pass(1);
    assert.equal(world.wires.length, 2, String(code));
    assert.equal(ear.unreadables, code === 4413 ? 1 : 0);
  }
});

test('a frame that is not in the protocol is passed over; the next one is heard', () => {
  const { world, ear } = connected();
  world.wire.say('{"type": "entry"');
  world.wire.say({ type: 'entry', seq: 'one' });
  world.wire.say({ type: 'somethingNew' });
  world.wire.say(anInject(1));
  assert.deepEqual(ear.messages.map((m) => m.type), ['welcome', 'other', 'entry']);
});

test('several entries in one frame are heard one by one, and each covers on from the one before', () => {
  const { world, ear, socket } = connected();
  world.wire.say({ type: 'entries', entries: [{ ...anInject(3), coversFrom: 1 }, { ...anInject(5), coversFrom: 4 }] });
  assert.deepEqual(ear.messages.slice(1).map((m) => m.type === 'entry' && m.seq), [3, 5]);
  assert.equal(socket.lastSeq, 5);
  const asked = world.wire.of('resume').length;
  world.wire.say({ type: 'entries', entries: [{ ...anInject(8), coversFrom: 7 }, { ...anInject(9), coversFrom: 9 }] });
  assert.deepEqual([socket.lastSeq, world.wire.of('resume').length], [5, asked + 1]);
});

test('nothing is sent on a link that is not open', () => {
  const { world, socket } = connected();
  world.wire.drop();
  assert.equal(socket.send({ type: 'seen', seqs: [1] }), false);
});
