import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { SxElement } from './element.ts';
import { icon } from './icons.ts';
import { attachmentAddress } from './join.ts';
import { t } from './messages.en.ts';
import type { Attachment } from './protocol.ts';
import { KINDS, type Kind } from './geo.ts';
import type { MapWords } from './sx-map.ts';
import './sx-map.ts';

export const MAP_TYPE = 'application/geo+json';
const MAP_WORDS: MapWords = {
  kinds: Object.fromEntries(KINDS.map((kind) => [kind, t.map.kinds[kind]])) as Record<Kind, string>,
  label: t.map.label, broken: t.map.broken, metres: t.map.metres, kilometres: t.map.kilometres, north: t.map.north, rough: t.map.rough, lies: t.map.lies,
};
/** Longer ones are saved, not drawn. */
const MAP_BYTES = 1_000_000;

export function isPicture({ mediaType }: Attachment): boolean {
  return mediaType.startsWith('image/');
}
export function isMap({ mediaType, bytes }: Attachment): boolean {
  return mediaType === MAP_TYPE && bytes <= MAP_BYTES;
}
export function isSound({ mediaType }: Attachment): boolean {
  return mediaType.startsWith('audio/') || mediaType.startsWith('video/');
}

/** What comes with an inject: pictures (larger when pressed), maps and sound are shown, everything is there to be opened or saved. */
@customElement('sx-files')
export class SxFiles extends SxElement {
  @property() exercise = '';
  @property({ type: Number }) seq = 0;
  @property({ attribute: false }) files: readonly Attachment[] = [];
  @state() private large: Attachment | null = null;
  @state() private maps: ReadonlyMap<string, string> = new Map();
  @state() private missing: ReadonlySet<string> = new Set();
  @query('dialog') private box!: HTMLDialogElement;
  readonly #asked = new Set<string>();

  protected override updated(): void {
    for (const file of this.files) if (isMap(file) && !this.#asked.has(file.name)) void this.#fetch(file);
  }

  async #fetch(file: Attachment): Promise<void> {
    this.#asked.add(file.name);
    try {
      const answer = await fetch(this.#address(file), { credentials: 'same-origin' });
      if (!answer.ok) throw new Error(String(answer.status));
      const source = await answer.text();
      this.maps = new Map(this.maps).set(file.name, source);
    } catch {
      this.#lost(file);
    }
  }

  #lost(file: Attachment): void {
    this.missing = new Set([...this.missing, file.name]);
  }

  #address(file: Attachment): string {
    return attachmentAddress(this.exercise, this.seq, file.name);
  }

  protected override render() {
    if (this.files.length === 0) return nothing;
    const shown = this.files.filter((f) => isPicture(f) || isMap(f) || isSound(f));
    return html`${shown.length === 0 ? nothing : html`<div class="shown">${shown.map((f) => this.#shown(f))}</div>`}
      <ul class="files" aria-label=${t.inject.attachments}>${this.files.map((f) => html`<li>
        <a class="file" href=${this.#address(f)} target="_blank" rel="noopener">${icon('clip')}<span>${t.inject.attachment(f.name, t.inject.bytes(f.bytes))}</span><span class="vh">${t.inject.opens}</span></a></li>`)}</ul>
      <dialog class="lightbox" aria-label=${t.files.large} @close=${() => { this.large = null; }} @click=${(e: Event) => { if (e.target === this.box) this.box.close(); }}>
        ${this.large === null ? nothing : html`<img src=${this.#address(this.large)} alt=${this.#alt(this.large)}>${this.large.alt === '' ? nothing : html`<p class="look-caption">${this.large.alt}</p>`}
        <button class="btn touch wide" @click=${() => this.box.close()}>${icon('x')}${t.files.close}</button>`}</dialog>`;
  }

  #alt(file: Attachment): string {
    return file.alt === '' ? t.files.picture(file.name) : file.alt;
  }

  #shown(file: Attachment) {
    if (this.missing.has(file.name)) return html`<p class="look-caption">${t.files.missing(this.#alt(file))}</p>`;
    if (isPicture(file)) {
      return html`<button class="picture" aria-label=${t.files.enlarge(this.#alt(file))} @click=${() => void this.#enlarge(file)}><img src=${this.#address(file)} alt="" loading="lazy" @error=${() => this.#lost(file)}></button>`;
    }
    if (isMap(file)) return html`<sx-map .source=${this.maps.get(file.name) ?? ''} .words=${MAP_WORDS}></sx-map>`;
    const label = t.files.sound(file.name);
    return file.mediaType.startsWith('audio/') ? html`<audio controls preload="none" src=${this.#address(file)} aria-label=${label}></audio>`
      : html`<video controls preload="none" playsinline src=${this.#address(file)} aria-label=${label}></video>`;
  }

  async #enlarge(file: Attachment): Promise<void> {
    this.large = file;
    await this.updateComplete;
    this.box.showModal();
  }
}
