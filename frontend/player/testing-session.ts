/** A session on a fake page: its screen, its world, its phone. */
import { newDraft, type Draft } from './drafts.ts';
import type { Act, Answer, CorrectedEntry, DecisionEntry, InjectEntry, JumpedEntry, MessageEntry, Named, RecalledEntry, TableEntry } from './protocol.ts';
import { Session, type Listener } from './session.ts';
import { aClock, aVault, aWelcome, EXERCISE, FakeWorld } from './testing.ts';
import { memoryShelf, type Shelf } from './vault.ts';

export class Screen implements Listener {
  readonly news: number[][] = [];
  readonly back: Draft[] = [];
  readonly refusals: [Act, string][] = [];
  readonly moves: (string | null)[] = [];
  readonly late: number[] = [];
  readonly jumps: number[] = [];
  readonly table: number[] = [];
  readonly saved: string[] = [];
  readonly messages: number[] = [];
  readonly amendments: [string, number][] = [];
  changed(): void {}
  arrived(injects: readonly InjectEntry[]): void { this.news.push(injects.map((i) => i.seq)); }
  logged(seq: number): void { this.late.push(seq); }
  cameBack(draft: Draft): void { this.back.push(draft); }
  refused(act: Act, message: string): void { this.refusals.push([act, message]); }
  moved(cell: string | null): void { this.moves.push(cell); }
  readonly roles: [string | null, string | null][] = [];
  roleChanged(before: Named | null, now: Named | null): void { this.roles.push([before?.title ?? null, now?.title ?? null]); }
  wrote({ seq }: MessageEntry): void { this.messages.push(seq); }
  amended({ kind, body }: RecalledEntry | CorrectedEntry): void { this.amendments.push([kind, body.inject]); }
  readonly askings: number[] = [];
  asked({ seq }: DecisionEntry): void { this.askings.push(seq); }
  jumped({ body }: JumpedEntry): void { this.jumps.push(body.to); }
  checks = 0;
  discussed(entry: TableEntry): void { this.table.push(entry.seq); }
  answerSaved(act: Answer): void { this.saved.push(act.answer); }
  answered(): void {}
  commsChecked(): void { this.checks += 1; }
  doubtful(): void {}
}

export async function page(shelf: Shelf = memoryShelf(), world = new FakeWorld()) {
  const screen = new Screen();
  const session = await Session.open(EXERCISE, 'ws://here', aVault(shelf), world, screen);
  session.start();
  return { shelf, world, screen, session };
}

export function welcomed(world: FakeWorld, change: Parameters<typeof aWelcome>[0] = {}): void {
  world.wire.open();
  world.wire.say(aWelcome(change));
  world.wire.say(aClock(new Date(world.millis).toISOString(), { running: change?.state === undefined || change.state === 'running' }));
}

export const acts = (world: FakeWorld): Record<string, unknown>[] => world.wire.sent.filter((f) => 'clientId' in f);
export const written = (decision: string, rationale = 'because'): Draft => ({ ...newDraft(`id-${decision}`, null), decision, rationale });
export const injectOf = (session: Session, seq: number): InjectEntry => session.state.entries.get(seq) as InjectEntry;
