/** The standing pieces of the exercise screen: header, tabs, and what is shown before the feed begins. */
import { html, nothing, type TemplateResult } from 'lit';
import { minutesOf, storyTime } from './clock.ts';
import { icon, type IconName } from './icons.ts';
import { t } from './messages.en.ts';
import { injectTones, unlockSound } from './sound.ts';
import type { State } from './store.ts';

export type Tab = 'feed' | 'decisions' | 'actions' | 'messages' | 'me';
export const TABS: readonly Tab[] = ['feed', 'decisions', 'actions', 'messages', 'me'];
const ICONS: Record<Tab, IconName> = { feed: 'list', decisions: 'decision', actions: 'action', messages: 'message', me: 'person' };

export function header(state: State, callNoDuff: () => void): TemplateResult {
  const you = state.welcome?.you;
  return html`<div class="hd"><div class="who"><h1>${you?.cell?.title ?? t.head.noCell}</h1>
      ${you === undefined ? nothing : html`<span class="m">${you.role === null ? you.name : t.head.role(you.name, you.role.title)}</span>`}</div>
    <sx-clock .clock=${state.clock}></sx-clock>
    <button class="ndb" aria-label=${t.head.noDuffLong} @click=${callNoDuff}>${icon('noduff')}<span>${t.head.noDuff}</span></button></div>`;
}

/** The tabs; beside the feed on a wide screen, with the feed itself on a phone. Each says how much in it waits for the person. */
export function tabs(current: Tab, wide: boolean, open: number, unread: number, inert: boolean, go: (tab: Tab) => void): TemplateResult {
  const shown = wide && current === 'feed' ? 'decisions' : current;
  const waits = (tab: Tab): { count: number; words: string } => (tab === 'feed' ? { count: open, words: t.tabs.waiting(open) } : { count: tab === 'messages' ? unread : 0, words: t.messages.unread(unread) });
  return html`<nav class="tabs" aria-label=${t.tabs.label} ?inert=${inert}>${TABS.filter((tab) => !wide || tab !== 'feed').map((tab) => html`<button aria-current=${tab === shown ? 'page' : nothing} @click=${() => go(tab)}>
    <span class="tab-icon">${icon(ICONS[tab])}${waits(tab).count > 0 ? html`<span class="badge" aria-hidden="true">${waits(tab).count}</span>` : nothing}</span><span>${t.tabs[tab]}${waits(tab).count > 0 ? html`<span class="vh">, ${waits(tab).words}</span>` : nothing}</span></button>`)}</nav>`;
}

/** Before a controller has let the person in. */
export function awaitingAdmission(state: State): TemplateResult {
  const you = state.welcome?.you;
  return html`<div class="empty"><h2>${t.waiting.heading}</h2><p>${t.waiting.lead}</p><p>${t.waiting.joined} <b>${you?.name}</b>, ${you?.organisation}</p></div>`;
}

/** Before STARTEX: what happens next. */
export function beforeStartex({ clock, welcome }: State): TemplateResult {
  return html`<div class="empty planned"><h3>${t.waiting.plannedHeading}</h3><p>${t.waiting.plannedLead(welcome?.you.cell?.title ?? '')}</p>
    ${clock === null ? nothing : html`<p>${t.waiting.starts(minutesOf(storyTime(clock, 0)))}</p>`}
    <h4>${t.waiting.next}</h4><ol>${t.waiting.nextLines.map((line) => html`<li><span>${line}</span></li>`)}</ol>
    <button class="btn touch" @click=${() => { unlockSound(); injectTones(); }}>${t.waiting.sounds}</button></div>`;
}

/** Grey places while the page opens; they show only when that takes a while. */
export function opening(): TemplateResult {
  return html`<main class="column grey" id="main" aria-busy="true"><h1 class="vh">${t.page.loading}</h1><div class="card"></div><div class="card"></div></main>`;
}
