/** Every sample in docs/protocol.md is read by this page, and what the page sends has the shape of the samples. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { answerAct } from './discussion.ts';
import { actOf, newDraft } from './drafts.ts';
import { HotDebrief, readStanding } from './hot-debrief.ts';
import { JoinApi, readJoined, readJoinedByLink, readMemberships, readOpened } from './join.ts';
import { Outbox } from './outbox.ts';
import { CONDUCT_KINDS, NotInProtocol, parseServerMessage, type Act, type ClientMessage } from './protocol.ts';
import { aVault, EXERCISE, FakeWorld, ME } from './testing.ts';

interface Sample { direction: string; name: string; text: string }

const samples: Sample[] = [...readFileSync('docs/protocol.md', 'utf8').matchAll(/^```json (request|response|up|down) ([^\n]+)\n([\s\S]*?)^```/gm)]
  .map(([, direction, name, text]) => ({ direction, name, text }) as Sample);

function sample(direction: string, name: string): Record<string, unknown> {
  const found = samples.find((s) => s.direction === direction && s.name === name);
  assert.ok(found, `docs/protocol.md has no sample "${direction} ${name}"`);
  return JSON.parse(found.text) as Record<string, unknown>;
}

const keys = (value: unknown): string[] => Object.keys(value as object).sort();

test('the document has its samples', () => {
  assert.ok(samples.length >= 20, `only ${samples.length} samples`);
});

for (const { name, text } of samples.filter((s) => s.direction === 'down')) {
  test(`down ${name} is read whole`, () => {
    const raw = JSON.parse(text) as Record<string, unknown>;
    const message = parseServerMessage(text) as unknown as Record<string, unknown>;
    assert.equal(message['type'], raw['type']);
    assert.deepEqual(message, raw);
  });

  test(`down ${name} is refused when a field is missing`, () => {
    const raw = JSON.parse(text) as Record<string, unknown>;
    // A body, `by`, `at`, a reason in words and what may be empty may be left out; everything else may not.
    const lenient = ['body', 'by', 'at', 'field', 'reason', 'codeWord', 'marking'];
    for (const field of keys(raw).filter((k) => !lenient.includes(k))) {
      const without = { ...raw };
      delete without[field];
      assert.throws(() => parseServerMessage(JSON.stringify(without)), NotInProtocol, field);
    }
  });
}

test('each kind of conduct is read, with or without a body', () => {
  for (const kind of CONDUCT_KINDS) {
    const entry = { ...sample('down', 'entry paused'), kind };
    assert.equal((parseServerMessage(JSON.stringify(entry)) as { kind: string }).kind, kind);
    assert.deepEqual((parseServerMessage(JSON.stringify({ ...entry, body: undefined })) as unknown as { body: unknown }).body, { reason: '' });
  }
});

test('a kind of entry that this page does not know still counts for coverage', () => {
  const entry = parseServerMessage(JSON.stringify({ ...sample('down', 'entry paused'), kind: 'semaphore', body: { words: 1 } }));
  assert.deepEqual([entry.type, (entry as { kind: string }).kind, (entry as { seq: number }).seq], ['entry', 'other', 20]);
});

test('what is not JSON, not an object or out of range is not in the protocol', () => {
  for (const text of ['', '{', 'null', '[]', '"welcome"', '{"type": 7}', '{"type": "upTo", "seq": -1}', '{"type": "upTo", "seq": 1.5}', '{"type": "upTo", "seq": 9007199254740993}', JSON.stringify({ ...sample('down', 'entry inject'), coversFrom: 13 })]) {
    assert.throws(() => parseServerMessage(text), NotInProtocol, text);
  }
});

async function frameOf(act: Act): Promise<Record<string, unknown>> {
  const outbox = await Outbox.open(aVault(), EXERCISE);
  await outbox.add(act, ME, 1795000000000, null);
  return JSON.parse(JSON.stringify(outbox.take(ME, 1795000001500, false)[0])) as Record<string, unknown>;
}

test('up acknowledge is sent as in the sample', async () => {
  const wanted = sample('up', 'acknowledge');
  assert.deepEqual(await frameOf({ type: 'acknowledge', clientId: wanted['clientId'] as string, inject: 12 }), wanted);
});

test('up message is sent as in the sample', async () => {
  const wanted = sample('up', 'message');
  const { type: _, written: __, sent: ___, ...act } = wanted as Record<string, never>;
  assert.deepEqual(await frameOf({ type: 'message', ...(act as object) } as Act), wanted);
});

test('up noDuff is sent as in the sample', async () => {
  const wanted = sample('up', 'noDuff');
  assert.deepEqual(await frameOf({ type: 'noDuff', clientId: wanted['clientId'] as string, reason: wanted['reason'] as string }), wanted);
});

test('up answer is sent as in the sample', async () => {
  const wanted = sample('up', 'answer');
  const draft = { move: 2, number: 1, base: 1, text: wanted['answer'] as string, fault: null };
  assert.deepEqual(await frameOf(answerAct(draft, wanted['clientId'] as string)), wanted);
});

test('up confirm is sent as in the sample', async () => {
  const wanted = sample('up', 'confirm');
  assert.deepEqual(await frameOf({ type: 'confirm', clientId: wanted['clientId'] as string, check: wanted['check'] as number }), wanted);
});

test('up decision is sent as in the sample', async () => {
  const wanted = sample('up', 'decision');
  const draft = { ...newDraft(wanted['clientId'] as string, 12), reliedOn: [12, 5] } as unknown as Record<string, unknown>;
  for (const field of ['decision', 'rationale', 'options', 'expectedEffect', 'actions']) draft[field] = wanted[field];
  assert.deepEqual(await frameOf(actOf(draft as never, 'running')), wanted);
});

test('up standBy and up dispute are sent as in the samples', async () => {
  const standBy = sample('up', 'standBy');
  assert.deepEqual(await frameOf({ type: 'standBy', clientId: standBy['clientId'] as string, decision: standBy['decision'] as number }), standBy);
  const dispute = sample('up', 'dispute');
  assert.deepEqual(await frameOf({ type: 'dispute', clientId: dispute['clientId'] as string, decision: dispute['decision'] as number, reason: dispute['reason'] as string }), dispute);
});

test('up handOver is sent as in the sample', async () => {
  const wanted = sample('up', 'handOver');
  assert.deepEqual(await frameOf({ type: 'handOver', clientId: wanted['clientId'] as string, to: wanted['to'] as string }), wanted);
});

test('up resume, received, seen and colleagues have the fields of the samples', () => {
  const frames: ClientMessage[] = [{ type: 'resume', lastSeq: 0 }, { type: 'received', seqs: [12, 13] }, { type: 'seen', seqs: [12] }, { type: 'colleagues' }];
  for (const frame of frames) assert.deepEqual(frame, sample('up', frame.type));
});

test('requests and responses of joining are those of the samples', async () => {
  assert.deepEqual(readOpened(sample('response', 'code')), sample('response', 'code'));
  assert.deepEqual(readMemberships(sample('response', 'me')), sample('response', 'me')['exercises']);
  const { token: _, ...joined } = sample('response', 'join');
  assert.deepEqual(readJoined(sample('response', 'join')), joined);

  const { token: __, ...byLink } = sample('response', 'link');
  assert.deepEqual(readJoinedByLink(sample('response', 'link')), byLink);

  const asked: { url: string; init: RequestInit }[] = [];
  const api = new JoinApi(async (url, init) => {
    asked.push({ url, init });
    return Response.json(url.endsWith('/code') ? sample('response', 'code') : sample('response', 'join'));
  });
  const { name, organisation, role } = sample('request', 'join') as { name: string; organisation: string; role: string };
  await api.look('K7M4RX');
  await api.join({ code: 'K7M4RX', name, organisation, role });
  await api.rejoin('K7M4RX', 'HJK4-TM7Q');
  await api.useLink((sample('request', 'link') as { link: string }).link);
  assert.deepEqual(asked.map((a) => a.url), ['/play/api/code', '/play/api/join', '/play/api/rejoin', '/play/api/link']);
  assert.deepEqual(asked.map((a) => JSON.parse(a.init.body as string) as unknown), [sample('request', 'code'), sample('request', 'join'), sample('request', 'rejoin'), sample('request', 'link')]);
  for (const { init } of asked) assert.equal((init.headers as Record<string, string>)['X-Startex'], '1');
});

test('the hot debrief is asked for and answered as in the samples', async () => {
  assert.deepEqual(readStanding(sample('response', 'hotDebrief')), sample('response', 'hotDebrief'));
  const asked: { url: string; body: unknown }[] = [];
  const debrief = new HotDebrief(aVault(), EXERCISE, new FakeWorld(), () => undefined, async (url, init) => {
    asked.push({ url, body: init.body === undefined ? null : (JSON.parse(init.body as string) as unknown) });
    return Response.json({ ...sample('response', 'hotDebrief'), answered: false, mine: null });
  });
  await debrief.wake(ME);
  const { slip, ...written } = sample('request', 'hotDebrief') as { slip: string; withName: boolean; wentWell: string; didNot: string; differently: string };
  debrief.kept = { ...debrief.kept, slip };
  await debrief.write(written);
  await debrief.send();
  assert.deepEqual(asked, [{ url: `/play/api/hot-debrief/${EXERCISE}`, body: null }, { url: `/play/api/hot-debrief/${EXERCISE}`, body: sample('request', 'hotDebrief') }]);
});
