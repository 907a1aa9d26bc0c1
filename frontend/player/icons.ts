/** The icons, drawn inline: nothing to fetch. They follow the colour and size of the text, and screen readers pass them over. */
import { svg, type SVGTemplateResult, type TemplateResult, html } from 'lit';

const shapes = {
  wifi: svg`<path d="M1.6 6.2a9 9 0 0 1 12.8 0M4 9a5.6 5.6 0 0 1 8 0"/><path stroke-width="2.6" d="M8 12.4v.01"/>`,
  off: svg`<path d="M1.6 6.2a9 9 0 0 1 3.2-2.1M14.4 6.2a9 9 0 0 0-6-2.6M4 9a5.6 5.6 0 0 1 2.6-1.5M2.4 2l11.2 11.4"/><path stroke-width="2.6" d="M8 12.4v.01"/>`,
  noduff: svg`<path fill="currentColor" d="M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3z"/><path class="cut" stroke-width="2.4" d="M4.8 8h6.4"/>`,
  check: svg`<path stroke-width="2" d="m3 8.4 3.4 3.4L13 5"/>`,
  decision: svg`<path fill="currentColor" d="M8 1.4 14.6 8 8 14.6 1.4 8z"/>`,
  action: svg`<rect fill="currentColor" x="2.6" y="2.6" width="10.8" height="10.8" rx="1"/>`,
  due: svg`<circle cx="8" cy="8" r="5.8"/><path fill="currentColor" stroke="none" d="M8 8V2.6A5.4 5.4 0 0 1 13.4 8z"/>`,
  ack: svg`<circle fill="currentColor" cx="8" cy="8" r="6.2"/><path class="cut" stroke-width="2" d="m5 8.2 2.2 2.2L11.2 6"/>`,
  wait: svg`<path d="M8 10V3M5 5.8 8 2.8l3 3M2.4 10v3.6h11.2V10" stroke-dasharray="2.2 2"/>`,
  pending: svg`<circle cx="8" cy="8" r="5.6"/>`,
  plus: svg`<path d="M8 3v10M3 8h10"/>`,
  list: svg`<path d="M5.6 4h8M5.6 8h8M5.6 12h8"/><path stroke-width="2.4" d="M2.6 4v.01M2.6 8v.01M2.6 12v.01"/>`,
  info: svg`<circle cx="8" cy="8" r="6"/><path d="M8 7.4v3.8"/><path stroke-width="2" d="M8 4.9v.01"/>`,
  x: svg`<path d="m4 4 8 8M12 4l-8 8"/>`,
  search: svg`<circle cx="7" cy="7" r="4.4"/><path d="m10.4 10.4 3.4 3.4"/>`,
  right: svg`<path d="m6.2 4 4 4-4 4"/>`,
  person: svg`<circle cx="8" cy="5" r="3"/><path d="M2.4 14a5.6 5.6 0 0 1 11.2 0"/>`,
  clip: svg`<path d="m13 7.6-5.2 5.2a3.2 3.2 0 0 1-4.6-4.6l5.6-5.6a2.1 2.1 0 0 1 3 3l-5.4 5.5a1 1 0 0 1-1.5-1.5l4.8-4.8"/>`,
  held: svg`<rect x="2.2" y="2.2" width="11.6" height="11.6" rx="1.6"/><path stroke-width="2" d="M6 5.4v5.2M10 5.4v5.2"/>`,
  flag: svg`<path d="M3.4 14.4V2M3.4 2.6h9l-2 3.2 2 3.2h-9"/>`,
  lock: svg`<rect x="3" y="7" width="10" height="7" rx="1.2"/><path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2"/>`,
  late: svg`<path fill="currentColor" d="M8 1.8 14.8 14H1.2z"/><path class="cut" stroke-width="1.8" d="M8 6v3.6M8 11.9v.01"/>`,
  up: svg`<path d="M8 13V3.4M4 7l4-4 4 4"/>`,
  phone: svg`<path d="M3.2 2.2h2.6l1.1 3-1.5 1.2a8.2 8.2 0 0 0 4.2 4.2l1.2-1.5 3 1.1v2.6a1 1 0 0 1-1 1A11.6 11.6 0 0 1 2.2 3.2a1 1 0 0 1 1-1z"/>`,
  radio: svg`<rect x="4.4" y="5.4" width="7.2" height="9" rx="1.2"/><path d="M6 5.4V1.4M6.8 8h2.4M6.8 10.2h2.4"/><path stroke-width="2.2" d="M8 12.4v.01"/>`,
  mail: svg`<rect x="1.6" y="3.2" width="12.8" height="9.6" rx="1.2"/><path d="m2 4 6 5 6-5"/>`,
  social: svg`<circle cx="4" cy="8" r="2"/><circle cx="12" cy="3.8" r="2"/><circle cx="12" cy="12.2" r="2"/><path d="m5.8 7 4.4-2.3M5.8 9l4.4 2.3"/>`,
  news: svg`<path d="M2 3h9.4v10.2H3.4A1.4 1.4 0 0 1 2 11.8zM11.4 6H14v5.8a1.4 1.4 0 0 1-1.4 1.4h-1.2M4.4 5.6h4.6M4.4 8h4.6M4.4 10.4h2.8"/>`,
  map: svg`<path d="M1.8 3.6 6 2l4 1.6L14.2 2v10.4L10 14l-4-1.6L1.8 14zM6 2v10.4M10 3.6V14"/>`,
  letter: svg`<path d="M3.4 1.8h6.2l3 3v9.4H3.4zM9.4 1.8V5h3.2M5.6 8h4.8M5.6 10.6h4.8"/>`,
  methane: svg`<path d="M2.4 13V3l5.6 6 5.6-6v10"/>`,
  'situation-report': svg`<rect x="3" y="2.6" width="10" height="11.6" rx="1.2"/><path d="M6 1.6h4v2H6zM5.6 7h4.8M5.6 9.4h4.8M5.6 11.6h2.6"/>`,
  'in-person': svg`<circle cx="5.4" cy="5" r="2.4"/><circle cx="11.4" cy="5.8" r="1.9"/><path d="M1.4 13.4a4 4 0 0 1 8 0M10.4 9.8a3.2 3.2 0 0 1 4.2 3"/>`,
  message: svg`<path d="M2 3.2h12v7.6H8.4L5 13.6v-2.8H2z"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof shapes;

export function icon(name: IconName): TemplateResult {
  return html`<svg class="i" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${shapes[name]}</svg>`;
}

/** The icon of an inject's channel. */
export function channelIcon(channel: string): TemplateResult {
  return icon(channel in shapes ? (channel as IconName) : 'message');
}
