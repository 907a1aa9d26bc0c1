/**
 * The small base map that comes with the program: coasts, borders and some towns of the islands and the near continent, of Natural Earth 1:10m. Beneath a wide map it
 * lies as ground; beside a local one, for which it is far too rough, it shows where that map lies; beside an invented or a distant one it is not shown. Pure.
 */
import { anyText, asObject, fail, list } from './json.ts';
import { degrees, inside, round, type Box, type Drawing, type Ground, type Label, type Point } from './geo.ts';

export interface BaseMap {
  region: Box;
  /** Rings, the largest first. */
  coasts: Point[][];
  borders: Point[][];
  /** The most telling first. */
  towns: { name: string; at: Point }[];
}
export interface Town extends Label { dot: Point; side: 'start' | 'end' }
/** What lies beneath the shapes of a drawing, in its units. */
export interface Beneath { coasts: Point[][]; borders: Point[][]; towns: Town[] }
/** A small map of the whole region with a mark. */
export interface Locator { width: number; height: number; coasts: Point[][]; mark: Point; where: string }

/** How far its coasts are from the true ones at most, as far as headlands tell whose place is known. */
export const COAST_METRES = 1600;
/** So many units of a drawing may a coast be away: half the disc of a place. */
const MOST_AWAY = 5;
const LOCATOR_WIDTH = 84;
/** The width of a letter, about, and the most names on a map. */
const LETTER = 6;
const MOST_TOWNS = 16;

/** The base map in what was fetched; throws NotInProtocol if it is none. */
export function baseMapOf(json: unknown): BaseMap {
  const o = asObject(json, 'base map');
  const number = (name: string): number => (typeof o[name] === 'number' ? o[name] : fail(name));
  const region = { west: number('west'), east: number('east'), south: number('south'), north: number('north') };
  const step = number('step');
  const lines = (name: string): Point[][] => list(o, name, (line) => pointsOf(line, region, step));
  return { region, coasts: lines('coasts'), borders: lines('borders'), towns: list(o, 'towns', townOf) };
}

/** Whole steps east and north, each from the point before it and the first from the corner in the south-west. */
function pointsOf(value: unknown, { west, south }: Box, step: number): Point[] {
  const steps = Array.isArray(value) && value.length % 2 === 0 && value.every(Number.isSafeInteger) ? (value as number[]) : fail('line');
  let [x, y] = [0, 0];
  return Array.from({ length: steps.length / 2 }, (_, i): Point => [west + (x += steps[2 * i] ?? 0) * step, south + (y += steps[2 * i + 1] ?? 0) * step]);
}

function townOf(value: unknown): BaseMap['towns'][number] {
  const [name, lon, lat] = Array.isArray(value) ? value : [];
  return typeof lon === 'number' && typeof lat === 'number' ? { name: anyText(name), at: [lon, lat] } : fail('town');
}

/** Whether the base map is true enough for a drawing of this scale. */
export function isWide({ metresPerUnit }: Ground): boolean {
  return COAST_METRES / metresPerUnit <= MOST_AWAY;
}

/** Land, borders and towns for a wide map that lies wholly in the region. */
export function beneath(base: BaseMap, { ground, width, height, shapes, labels }: Drawing): Beneath | null {
  if (ground === null || !isWide(ground)) return null;
  const corners = [ground.onEarth([0, 0]), ground.onEarth([width, height])];
  if (!corners.every((corner) => inside(base.region, corner))) return null;
  const drawn = (line: Point[]): Point[] => thin(line.map(ground.onMap), 0.4);
  const page: Box = { west: -4, north: -4, east: width + 4, south: height + 4 };
  const taken = [...shapes.filter((s) => s.number > 0 || s.form === 'point').map((s) => plate(s.at, 11)), ...labels.map((l) => plate(l.at, 14)), { west: 0, east: width, north: height - 24, south: height }];
  return { coasts: base.coasts.map((ring) => cut(drawn(ring), page)).filter((ring) => ring.length > 2), borders: base.borders.map(drawn), towns: towns(base, ground, width, taken) };
}

/** Where a local map lies, if it lies in the region. */
export function locator(base: BaseMap, { ground }: Drawing): Locator | null {
  if (ground === null || isWide(ground)) return null;
  const { west, east, north, south } = ground.box;
  const middle: Point = [(west + east) / 2, (north + south) / 2];
  if (!inside(base.region, middle)) return null;
  const shrink = Math.cos((((base.region.north + base.region.south) / 2) * Math.PI) / 180);
  const perDegree = LOCATOR_WIDTH / ((base.region.east - base.region.west) * shrink);
  const onMap = ([lon, lat]: Point): Point => [round((lon - base.region.west) * shrink * perDegree), round((base.region.north - lat) * perDegree)];
  const coasts = base.coasts.map((ring) => thin(ring.map(onMap), 0.7)).filter((ring) => ring.length > 3);
  return { width: LOCATOR_WIDTH, height: Math.round((base.region.north - base.region.south) * perDegree), coasts, mark: onMap(middle), where: degrees(middle, 1) };
}

/** As many names as find a place, the most telling first: beside their dot, on nothing that is there already. */
function towns({ towns: all }: BaseMap, ground: Ground, width: number, taken: Box[]): Town[] {
  return all.flatMap(({ name, at }): Town[] => {
    const dot = ground.onMap(at);
    if (dot[0] < 6 || dot[0] > width - 6 || dot[1] < 6) return [];
    for (const side of ['start', 'end'] as const) {
      const far = side === 'start' ? dot[0] + 6 + name.length * LETTER : dot[0] - 6 - name.length * LETTER;
      const room: Box = { west: Math.min(far, dot[0] - 4), east: Math.max(far, dot[0] + 4), north: dot[1] - 8, south: dot[1] + 8 };
      if (far < 2 || far > width - 2 || taken.some((other) => meet(room, other))) continue;
      taken.push({ west: room.west - 10, east: room.east + 10, north: room.north - 10, south: room.south + 10 });
      return [{ text: name, dot, at: [round(side === 'start' ? dot[0] + 5 : dot[0] - 5), round(dot[1] + 4)], side }];
    }
    return [];
  }).slice(0, MOST_TOWNS);
}

/** Without points that are hardly away from the one before; the last one stays. */
function thin(line: Point[], least: number): Point[] {
  let before: Point = [Infinity, Infinity];
  return line.filter((point, i) => {
    if (i < line.length - 1 && Math.hypot(point[0] - before[0], point[1] - before[1]) < least) return false;
    before = point;
    return true;
  });
}

/** A ring cut along the edges of a page, side by side (Sutherland and Hodgman). */
function cut(ring: Point[], page: Box): Point[] {
  const sides: [0 | 1, number, 1 | -1][] = [[0, page.west, 1], [0, page.east, -1], [1, page.north, 1], [1, page.south, -1]];
  return sides.reduce((points, [axis, edge, sign]) => points.flatMap((point, i): Point[] => {
    const before = points.at(i - 1) ?? point;
    const within = (p: Point): boolean => (p[axis] - edge) * sign >= 0;
    if (within(point) === within(before)) return within(point) ? [point] : [];
    const part = (edge - before[axis]) / (point[axis] - before[axis]);
    const crossing: Point = [round(before[0] + part * (point[0] - before[0])), round(before[1] + part * (point[1] - before[1]))];
    return within(point) ? [crossing, point] : [crossing];
  }), ring);
}

function plate([x, y]: Point, half: number): Box {
  return { west: x - half, east: x + half, north: y - half, south: y + half };
}
/** On the page: south is more. */
function meet(a: Box, b: Box): boolean {
  return a.west < b.east && b.west < a.east && a.north < b.south && b.north < a.south;
}
