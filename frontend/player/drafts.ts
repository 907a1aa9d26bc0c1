/** Decisions that are being written. A draft is on the phone at each pause in typing and stays there until the record has it. */
import { LIMITS, type Action, type Conduct, type Decide } from './protocol.ts';
import type { Waiting } from './outbox.ts';
import type { Vault } from './vault.ts';

export type DraftField = 'decision' | 'rationale' | 'reliedOn' | 'options' | 'expectedEffect' | 'actions' | 'lateReason';
export interface Fault { field: DraftField | null; message: string }

export interface Draft {
  id: string;
  inReplyTo: number | null;
  decision: string;
  rationale: string;
  reliedOn: number[];
  options: string;
  expectedEffect: string;
  actions: Action[];
  lateReason: string;
  /** Why it came back, when it was refused. */
  fault: Fault | null;
  /** When it was written, if it came back only for want of the reason why it is late; else the next press of the button counts. */
  written: number | null;
}

export function newDraft(id: string, inReplyTo: number | null): Draft {
  return {
    id, inReplyTo, decision: '', rationale: '', reliedOn: inReplyTo === null ? [] : [inReplyTo], options: '', expectedEffect: '', actions: [], lateReason: '', fault: null, written: null,
  };
}

/** Whether nothing has been written yet, so that there is nothing to keep. */
export function isBlank(draft: Draft): boolean {
  return [draft.decision, draft.rationale, draft.options, draft.expectedEffect, draft.lateReason, ...draft.actions.flatMap((a) => [a.text, a.owner, a.due])].every((t) => t.trim() === '');
}

/** What a phone's keyboard or clipboard may slip in and the record does not take. */
export function clean(text: string): string {
  return text.replace(/\0/g, '').replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD').trim();
}

/** The field at fault and why, before anything is sent. */
export type Check = { field: DraftField; why: 'missing' | 'long'; over: number } | { field: null; why: 'big' } | null;

/** What a frame needs beside the act. */
const AROUND_BYTES = 256;

export function check(draft: Draft, conduct: Conduct): Check {
  const long = (field: DraftField, text: string, limit: number): Check => {
    const over = clean(text).length - limit;
    return over > 0 ? { field, why: 'long', over } : null;
  };
  const missing = (field: DraftField, text: string): Check => (clean(text) === '' ? { field, why: 'missing', over: 0 } : null);
  return (
    missing('decision', draft.decision) ?? long('decision', draft.decision, LIMITS.text)
    ?? missing('rationale', draft.rationale) ?? long('rationale', draft.rationale, LIMITS.text)
    ?? long('options', draft.options, LIMITS.text) ?? long('expectedEffect', draft.expectedEffect, LIMITS.text)
    ?? draft.actions.map((a): Check => (clean(a.text) === '' && clean(a.owner + a.due) !== '' ? missing('actions', '') : long('actions', a.text, LIMITS.actionText))).find((c) => c !== null)
    ?? (conduct === 'closing' ? missing('lateReason', draft.lateReason) ?? long('lateReason', draft.lateReason, LIMITS.lateReason) : null)
    ?? (new TextEncoder().encode(JSON.stringify(actOf(draft, conduct))).length > LIMITS.frameBytes - AROUND_BYTES ? { field: null, why: 'big' } : null)
  );
}

/** The act that logs this draft. */
export function actOf(draft: Draft, conduct: Conduct): Decide {
  return {
    type: 'decision',
    clientId: draft.id,
    inReplyTo: draft.inReplyTo,
    decision: clean(draft.decision),
    rationale: clean(draft.rationale),
    reliedOn: [...draft.reliedOn],
    options: clean(draft.options),
    expectedEffect: clean(draft.expectedEffect),
    actions: draft.actions.map((a) => ({ text: clean(a.text), owner: clean(a.owner), due: clean(a.due) })).filter((a) => a.text !== ''),
    lateReason: conduct === 'closing' ? clean(draft.lateReason) : null,
  };
}

const FIELDS: readonly string[] = ['decision', 'rationale', 'reliedOn', 'options', 'expectedEffect', 'actions', 'lateReason'];

/** The draft of an act that came back, under a new id: the same id would get the same answer again. */
export function cameBack(waiting: Waiting & { act: Decide }, id: string, field: string | null, message: string): Draft {
  const { act } = waiting;
  return {
    id, inReplyTo: act.inReplyTo, decision: act.decision, rationale: act.rationale, reliedOn: act.reliedOn, options: act.options, expectedEffect: act.expectedEffect,
    actions: act.actions, lateReason: act.lateReason ?? '', written: field === 'lateReason' ? waiting.written : null,
    fault: { field: field !== null && FIELDS.includes(field) ? (field as DraftField) : null, message },
  };
}

/** The drafts of one exercise on this phone. */
export class Drafts {
  #drafts: Draft[] = [];

  private constructor(private readonly vault: Vault, private readonly prefix: string) {}

  static async open(vault: Vault, exercise: string): Promise<Drafts> {
    const drafts = new Drafts(vault, `${exercise}/draft/`);
    drafts.#drafts = await vault.all<Draft>(drafts.prefix);
    return drafts;
  }

  get all(): readonly Draft[] {
    return this.#drafts;
  }

  get returned(): readonly Draft[] {
    return this.#drafts.filter((d) => d.fault !== null);
  }

  /** The injects that a draft answers. */
  get answers(): ReadonlySet<number> {
    return new Set(this.#drafts.flatMap((d) => (d.inReplyTo === null ? [] : [d.inReplyTo])));
  }

  answering(inject: number | null): Draft | undefined {
    return this.#drafts.find((d) => d.inReplyTo === inject);
  }

  async keep(draft: Draft): Promise<void> {
    const kept = structuredClone(draft);
    const known = this.#drafts.some((d) => d.id === draft.id);
    this.#drafts = known ? this.#drafts.map((d) => (d.id === draft.id ? kept : d)) : [...this.#drafts, kept];
    await this.vault.put(this.prefix + draft.id, kept);
  }

  async drop(id: string): Promise<void> {
    this.#drafts = this.#drafts.filter((d) => d.id !== id);
    await this.vault.remove(this.prefix + id);
  }
}
