import assert from 'node:assert/strict';
import test from 'node:test';
import { clockOf, duration, elapsedAt, jumped, serverMillis, storyTime } from './clock.ts';
import type { ClockReading } from './protocol.ts';
import { randomFrom } from './testing.ts';

const reading: ClockReading = {
  type: 'clock', running: true, elapsedMicros: 5_076_000_000, pacePercent: 100, serverNow: '2026-05-14T10:26:36.123456Z', startTime: '2026-05-14T09:00:00', lengthMicros: 10_800_000_000,
};
const server = Date.parse('2026-05-14T10:26:36.123Z');

test('at the reading the story shows start time plus elapsed, however wrong the phone is', () => {
  for (const phone of [server, server - 3_600_000, server + 86_400_000]) {
    const clock = clockOf(reading, phone);
    assert.equal(storyTime(clock, elapsedAt(clock, phone)), '10:24:36');
    assert.equal(serverMillis(clock, phone), server);
    assert.equal(storyTime(clock, elapsedAt(clock, phone + 60_000)), '10:25:36');
  }
});

test('a clock that stands, stands', () => {
  const clock = clockOf({ ...reading, running: false }, server);
  assert.equal(elapsedAt(clock, server + 600_000), 5_076_000_000);
});

test('pace is a percentage of real time', () => {
  assert.equal(elapsedAt(clockOf({ ...reading, pacePercent: 6000 }, server), server + 1000), 5_076_000_000 + 60_000_000);
  assert.equal(elapsedAt(clockOf({ ...reading, pacePercent: 1 }, server), server + 100_000), 5_076_000_000 + 1_000_000);
  assert.equal(elapsedAt(clockOf({ ...reading, pacePercent: 10_000 }, server), server + 10), 5_076_000_000 + 1_000_000);
});

test('exercise time never runs back behind the reading when the phone is set back', () => {
  assert.equal(elapsedAt(clockOf(reading, server), server - 50_000), 5_076_000_000);
});

test('story time goes over midnight', () => {
  const clock = clockOf({ ...reading, startTime: '2026-05-14T23:30:00' }, server);
  assert.equal(storyTime(clock, 3_600_000_000), '00:30:00');
});

for (let seed = 1; seed <= 50; seed += 1) {
  test(`from seed ${seed}: between readings the clock never runs backwards`, () => {
    const random = randomFrom(seed);
    const clock = clockOf({ ...reading, pacePercent: 1 + Math.floor(random() * 10_000), elapsedMicros: Math.floor(random() * 1e10) }, server);
    let now = server;
    let last = elapsedAt(clock, now);
    for (let i = 0; i < 200; i += 1) {
      now += Math.floor(random() * 5000);
      const next = elapsedAt(clock, now);
      assert.ok(next >= last && Number.isInteger(next));
      last = next;
    }
  });
}

test('durations read as people say them', () => {
  assert.deepEqual([0, 36_400, 96_000, 3_729_000, -5].map(duration), ['0:00', '0:36', '1:36', '1:02:09', '0:00']);
});

test('a clock that was set, or a sleep, is a jump; ordinary drift is not', () => {
  assert.equal(jumped({ wall: 1000, mono: 0 }, { wall: 2000, mono: 1004 }), false);
  assert.equal(jumped({ wall: 1000, mono: 0 }, { wall: 601_000, mono: 1000 }), true);
  assert.equal(jumped({ wall: 1000, mono: 0 }, { wall: -50_000, mono: 1000 }), true);
});
