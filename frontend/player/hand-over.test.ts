/** A role is handed to a colleague of the cell: asked for whom, sent once, told on both sides, and refused in words. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { settle } from './testing.ts';
import { acts, page, welcomed } from './testing-session.ts';

const LEE = '3c7a1d52-0b7e-4c1d-8a43-5e2f90b1c7d4';
const people = [{ participant: LEE, name: 'B. Lee' }];

test('who could take it over is asked for and known until the feed starts again, and then asked for anew', async () => {
  const { world, session } = await page();
  welcomed(world, { role: 'lead' });
  assert.equal(session.state.colleagues, null);
  session.askColleagues();
  assert.deepEqual(world.wire.of('colleagues'), [{ type: 'colleagues' }]);
  world.wire.say({ type: 'colleagues', people });
  assert.deepEqual(session.state.colleagues, people);
  world.wire.say({ type: 'resync', reason: 'moved' });
  assert.equal(session.state.colleagues, null);
  assert.equal(world.wire.of('colleagues').length, 2);
  world.wire.say({ type: 'resync', reason: 'moved' });
  assert.equal(world.wire.of('colleagues').length, 2, 'asked already');
});

test('two presses are one hand over, also after a lost connection, and the page says that the role has gone', async () => {
  const { world, session, screen } = await page();
  welcomed(world, { role: 'lead' });
  await Promise.all([session.handOver(LEE), session.handOver(LEE)]);
  await settle();
  const [frame] = acts(world);
  assert.deepEqual(acts(world).map((f) => [f['type'], f['to']]), [['handOver', LEE]]);
  assert.equal(session.handing, LEE);
  world.wire.drop();
  world.pass(500);
  welcomed(world, { role: 'lead' });
  await settle();
  assert.deepEqual(acts(world).map((f) => f['clientId']), [frame?.['clientId']]);
  world.wire.say({ type: 'done', clientId: frame?.['clientId'], seq: 9 });
  await settle();
  assert.equal(session.handing, null);
  assert.deepEqual(screen.roles, []);
  world.wire.say({ type: 'resync', reason: 'role' });
  welcomed(world, { role: null });
  assert.deepEqual([screen.roles, screen.moves], [[['lead', null]], []]);
});

test('whoever is given a role is told; whoever is moved to another cell hears of the cell', async () => {
  const { world, screen } = await page();
  welcomed(world, { role: null });
  world.wire.say({ type: 'resync', reason: 'role' });
  welcomed(world, { role: 'lead' });
  assert.deepEqual(screen.roles, [[null, 'lead']]);
  welcomed(world, { role: 'police', cell: 'tactical' });
  assert.deepEqual([screen.roles.length, screen.moves], [1, ['tactical']]);
});

test('a refused hand over is told in words and can be tried again; while play is stopped it waits', async () => {
  const { world, session, screen } = await page();
  welcomed(world, { role: 'lead' });
  await session.handOver(LEE);
  await settle();
  const [frame] = acts(world);
  world.wire.say({ type: 'refused', clientId: frame?.['clientId'], reason: 'holds-another-role', field: 'to', message: 'This person holds a role already.' });
  await settle();
  assert.deepEqual(screen.refusals.map(([act, message]) => [act.type, message]), [['handOver', 'This person holds a role already.']]);
  assert.equal(session.handing, null);
  welcomed(world, { role: 'lead', state: 'stopped' });
  await session.handOver(LEE);
  await settle();
  assert.equal(acts(world).length, 1);
  welcomed(world, { role: 'lead', state: 'paused' });
  await settle();
  assert.equal(acts(world).length, 2);
});
