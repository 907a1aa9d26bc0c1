/** Small pieces of screen that keep nothing of their own. */
import { html, nothing, type TemplateResult } from 'lit';
import { minutesOf, realTime, storyTime, type Clock } from './clock.ts';
import { icon, type IconName } from './icons.ts';
import { t } from './messages.en.ts';
import type { Entry, InjectEntry } from './protocol.ts';

/** The marking tape: on top of everything in play, never scrolled away. */
export function tape(marking: string, codeWord: string, name: string): TemplateResult {
  const details = [name, codeWord, marking].filter((text) => text !== '');
  return html`<div class="tapes"><div class="tape"><b>${t.exerciseWord}</b><b aria-hidden="true">${t.exerciseWord}</b><b aria-hidden="true">${t.exerciseWord}</b></div>
    ${details.length === 0 ? nothing : html`<div class="tape-details">${details.map((text) => html`<span>${text}</span>`)}</div>`}</div>`;
}

export type ChipState = 'pending' | 'due' | 'ack' | 'late' | 'held';

export function chip(state: ChipState, name: IconName, text: string): TemplateResult {
  return html`<span class="st ${state}">${icon(name)}<span>${text}</span></span>`;
}

/** Exercise time of an entry to the minute; what was recorded before STARTEX has real time only. */
export function timeOf(clock: Clock | null, entry: Pick<Entry, 'at' | 'recordedAt'>): string {
  return clock === null || entry.at === null ? t.head.real(minutesOf(realTime(Date.parse(entry.recordedAt)))) : minutesOf(storyTime(clock, entry.at));
}

export function spokenDuration(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  return t.duration(Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60);
}

/** How the arrival of an inject is said aloud. */
export function newsOf({ body }: InjectEntry): string {
  return t.inject.announce(t.channels[body.channel] ?? t.channels['other'] ?? '', body.from, body.number);
}

/** An empty place that says what it is for. */
export function empty(heading: string, text: string): TemplateResult {
  return html`<div class="empty"><h3>${heading}</h3><p>${text}</p></div>`;
}

/** That something was entered late because the network was down, with both real times; `whose` where it is not clear who is meant. */
export function lateNote(written: string | null, entry: Pick<Entry, 'recordedAt'>, whose: string | null = null): TemplateResult {
  const told = t.enteredLate(realTime(Date.parse(written ?? entry.recordedAt)), realTime(Date.parse(entry.recordedAt)));
  return html`<p class="late-note">${icon('wait')}<span>${whose === null ? told : t.enteredLateBy(whose, told)}</span></p>`;
}

export function fault(id: string, message: string | null | undefined): TemplateResult | typeof nothing {
  return message === null || message === undefined || message === '' ? nothing : html`<p class="fault" id=${id}>${icon('late')}<span>${message}</span></p>`;
}


/** The two codes that bring a person back: the exercise's and their own; a screen reader spells them. */
export function codes(code: string, rejoinCode: string): TemplateResult {
  const one = (label: string, text: string) => html`<p class="m">${label}</p><p class="code"><span aria-hidden="true">${text}</span><span class="vh">${t.rejoinCode.spelt(text)}</span></p>`;
  return html`${one(t.rejoinCode.label, rejoinCode)}${code === '' ? nothing : one(t.rejoinCode.with, code)}`;
}
