/** What a person writes is on the phone until it is sent: also what they write to control while play is stopped. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { LitElement } from 'lit';
import { MessageDesk } from './message-desk.ts';
import { newMessage } from './messages.ts';
import { aVault, EXERCISE, settle } from './testing.ts';
import { memoryShelf, type Shelf } from './vault.ts';

const host = { addController: () => undefined, requestUpdate: () => undefined } as unknown as LitElement;

async function desk(shelf: Shelf): Promise<MessageDesk> {
  const opened = new MessageDesk(host);
  await opened.open(aVault(shelf), EXERCISE);
  return opened;
}

/** The page goes, and comes again. */
async function reloaded(before: MessageDesk, shelf: Shelf, stopped: boolean): Promise<MessageDesk> {
  before.hostDisconnected();
  await settle();
  const after = new MessageDesk(host);
  if (stopped) after.stop();
  await after.open(aVault(shelf), EXERCISE);
  return after;
}

test('a message to control that was begun before the stop goes on there, and neither a reload nor the end of the stop loses it', async () => {
  const shelf = memoryShelf();
  let page = await desk(shelf);
  page.write(newMessage('a', { text: 'We need' }));
  page.stop();
  assert.deepEqual([page.draft, page.stopText], [null, 'We need']);
  page.writeInStop('We need the defibrillator.');
  page = await reloaded(page, shelf, true);
  assert.equal(page.stopText, 'We need the defibrillator.');
  page.clear();
  assert.deepEqual([page.draft?.to, page.draft?.text, page.stopText], ['control', 'We need the defibrillator.', '']);
  page = await reloaded(page, shelf, false);
  assert.equal(page.draft?.text, 'We need the defibrillator.');
});

test('what is being written to another cell stays for it, and what was not sent in the stop follows', async () => {
  const shelf = memoryShelf();
  let page = await desk(shelf);
  page.write(newMessage('a', { to: 'cell', cell: 'tactical', text: 'Forty people' }));
  page.stop();
  assert.equal(page.stopText, '');
  page.writeInStop('She breathes.');
  page.clear();
  assert.deepEqual([page.draft?.cell, page.draft?.text], ['tactical', 'Forty people']);
  page = await reloaded(page, shelf, false);
  assert.deepEqual([page.draft?.text, page.stopText], ['Forty people', 'She breathes.']);
  page.write(null);
  assert.deepEqual([page.draft?.to, page.draft?.text, page.stopText], ['control', 'She breathes.', '']);
});

test('what was sent in the stop is not written again', async () => {
  const page = await desk(memoryShelf());
  page.stop();
  page.writeInStop('She breathes.');
  page.writeInStop('');
  page.clear();
  assert.equal(page.draft, null);
});

test('what is refused in the stop comes back to where it was written, with the reason', async () => {
  const page = await desk(memoryShelf());
  page.stop();
  page.writeInStop('She breathes.');
  const act = page.act(newMessage('a', { text: page.stopText }));
  page.writeInStop('');
  page.writeInStop('Second floor.');
  page.cameBack(act, 'A controller has not let you in yet.');
  assert.deepEqual([page.stopText, page.stopFault, page.draft], ['She breathes.\n\nSecond floor.', 'A controller has not let you in yet.', null]);
  page.writeInStop('She breathes. Second floor.');
  assert.equal(page.stopFault, null);
});
