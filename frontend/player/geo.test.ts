import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { drawingOf, niceStep } from './geo.ts';
import { NotInProtocol } from './json.ts';

const map = (features: unknown[], more: object = {}): string => JSON.stringify({ type: 'FeatureCollection', features, ...more });
const point = (lon: unknown, lat: unknown, properties: object = {}): object => ({ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lon, lat] } });

test('the map of the library: every named thing has a number, a kind and the square that the texts use', () => {
  const drawing = drawingOf(readFileSync('scenarios/caravan-site/attachments/brackwater-0945.geojson', 'utf8'));
  const storage = drawing.shapes.find((s) => s.name === 'Brackwater Storage');
  assert.equal(storage?.where, 'D5');
  assert.equal(storage?.kind, 'incident');
  assert.equal(drawing.shapes.find((s) => s.name === 'Rendezvous point')?.where, 'B5');
  assert.equal(new Set(drawing.shapes.map((s) => s.number)).size, drawing.shapes.length);
  assert.deepEqual(drawing.labels.slice(0, 2).map((l) => l.text), ['A', 'B']);
  assert.equal(drawing.scale.metres, 1000);
  for (const shape of drawing.shapes) for (const [x, y] of shape.paths.flat()) assert.ok(x >= 0 && x <= drawing.width && y >= 0 && y <= drawing.height, shape.name);
});

test('north is up, east is right, and a square on the ground is a square on the map', () => {
  const [a, b, c] = drawingOf(map([point(1, 54), point(1.01, 54), point(1, 54.01)])).shapes.map((s) => s.at);
  assert.ok(a !== undefined && b !== undefined && c !== undefined && b[0] > a[0] && c[1] < a[1]);
  assert.ok(Math.abs((b[0] - a[0]) / (a[1] - c[1]) - Math.cos((54 * Math.PI) / 180)) < 0.01);
});

test('one single point is a map too, with degrees in words', () => {
  const drawing = drawingOf(map([point(-1.5, 54.5, { name: 'Here' })]));
  assert.equal(drawing.shapes[0]?.where, '54.500° N, 1.500° W');
  assert.ok(drawing.grid.length > 0 && drawing.scale.length > 0 && drawing.scale.length < drawing.width / 2);
});

test('what is no map is refused', () => {
  const squares = { west: 1, east: 1, north: 2, south: 1, columns: 3, rows: 3 };
  for (const bad of ['', '[]', '{}', map([]), map([point('1', 2)]), map([point(200, 0)]), map([{ type: 'Feature', geometry: { type: 'MultiPoint', coordinates: [] } }]), map([point(1, 1)], { squares })]) {
    assert.throws(() => drawingOf(bad), NotInProtocol, bad);
  }
});

test('steps are good to read', () => {
  assert.deepEqual([0.034, 7, 1999, 5, 0.1].map(niceStep), [0.02, 5, 1000, 5, 0.1]);
});
