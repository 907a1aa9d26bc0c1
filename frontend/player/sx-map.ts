import { html, LitElement, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { baseMapOf, beneath, locator, type BaseMap, type Beneath, type Locator, type Town } from './base-map.ts';
import { drawingOf, type Drawing, type Kind, type Point, type Shape } from './geo.ts';
import { NotInProtocol } from './json.ts';

/** The words of a map; whoever shows it brings them. */
export interface MapWords { kinds: Record<Kind, string>; label: string; broken: string; metres: string; kilometres: string; north: string; rough: string; lies: string }

let maps = 0;
let base: Promise<BaseMap | null> | null = null;

/** The base map, fetched once, from where this script came; null when it cannot be had, and asked for again by the next map. */
function baseMap(): Promise<BaseMap | null> {
  base ??= fetch(new URL('base-map.json', import.meta.url))
    .then(async (answer) => (answer.ok ? baseMapOf(await answer.json()) : Promise.reject(new Error(String(answer.status)))))
    .catch(() => {
      base = null;
      return null;
    });
  return base;
}

/** A map of the story, drawn here and by nobody else: numbered, with the same numbers in a list of words beneath. Used by players and staff. */
@customElement('sx-map')
export class SxMap extends LitElement {
  /** GeoJSON. */
  @property() source = '';
  @property({ attribute: false }) words!: MapWords;
  @state() private base: BaseMap | null = null;
  readonly #id = `map-${++maps}`;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render() {
    if (this.source === '' || this.words === undefined) return nothing;
    let drawing: Drawing;
    try {
      drawing = drawingOf(this.source);
    } catch (broken) {
      if (!(broken instanceof NotInProtocol)) throw broken;
      return html`<p class="look-caption">${this.words.broken}</p>`;
    }
    if (drawing.ground !== null && this.base === null) void baseMap().then((loaded) => { this.base = loaded; });
    const under = this.base === null ? null : beneath(this.base, drawing);
    const inset = this.base === null ? null : locator(this.base, drawing);
    const named = drawing.shapes.filter((s) => s.number > 0).sort((a, b) => a.number - b.number);
    const { title, width, height } = drawing;
    const whole = `max-width: calc(${(width / height).toFixed(2)} * max(85vh, 24rem))`;
    return html`<figure class="map">
      <svg class=${under === null ? nothing : 'based'} style=${whole} viewBox="0 0 ${width} ${height}" role="img" aria-label=${title === '' ? this.words.label : title}>${this.#ground(drawing, under)}</svg>
      <figcaption>${title === '' ? nothing : html`<p class="look-caption">${title}</p>`}
      ${inset === null ? nothing : this.#inset(inset)}
      <ol class="legend">${named.map((s) => html`<li><b>${s.number}</b><div>${s.name} <span>${[this.words.kinds[s.kind], s.where].filter((w) => w !== '').join(', ')}</span></div></li>`)}</ol>
      ${under === null ? nothing : html`<p class="look-caption">${this.words.rough}</p>`}</figcaption></figure>`;
  }

  /** A small map of the whole region, where this one lies in it. */
  #inset({ width, height, coasts, mark, where }: Locator) {
    return html`<svg class="locator" viewBox="0 0 ${width} ${height}" role="img" aria-label=${this.words.lies.replace('{where}', where)}>
      <path class="land" d=${rings(coasts)}/><circle class="mark" cx=${mark[0]} cy=${mark[1]} r="4"/></svg>`;
  }

  #ground(drawing: Drawing, under: Beneath | null) {
    const { width, height, scale } = drawing;
    const foot = height - 10;
    return svg`<defs><pattern id=${this.#id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0v7"/></pattern></defs>
      ${under === null ? nothing : land(under)}
      ${drawing.shapes.filter((s) => s.kind === 'water').map((s) => this.#shape(s))}
      ${drawing.grid.map((l) => svg`<path class="grid" d=${path([l.from, l.to])}/>`)}
      ${drawing.labels.map((l) => svg`<text x=${l.at[0]} y=${l.at[1]} text-anchor="middle">${l.text}</text>`)}
      ${under === null ? nothing : under.towns.map(town)}
      ${drawing.shapes.filter((s) => s.kind !== 'water').map((s) => this.#shape(s))}
      ${drawing.shapes.filter((s) => s.number > 0 && s.form !== 'point').map(tag)}
      ${drawing.shapes.filter((s) => s.form === 'point').map(pin)}
      <path class="scale" d="M18 ${foot}h${scale.length}M18 ${foot - 4}v8M${18 + scale.length} ${foot - 4}v8"/>
      <text x=${24 + scale.length} y=${foot + 3}>${scale.metres >= 1000 ? `${scale.metres / 1000} ${this.words.kilometres}` : `${scale.metres} ${this.words.metres}`}</text>
      <path class="scale" d="M${width - 24} ${foot + 2}v-12m-4 4l4-4 4 4"/><text x=${width - 36} y=${foot + 3} text-anchor="end">${this.words.north}</text>`;
  }

  #shape(shape: Shape) {
    if (shape.form === 'point') return nothing;
    const d = shape.paths.map((p) => path(p) + (shape.form === 'area' ? 'z' : '')).join('');
    return svg`<path class=${shape.kind} d=${d} fill-rule="evenodd" fill=${shape.kind === 'hazard' ? `url(#${this.#id})` : nothing}/>`;
  }
}

function land({ coasts, borders }: Beneath) {
  return svg`<path class="land" d=${rings(coasts)}/>${borders.map((line) => svg`<path class="border" d=${path(line)}/>`)}`;
}

function town({ dot: [x, y], at, side, text }: Town) {
  return svg`<circle class="dot" cx=${x} cy=${y} r="2"/><text class="town" x=${at[0]} y=${at[1]} text-anchor=${side}>${text}</text>`;
}

function rings(land: readonly Point[][]): string {
  return land.map((ring) => `${path(ring)}z`).join('');
}

function path(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${x} ${y}`).join('L')}`;
}

/** A number in a small plate, for lines and areas. */
function tag({ at: [x, y], number }: Shape) {
  return svg`<rect class="tag" x=${x - 9} y=${y - 8} width="18" height="16" rx="3"/><text class="on-tag" x=${x} y=${y + 4}>${number}</text>`;
}

/** A disc for a place, a triangle for where it happened, a square for where to meet. */
function pin({ at: [x, y], number, kind }: Shape) {
  const form = kind === 'incident' ? svg`<path class="pin incident" d="M${x} ${y - 13}L${x + 13} ${y + 9}H${x - 13}z"/>`
    : kind === 'rendezvous' ? svg`<rect class="pin rendezvous" x=${x - 9} y=${y - 9} width="18" height="18"/>`
      : svg`<circle class="pin" cx=${x} cy=${y} r="9"/>`;
  return svg`${form}${number === 0 ? nothing : svg`<text class="number" x=${x} y=${y + (kind === 'incident' ? 6 : 4)}>${number}</text>`}`;
}
