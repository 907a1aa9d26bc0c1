import assert from 'node:assert/strict';
import test from 'node:test';
import { cover, coveredTo, coverUpTo, hasGap, NOTHING, type Coverage } from './coverage.ts';
import { randomFrom } from './testing.ts';

test('an entry that follows on moves coverage to its sequence', () => {
  assert.equal(cover(coveredTo(9), 10, 12).last, 12);
});

test('a gap holds coverage back until it is filled, whatever lies beyond', () => {
  let c: Coverage = cover(coveredTo(5), 10, 12);
  assert.deepEqual([c.last, hasGap(c)], [5, true]);
  c = cover(c, 14, 14);
  assert.equal(c.last, 5);
  c = cover(c, 6, 9);
  assert.deepEqual([c.last, hasGap(c)], [12, true]);
  c = cover(c, 13, 13);
  assert.deepEqual([c.last, hasGap(c)], [14, false]);
});

test('the same entry twice, or an older one, changes nothing', () => {
  const c = cover(NOTHING, 1, 7);
  assert.deepEqual(cover(c, 1, 7), c);
  assert.deepEqual(cover(c, 3, 4), c);
});

test('nothing for you up to here covers, but never over a known gap and never backwards', () => {
  assert.equal(coverUpTo(coveredTo(5), 21).last, 21);
  assert.equal(coverUpTo(coveredTo(30), 21).last, 30);
  assert.equal(coverUpTo(cover(coveredTo(5), 10, 12), 21).last, 5);
});

for (let seed = 1; seed <= 200; seed += 1) {
  test(`from seed ${seed}: coverage is the highest sequence without a gap, in whatever order and however often frames come`, () => {
    const random = randomFrom(seed);
    const frames: [number, number][] = [];
    for (let next = 1; next < 60; ) {
      const to = next + Math.floor(random() * 4);
      frames.push([next, to]);
      next = to + 1;
    }
    const script = [...frames, ...frames.filter(() => random() < 0.3)].sort(() => random() - 0.5);
    const covered = new Set<number>();
    let c: Coverage = NOTHING;
    for (const [from, to] of script) {
      c = cover(c, from, to);
      for (let s = from; s <= to; s += 1) covered.add(s);
      let wanted = 0;
      while (covered.has(wanted + 1)) wanted += 1;
      assert.equal(c.last, wanted);
      assert.equal(hasGap(c), covered.size > wanted);
    }
  });
}
