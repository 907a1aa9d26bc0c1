/** Every text that people read comes from the message bundle, and every text in the bundle is used. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { en } from './messages.en.ts';

const FOLDER = 'frontend/player';
const sources = readdirSync(FOLDER).filter((f) => f.endsWith('.ts') && !f.endsWith('.test.ts') && !f.endsWith('.en.ts') && !['testing.ts', 'testing-session.ts'].includes(f))
  .map((name) => ({ name, text: readFileSync(`${FOLDER}/${name}`, 'utf8') }));

/** The static parts of all html templates in a source, with every expression taken out (and its own templates looked at too). */
function markup(source: string): string[] {
  const found: string[] = [];
  function template(from: number): number {
    let out = '';
    let i = from;
    while (i < source.length && source[i] !== '`') {
      if (source[i] === '$' && source[i + 1] === '{') {
        i = expression(i + 2);
        out += '¤';
      } else out += source[i++];
    }
    found.push(out);
    return i + 1;
  }
  function expression(from: number): number {
    let depth = 1;
    let i = from;
    while (i < source.length && depth > 0) {
      if (source[i] === '`') i = template(i + 1);
      else if (source[i] === "'") i = source.indexOf("'", i + 1) + 1;
      else {
        if (source[i] === '{') depth += 1;
        if (source[i] === '}') depth -= 1;
        i += 1;
      }
    }
    return i;
  }
  for (let at = source.indexOf('html`'); at >= 0; at = source.indexOf('html`', at + 5)) template(at + 5);
  return found.filter((text) => text.includes('<'));
}

const letters = /\p{L}{2,}/u;

test('the finder finds a stray literal, also in a template within a template', () => {
  const all = markup("html`<p title=${x}>${a ? html`<b>Hello you</b>` : ''}</p>`").join('');
  assert.ok(all.includes('Hello you'));
});

for (const { name, text } of sources) {
  test(`${name} has no words of its own`, () => {
    for (const part of markup(text)) {
      for (const [, words] of part.matchAll(/>([^<>]*)</g)) assert.ok(!letters.test(words ?? ''), `"${words?.trim()}" belongs into the bundle`);
      for (const [, label] of part.matchAll(/(?:aria-label|placeholder|title|alt)="([^"]*)"/g)) assert.ok(!letters.test(label ?? ''), `"${label}" belongs into the bundle`);
    }
  });
}

function leaves(value: unknown, path: string): string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value).flatMap(([key, v]) => leaves(v, `${path}.${key}`)) : [path];
}

test('every text in the bundle is used', () => {
  const all = sources.map((s) => s.text).join('\n');
  const used = (path: string): boolean => {
    const parent = path.slice(0, path.lastIndexOf('.'));
    return new RegExp(`\\b${path.replaceAll('.', '\\.')}\\b`).test(all) || all.includes(`${parent}[`);
  };
  assert.deepEqual(leaves(en, 't').filter((path) => !used(path)), []);
});
