// Makes frontend/player/base-map.json, the coasts and borders that lie beneath maps. Only needed when they are to be other ones; the build takes the file as it is.
//   npm install --prefix target/base-map --no-save world-atlas@2.0.2 topojson-client@3.1.0 topojson-simplify@3.0.3 && node src/build/base-map.mjs
// Natural Earth 1:10m is in the public domain; world-atlas, which holds it as TopoJSON, is under the ISC licence. Why it is so rough, and what is left out: docs/decisions/0050.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const tools = createRequire(new URL('../../target/base-map/', import.meta.url));
const { feature, mergeArcs, mesh } = tools('topojson-client');
const { planarTriangleArea, presimplify, simplify } = tools('topojson-simplify');

const WEST = -15;
const EAST = 7;
const SOUTH = 47.5;
const NORTH = 63;
/** Coordinates are whole numbers of these, in degrees: some 120 by 200 metres. */
const STEP = 0.002;
const MIDDLE = Math.cos(((SOUTH + NORTH) / 2) * (Math.PI / 180));
const SQUARE_DEGREE = 111.195 ** 2;
/** Corners are left out that stand for less, and islands that are smaller, in square kilometres. */
const LEAST_CORNER = 1.7;
const LEAST_ISLAND = 1.5;

/** Towns to find one's way by, the most telling first; degrees east and north, to a hundredth. */
const TOWNS = [
  ['London', -0.13, 51.51], ['Edinburgh', -3.19, 55.95], ['Dublin', -6.26, 53.35], ['Cardiff', -3.18, 51.48], ['Belfast', -5.93, 54.6], ['Birmingham', -1.9, 52.48],
  ['Manchester', -2.24, 53.48], ['Newcastle', -1.61, 54.98], ['Plymouth', -4.14, 50.37], ['Inverness', -4.22, 57.48], ['Norwich', 1.3, 52.63], ['Glasgow', -4.25, 55.86],
  ['Aberdeen', -2.1, 57.15], ['Bristol', -2.59, 51.45], ['Leeds', -1.55, 53.8], ['Southampton', -1.4, 50.9], ['Cork', -8.47, 51.9], ['Galway', -9.05, 53.27],
  ['Paris', 2.35, 48.86], ['Amsterdam', 4.9, 52.37], ['Brussels', 4.35, 50.85], ['Liverpool', -2.98, 53.41], ['Sheffield', -1.47, 53.38], ['Nottingham', -1.15, 52.95],
  ['Hull', -0.34, 53.74], ['Carlisle', -2.94, 54.9], ['Swansea', -3.94, 51.62], ['Dundee', -2.97, 56.46], ['Aberystwyth', -4.08, 52.42], ['Exeter', -3.53, 50.72],
  ['Lerwick', -1.14, 60.15], ['Stornoway', -6.39, 58.21], ['Kirkwall', -2.96, 58.98], ['Douglas', -4.48, 54.15], ['Limerick', -8.63, 52.66], ['Cambridge', 0.12, 52.2],
  ['Oxford', -1.26, 51.75], ['Leicester', -1.13, 52.64], ['York', -1.08, 53.96], ['Middlesbrough', -1.23, 54.57], ['Brighton', -0.14, 50.83], ['Portsmouth', -1.09, 50.8],
  ['Dover', 1.31, 51.13], ['Ipswich', 1.15, 52.06], ['Lincoln', -0.54, 53.23], ['Shrewsbury', -2.75, 52.71], ['Gloucester', -2.24, 51.86], ['Penzance', -5.54, 50.12],
  ['Barnstaple', -4.06, 51.08], ['Bangor', -4.13, 53.23], ['Perth', -3.43, 56.4], ['Oban', -5.47, 56.41], ['Fort William', -5.11, 56.82], ['Wick', -3.09, 58.44],
  ['Dumfries', -3.61, 55.07], ['Preston', -2.7, 53.76], ['Stoke-on-Trent', -2.18, 53.0], ['Peterborough', -0.24, 52.57], ['Bournemouth', -1.88, 50.72], ['Calais', 1.86, 50.95],
  ['Lille', 3.06, 50.63], ['Rouen', 1.1, 49.44], ['Rotterdam', 4.48, 51.92], ['Bergen', 5.32, 60.39],
];

const world = JSON.parse(readFileSync(tools.resolve('world-atlas/countries-10m.json'), 'utf8'));
const corner = ([a, b, c]) => planarTriangleArea([a, b, c].map(([x, y]) => [x * MIDDLE, y]));
const rough = simplify(presimplify(world, corner), LEAST_CORNER / SQUARE_DEGREE);
const near = rough.objects.countries.geometries.filter((country) => {
  const all = feature(rough, country).geometry?.coordinates.flat(Infinity) ?? [];
  return all.some((x, i) => i % 2 === 0 && x > WEST - 8 && x < EAST + 8 && all[i + 1] > SOUTH - 8 && all[i + 1] < NORTH + 8);
});

/** A ring cut along the edges of the region, side by side (Sutherland and Hodgman). */
function cut(ring) {
  const sides = [[0, WEST, 1], [0, EAST, -1], [1, SOUTH, 1], [1, NORTH, -1]];
  return sides.reduce((points, [axis, edge, sign]) => points.flatMap((point, i) => {
    const before = points.at(i - 1);
    const inside = (p) => (p[axis] - edge) * sign >= 0;
    const part = (edge - before[axis]) / (point[axis] - before[axis]);
    const crossing = inside(point) === inside(before) ? [] : [before.map((from, k) => from + part * (point[k] - from))];
    return inside(point) ? [...crossing, point] : crossing;
  }), ring.slice(0, -1));
}
const area = (ring) => Math.abs(ring.reduce((sum, [x, y], i) => sum + ring.at(i - 1)[0] * y - x * ring.at(i - 1)[1], 0)) / 2 * MIDDLE * SQUARE_DEGREE;
/** The first point, then steps from one to the next; points that fall together are one. */
function steps(points) {
  const whole = points.map(([x, y]) => [Math.round((x - WEST) / STEP), Math.round((y - SOUTH) / STEP)]);
  return whole.filter(([x, y], i) => i === 0 || x !== whole[i - 1][0] || y !== whole[i - 1][1]).flatMap(([x, y], i, all) => (i === 0 ? [x, y] : [x - all[i - 1][0], y - all[i - 1][1]]));
}
const inside = ([x, y]) => x > WEST && x < EAST && y > SOUTH && y < NORTH;

const coasts = outlines(near).map(cut).filter((ring) => ring.length > 2 && area(ring) >= LEAST_ISLAND).sort((a, b) => area(b) - area(a)).map(steps);
const borders = mesh(rough, { type: 'GeometryCollection', geometries: near }, (a, b) => a !== b).coordinates
  .flatMap((line) => line.reduce((parts, point) => { if (inside(point)) parts.at(-1).push(point); else if (parts.at(-1).length > 0) parts.push([]); return parts; }, [[]]))
  .filter((line) => line.length > 1).map(steps);

function outlines(countries) {
  return feature(rough, mergeArcs(rough, countries)).geometry.coordinates.map(([outer]) => outer);
}

const lines = (name, list) => `"${name}": [\n${list.map((each) => JSON.stringify(each)).join(',\n')}\n]`;
writeFileSync(new URL('../../frontend/player/base-map.json', import.meta.url), `{
"source": "Natural Earth 1:10m, public domain, by way of world-atlas 2.0.2 (ISC); simplified. Made by src/build/base-map.mjs",
"west": ${WEST}, "east": ${EAST}, "south": ${SOUTH}, "north": ${NORTH}, "step": ${STEP},
${lines('coasts', coasts)},
${lines('borders', borders)},
${lines('towns', TOWNS)}
}
`);
console.log(`${coasts.length} coasts, ${borders.length} borders, ${coasts.flat().length / 2} points`);
