import { TABS, type Tab } from './screens.ts';
import { settings } from './settings.ts';

/** What a single key asks for on the exercise screen. */
export type KeyAct = { act: 'close' | 'keys' | 'decide' | 'write' | 'newest' } | { act: 'go'; tab: Tab };

/** Whether a key press belongs to what a person is writing. */
export function isWriting(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName) || (target instanceof HTMLInputElement && !/^(checkbox|radio|button)$/.test(target.type)));
}

/** The act of this key, or null where it is not ours: while writing, with a modifier, or with single-letter keys switched off. */
export function keyAct(event: KeyboardEvent, sheetOverFeed: boolean): KeyAct | null {
  if (isWriting(event) || event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === 'Escape') return { act: 'close' };
  if (!settings.letters || sheetOverFeed) return null;
  const tab = TABS[Number(event.key) - 1];
  if (tab !== undefined) return { act: 'go', tab };
  switch (event.key.toLowerCase()) {
    case '?': return { act: 'keys' };
    case 'd': return { act: 'decide' };
    case 'm': return { act: 'write' };
    case 'a': return { act: 'newest' };
    default: return null;
  }
}
