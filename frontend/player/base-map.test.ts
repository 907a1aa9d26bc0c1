import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import test from 'node:test';
import { baseMapOf, beneath, COAST_METRES, isWide, locator } from './base-map.ts';
import { drawingOf, type Drawing, type Point } from './geo.ts';
import { NotInProtocol } from './json.ts';

const FILE = 'frontend/player/base-map.json';
const json = JSON.parse(readFileSync(FILE, 'utf8'));
const base = baseMapOf(json);

const point = ([lon, lat]: Point, name = 'Here'): object => ({ type: 'Feature', properties: { name }, geometry: { type: 'Point', coordinates: [lon, lat] } });
const drawing = (places: Point[], more: object = {}): Drawing => drawingOf(JSON.stringify({ type: 'FeatureCollection', features: places.map((place, i) => point(place, `Place ${i + 1}`)), ...more }));

/** Whether a ray to the east meets an odd number of coasts. */
const onLand = ([lon, lat]: Point): boolean => base.coasts.filter((ring) => ring.filter(([x, y], i) => {
  const [bx, by] = ring.at(i - 1) as Point;
  return (y > lat) !== (by > lat) && lon < x + ((lat - y) / (by - y)) * (bx - x);
}).length % 2 === 1).length === 1;
const COUNTRYWIDE: Point[] = [[-5.54, 50.12], [1.31, 51.13], [-1.14, 60.15], [-6.39, 58.21]];

test('the base map is small and says where it is from', () => {
  assert.ok(statSync(FILE).size < 40_000);
  assert.match(json.source, /Natural Earth.*public domain/);
});

test('land is land, sea is sea, and each town stands on land or within two kilometres of it', () => {
  for (const land of [[-1.9, 52.5], [-3.9, 56.8], [-7.9, 53.4], [-4.55, 54.25], [-2.13, 49.21], [-2.58, 49.46], [3.0, 50.0], [-1.2, 60.3]] as Point[]) assert.ok(onLand(land), String(land));
  for (const sea of [[-5, 53.8], [2, 55], [-3, 50], [-10.9, 51.5], [-3.6, 51.35]] as Point[]) assert.ok(!onLand(sea), String(sea));
  for (const { name, at: [lon, lat] } of base.towns) {
    const near = [[0, 0], [0, 0.018], [0, -0.018], [0.03, 0], [-0.03, 0]].map(([x = 0, y = 0]): Point => [lon + x, lat + y]);
    assert.ok(near.some(onLand), name);
  }
});

test('a map of the whole country has land, borders and towns beneath, and no name lies on another or on a place of the story', () => {
  const map = drawing(COUNTRYWIDE);
  const under = beneath(base, map);
  assert.ok(under !== null && under.coasts.length > 20 && under.borders.length > 1);
  assert.equal(locator(base, map), null);
  for (const [x, y] of under.coasts.flat()) assert.ok(x >= -4 && x <= map.width + 4 && y >= -4 && y <= map.height + 4);
  const names = under.towns.map((t) => t.text);
  assert.ok(names.includes('London') && names.includes('Belfast') && names.length <= 16, names.join());
  assert.ok(!names.includes('Penzance') && !names.includes('Lerwick'), 'where the story has a place of its own');
  const boxes = under.towns.map((t) => ({ from: Math.min(t.at[0], t.at[0] + (t.side === 'start' ? 1 : -1) * 6 * t.text.length), wide: 6 * t.text.length, y: t.at[1] }));
  for (const [i, a] of boxes.entries()) {
    assert.ok(a.from > 0 && a.from + a.wide < map.width, names[i]);
    for (const b of boxes.slice(i + 1)) assert.ok(Math.abs(a.y - b.y) >= 12 || a.from + a.wide < b.from || b.from + b.wide < a.from, `${names[i]} at ${a.y} and ${b.y}`);
    for (const { at: [x, y] } of map.shapes) assert.ok(Math.abs(a.y - 4 - y) >= 12 || x + 9 < a.from || x - 9 > a.from + a.wide, names[i]);
  }
});

test('beneath a map lie the coasts that are there: London on land, and the same at every width', () => {
  for (const half of [1, 2, 4]) {
    const map = drawing([[-0.13 - half, 51.51], [-0.13 + half, 51.51], [1.9, 51.9]]);
    const coast = beneath(base, map)?.coasts ?? [];
    const within = ([px, py]: Point): boolean => coast.filter((ring) => ring.filter(([x, y], i) => {
      const [bx, by] = ring.at(i - 1) as Point;
      return (y > py) !== (by > py) && px < x + ((py - y) / (by - y)) * (bx - x);
    }).length % 2 === 1).length === 1;
    assert.ok(within(map.ground?.onMap([-0.13, 51.51]) ?? [0, 0]), `London, ${half}`);
    assert.ok(!within(map.ground?.onMap([1.7, 51.75]) ?? [0, 0]), `the sea off the Naze, ${half}`);
  }
});

test('coasts are drawn only where their error is no more than half the disc of a place; beside nearer maps stands a small one with a mark', () => {
  for (let east = 0.01; east < 6; east *= 1.3) {
    const map = drawing([[-3, 52], [-3 + east, 52]]);
    const metres = map.ground?.metresPerUnit ?? 0;
    assert.equal(beneath(base, map) !== null, COAST_METRES / metres <= 5, String(metres));
    assert.equal(locator(base, map) === null, COAST_METRES / metres <= 5, String(metres));
  }
  const [south, north] = [locator(base, drawing([[-5.54, 50.12]])), locator(base, drawing([[-1.14, 60.15]]))];
  assert.ok(south !== null && north !== null && south.mark[0] < north.mark[0] && south.mark[1] > north.mark[1]);
  assert.equal(south.where, '50.1° N, 5.5° W');
  assert.ok(south.coasts.flat().length < 1500, 'a few points will do for a small map');
  for (const [x, y] of [...south.coasts.flat(), south.mark]) assert.ok(x >= 0 && x <= south.width && y >= 0 && y <= south.height);
});

test('an invented or a distant place has neither, and the author has the last word', () => {
  const squares = { west: -4, north: 54, east: 0, south: 52, columns: 4, rows: 4 };
  const neither = (map: Drawing): boolean => beneath(base, map) === null && locator(base, map) === null;
  assert.ok(neither(drawingOf(readFileSync('scenarios/caravan-site/attachments/brackwater-0945.geojson', 'utf8'))));
  assert.ok(neither(drawing(COUNTRYWIDE, { base: 'none' })) && neither(drawing([[-1, 52]], { base: 'none' })));
  assert.ok(neither(drawing([[-3, 53]], { squares })) && !neither(drawing([[-3, 53]], { squares, base: 'auto' })));
  assert.ok(neither(drawing(COUNTRYWIDE, { base: 'roads' })), 'what is not known is not shown');
  assert.ok(neither(drawing([[13.4, 52.5]])) && neither(drawing([[13.4, 52.5], [2, 48]])) && neither(drawing([[-5, 51], [12, 51]])), 'outside, or partly so');
});

test('what is no base map is refused, and then there is none', () => {
  for (const bad of [null, {}, { ...json, step: '0.002' }, { ...json, coasts: [[1, 2, 3]] }, { ...json, coasts: [[1.5, 2]] }, { ...json, towns: [['London']] }]) assert.throws(() => baseMapOf(bad), NotInProtocol);
  assert.ok(isWide({ metresPerUnit: COAST_METRES } as never));
});
