/** A facilitated exercise on a player's page: what the table sees, and that nobody writes over another unseen. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { AnswerDrafts, answerOf, checkAnswer, collision, movesOf, newAnswer, tableNews, together, waitsForMove } from './discussion.ts';
import type { Entry, TableEntry } from './protocol.ts';
import { aVault, EXERCISE } from './testing.ts';
import { acts, page, welcomed } from './testing-session.ts';

const head = (seq: number, by: string | null = 'J. Whitlock') => ({ type: 'entry' as const, seq, coversFrom: seq, at: 0, recordedAt: '2026-05-14T10:00:00Z', by, mine: false });
const moveBegun = (seq: number, move: number): Entry => ({ ...head(seq), kind: 'moveBegun', body: { move, title: `Move ${move}` } });
const question = (seq: number, move: number, number: number): Entry => ({ ...head(seq), kind: 'question', body: { move, number, html: '<p>Who?</p>' } });
const answer = (seq: number, version: number, text: string, by = 'M. Okafor'): TableEntry => ({ ...head(seq, by), kind: 'answer', body: { move: 1, number: 1, version, text, occurredAt: null, late: false, offline: false } });
const discussion = (seq: number, until: string, closed = false): TableEntry => ({ ...head(seq), kind: 'discussion', body: { move: 1, until, closed } });

function feed(...entries: Entry[]): ReadonlyMap<number, Entry> {
  return new Map(entries.map((e) => [e.seq, e]));
}

test('the move that is played comes first, with its questions in order and the last answer to each', () => {
  const moves = movesOf(feed(moveBegun(1, 1), discussion(2, '2026-05-14T10:10:00Z'), question(4, 1, 2), question(3, 1, 1), answer(5, 1, 'Police'), answer(6, 2, 'Council'), moveBegun(7, 2)));
  assert.deepEqual(moves.map((m) => m.title), ['Move 2', 'Move 1']);
  assert.deepEqual(moves[1]?.questions.map((q) => q.entry.body.number), [1, 2]);
  assert.equal(answerOf(moves[1]!.questions[0]!)?.body.text, 'Council');
  assert.equal(moves[1]?.discussion?.until, Date.parse('2026-05-14T10:10:00Z'));
  assert.equal(moves[0]?.discussion, null);
});

test('an exercise that runs by the clock has no moves', () => {
  assert.deepEqual(movesOf(feed()), []);
});

test('extending and closing change the one discussion of a move', () => {
  const [move] = movesOf(feed(moveBegun(1, 1), discussion(2, '2026-05-14T10:10:00Z'), discussion(3, '2026-05-14T10:15:00Z'), discussion(4, '2026-05-14T10:12:00Z', true)));
  assert.deepEqual(move?.discussion, { until: Date.parse('2026-05-14T10:12:00Z'), closed: true });
});

test('what somebody else saves meanwhile is shown beside, and both go together', () => {
  const before = movesOf(feed(moveBegun(1, 1), question(2, 1, 1), answer(3, 1, 'Police')))[0]!.questions[0]!;
  const draft = { ...newAnswer(before), text: 'Police, then council' };
  assert.equal(draft.base, 1);
  assert.equal(collision(draft, before), null);
  const after = movesOf(feed(moveBegun(1, 1), question(2, 1, 1), answer(3, 1, 'Police'), answer(4, 2, 'Fire', 'S. Lindqvist')))[0]!.questions[0]!;
  const theirs = collision(draft, after);
  assert.equal(theirs?.by, 'S. Lindqvist');
  const both = together(draft, theirs!);
  assert.deepEqual([both.base, both.text], [2, 'Fire\n\nPolice, then council']);
  assert.equal(collision(both, after), null);
});

test('an answer needs words, and not too many', () => {
  const draft = { move: 1, number: 1, base: 0, text: '  ', fault: null };
  assert.equal(checkAnswer(draft), 'missing');
  assert.deepEqual(checkAnswer({ ...draft, text: 'x'.repeat(4003) }), { over: 3 });
  assert.equal(checkAnswer({ ...draft, text: 'Police' }), null);
});

test('what is being written stays on the phone through a reload', async () => {
  const vault = aVault();
  const drafts = await AnswerDrafts.open(vault, EXERCISE);
  await drafts.keep({ move: 1, number: 1, base: 0, text: 'Half a sen', fault: null });
  const again = await AnswerDrafts.open(vault, EXERCISE);
  assert.equal(again.all.get('1.1')?.text, 'Half a sen');
  await again.drop('1.1');
  assert.equal((await AnswerDrafts.open(vault, EXERCISE)).all.size, 0);
});

test('the story waits for the next move until it begins', () => {
  const ended: Entry = { ...head(2), kind: 'moveEnded', body: { move: 1, title: 'Move 1' } };
  assert.equal(waitsForMove(feed(moveBegun(1, 1), ended)), true);
  assert.equal(waitsForMove(feed(moveBegun(1, 1), ended, moveBegun(3, 2))), false);
});

test('news of the table is said once, with how long there is', () => {
  assert.equal(tableNews(discussion(2, '2026-05-14T10:12:00Z'), Date.parse('2026-05-14T10:00:00Z')), 'Questions for your table. 12 minutes to discuss and write.');
  assert.equal(tableNews(question(3, 1, 1) as TableEntry, 0), null);
  assert.equal(tableNews(answer(5, 1, 'Police'), 0), 'M. Okafor has written the answer to 1.1.');
});

test('an answer written without a network waits, and one that comes back is on the phone to be put together with the other', async () => {
  const { world, session, screen } = await page();
  await session.answer({ move: 1, number: 1, base: 0, text: 'Police', fault: null });
  assert.equal(session.outbox.items.length, 1);
  welcomed(world);
  const [sent] = acts(world);
  assert.deepEqual([sent?.['type'], sent?.['base'], sent?.['answer']], ['answer', 0, 'Police']);
  world.wire.say({ type: 'refused', clientId: sent?.['clientId'], reason: 'answered-meanwhile', field: null, message: 'Somebody at your table was first.' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(session.outbox.items.length, 0);
  assert.deepEqual(session.answers.all.get('1.1'), { move: 1, number: 1, base: 0, text: 'Police', fault: 'Somebody at your table was first.' });
  assert.equal(screen.refusals.length, 1);
});

test('a saved answer is told, and one that has not left is taken back to write on', async () => {
  const { world, session, screen } = await page();
  welcomed(world);
  await session.answer({ move: 1, number: 2, base: 0, text: 'Two coaches', fault: null });
  world.wire.say({ type: 'done', clientId: acts(world)[0]?.['clientId'], seq: 9 });
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.deepEqual(screen.saved, ['Two coaches']);
  world.wire.drop();
  await session.answer({ move: 1, number: 1, base: 0, text: 'Fire', fault: null });
  const waiting = session.outbox.items[0]!.act;
  assert.ok(waiting.type === 'answer');
  await session.takeBack(waiting);
  assert.equal(session.outbox.items.length, 0);
  assert.equal(session.answers.all.get('1.1')?.text, 'Fire');
});
