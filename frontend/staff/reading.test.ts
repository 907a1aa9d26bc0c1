import assert from 'node:assert/strict';
import { test, mock } from 'node:test';
import { duration, elapsed, storyTime, take, type Reading } from './reading';

const NINE = 9 * 3600;
let now = 0;
mock.method(performance, 'now', () => now);
(globalThis as { window?: unknown }).window = { setInterval: () => 1, clearInterval: () => undefined };

const reading = (elapsedSeconds: number, pace: number): Reading => ({
  elapsed: elapsedSeconds * 1e6,
  pace,
  now: 0,
  start: NINE,
  length: 3 * 3600 * 1e6,
  started: true,
});

test('the clock runs on from its last reading at the pace of the exercise', () => {
  take(reading(60, 6000));
  now += 1000;
  assert.equal(elapsed(), 120e6);
});

test('a reading that comes a little late never turns the clock back while it runs', () => {
  take(reading(1000, 100));
  now += 2000;
  assert.equal(elapsed(), 1002e6);
  take(reading(1001.5, 100));
  assert.equal(elapsed(), 1002e6);
});

test('a clock that stands shows exactly where it stands', () => {
  take(reading(2000, 100));
  now += 3000;
  elapsed();
  take(reading(2001, 0));
  now += 60_000;
  assert.equal(elapsed(), 2001e6);
});

test('a large step back is shown: another exercise, or an outage that paused it earlier', () => {
  take(reading(5000, 100));
  take(reading(100, 100));
  assert.equal(elapsed(), 100e6);
});

test('story time wraps at midnight', () => {
  assert.equal(storyTime(84.6e9 + 36e6, NINE), '08:30:36');
  assert.equal(storyTime(5076e6, NINE), '10:24:36');
});

test('lengths of time show hours only when there are any', () => {
  assert.equal(duration(156e6), '2:36');
  assert.equal(duration(5076e6), '1:24:36');
  assert.equal(duration(-156e6), '2:36');
});
