import { html, LitElement, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { drawingOf, type Drawing, type Kind, type Point, type Shape } from './geo.ts';
import { NotInProtocol } from './json.ts';

/** The words of a map; whoever shows it brings them. */
export interface MapWords { kinds: Record<Kind, string>; label: string; broken: string; metres: string; kilometres: string; north: string }

let maps = 0;

/** A map of the story, drawn here and by nobody else: numbered, with the same numbers in a list of words beneath. Used by players and staff. */
@customElement('sx-map')
export class SxMap extends LitElement {
  /** GeoJSON. */
  @property() source = '';
  @property({ attribute: false }) words!: MapWords;
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
    const named = drawing.shapes.filter((s) => s.number > 0).sort((a, b) => a.number - b.number);
    return html`<figure class="map"><svg viewBox="0 0 ${drawing.width} ${drawing.height}" role="img" aria-label=${drawing.title === '' ? this.words.label : drawing.title}>${this.#ground(drawing)}</svg>
      <figcaption>${drawing.title === '' ? nothing : html`<p class="look-caption">${drawing.title}</p>`}
      <ol class="legend">${named.map((s) => html`<li><b>${s.number}</b><div>${s.name} <span>${[this.words.kinds[s.kind], s.where].filter((w) => w !== '').join(', ')}</span></div></li>`)}</ol></figcaption></figure>`;
  }

  #ground(drawing: Drawing) {
    const { width, height, scale } = drawing;
    const bottom = height - 10;
    return svg`<defs><pattern id=${this.#id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0v7"/></pattern></defs>
      ${drawing.shapes.filter((s) => s.kind === 'water').map((s) => this.#shape(s))}
      ${drawing.grid.map((l) => svg`<path class="grid" d=${path([l.from, l.to])}/>`)}
      ${drawing.labels.map((l) => svg`<text x=${l.at[0]} y=${l.at[1]} text-anchor="middle">${l.text}</text>`)}
      ${drawing.shapes.filter((s) => s.kind !== 'water').map((s) => this.#shape(s))}
      ${drawing.shapes.filter((s) => s.number > 0 && s.form !== 'point').map(tag)}
      ${drawing.shapes.filter((s) => s.form === 'point').map(pin)}
      <path class="scale" d="M18 ${bottom}h${scale.length}M18 ${bottom - 4}v8M${18 + scale.length} ${bottom - 4}v8"/>
      <text x=${24 + scale.length} y=${bottom + 3}>${scale.metres >= 1000 ? `${scale.metres / 1000} ${this.words.kilometres}` : `${scale.metres} ${this.words.metres}`}</text>
      <path class="scale" d="M${width - 24} ${bottom + 2}v-12m-4 4l4-4 4 4"/><text x=${width - 36} y=${bottom + 3} text-anchor="end">${this.words.north}</text>`;
  }

  #shape(shape: Shape) {
    if (shape.form === 'point') return nothing;
    const d = shape.paths.map((p) => path(p) + (shape.form === 'area' ? 'z' : '')).join('');
    return svg`<path class=${shape.kind} d=${d} fill-rule="evenodd" fill=${shape.kind === 'hazard' ? `url(#${this.#id})` : nothing}/>`;
  }
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
