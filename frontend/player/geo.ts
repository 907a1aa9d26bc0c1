/** A map of the story: what GeoJSON says becomes numbered shapes on a plane, with squares or a grid, a scale, and the same in words. Pure. */
import { asObject, fail, list, textOrEmpty, type Json } from './json.ts';

export const KINDS = ['place', 'incident', 'rendezvous', 'area', 'hazard', 'water', 'road', 'closed'] as const;
export type Kind = (typeof KINDS)[number];
export type Point = readonly [number, number];

export interface Shape {
  form: 'point' | 'line' | 'area';
  kind: Kind;
  name: string;
  /** On the map and in the list; 0 for what has no name. */
  number: number;
  paths: Point[][];
  /** Where its number stands. */
  at: Point;
  /** The square it lies in, or degrees. */
  where: string;
}
export interface GridLine { from: Point; to: Point }
export interface Label { at: Point; text: string }
export interface Drawing {
  title: string;
  width: number;
  height: number;
  shapes: Shape[];
  grid: GridLine[];
  labels: Label[];
  /** A length on the ground that is good to read, and on the map. */
  scale: { metres: number; length: number };
  /** What a base map is laid by; null where the author wants none. */
  ground: Ground | null;
}
/** How the ground and the page belong together. */
export interface Ground { box: Box; metresPerUnit: number; onMap(point: Point): Point; onEarth(point: Point): Point }
export interface Box { west: number; north: number; east: number; south: number }

const WIDTH = 360;
const EDGE = 18;
const METRES_PER_DEGREE = 111_195;

interface Squares extends Box { columns: number; rows: number }
interface Read { form: Shape['form']; kind: Kind; name: string; paths: Point[][] }

/** The map in a GeoJSON text; throws NotInProtocol if it is none. */
export function drawingOf(source: string): Drawing {
  let json: unknown;
  try {
    json = JSON.parse(source);
  } catch {
    fail('JSON');
  }
  const collection = asObject(json, 'map');
  if (collection['type'] !== 'FeatureCollection') fail('FeatureCollection');
  const features = list(collection, 'features', feature);
  if (features.length === 0) fail('features');
  const squares = collection['squares'] === undefined ? null : squaresOf(asObject(collection['squares'], 'squares'));
  const box: Box = squares ?? around(features.flatMap((f) => f.paths.flat()));
  const shrink = Math.cos((((box.north + box.south) / 2) * Math.PI) / 180);
  const perDegree = (WIDTH - 2 * EDGE) / ((box.east - box.west) * shrink);
  const height = Math.round((box.north - box.south) * perDegree + 2 * EDGE + 16);
  const onMap = ([lon, lat]: Point): Point => [round(EDGE + (lon - box.west) * shrink * perDegree), round(EDGE + (box.north - lat) * perDegree)];
  const onEarth = ([x, y]: Point): Point => [box.west + (x - EDGE) / (shrink * perDegree), box.north - (y - EDGE) / perDegree];
  const metresPerUnit = METRES_PER_DEGREE / perDegree;
  let last = 0;
  const shapes = features.map((f): Shape => {
    const middle = f.form === 'line' ? halfway(f.paths[0] ?? []) : f.form === 'area' ? centre(f.paths[0] ?? []) : (f.paths[0]?.[0] ?? fail('coordinates'));
    return { ...f, number: f.name === '' ? 0 : ++last, paths: f.paths.map((path) => path.map(onMap)), at: onMap(middle), where: squares === null ? degrees(middle) : squareOf(squares, middle) };
  });
  apart(shapes);
  const order: Record<Shape['form'], number> = { area: 0, line: 1, point: 2 };
  shapes.sort((a, b) => order[a.form] - order[b.form] || Number(b.kind === 'water') - Number(a.kind === 'water'));
  return {
    title: textOrEmpty(collection, 'title'), width: WIDTH, height, shapes,
    ...(squares === null ? degreeGrid(box, onMap) : squareGrid(squares, onMap)), scale: scaleOf(metresPerUnit),
    ground: baseWanted(collection) ? { box, metresPerUnit, onMap, onEarth } : null,
  };
}

/** Whether a base map may be shown: as the author says, and else not with squares, which are for invented places. */
function baseWanted(collection: Json): boolean {
  return collection['base'] === undefined ? collection['squares'] === undefined : collection['base'] === 'auto';
}

/** Moves plates aside that would lie on another number. */
function apart(shapes: Shape[]): void {
  const taken = shapes.filter((s) => s.form === 'point').map((s) => s.at);
  for (const shape of shapes.filter((s) => s.form !== 'point' && s.number > 0)) {
    for (let tries = 0; tries < 4 && taken.some(([x, y]) => Math.abs(x - shape.at[0]) < 19 && Math.abs(y - shape.at[1]) < 17); tries++) shape.at = shift(shape.at, 0, 18);
    taken.push(shape.at);
  }
}

function feature(value: unknown): Read {
  const o = asObject(value, 'feature');
  const properties = asObject(o['properties'] ?? {}, 'properties');
  const geometry = asObject(o['geometry'], 'geometry');
  const type = geometry['type'];
  const coordinates = geometry['coordinates'];
  const form = type === 'Point' ? 'point' : type === 'LineString' ? 'line' : type === 'Polygon' ? 'area' : fail('geometry');
  const usual: Kind = form === 'point' ? 'place' : form === 'line' ? 'road' : 'area';
  const asked = properties['as'] as Kind;
  return {
    form, kind: KINDS.includes(asked) ? asked : usual, name: textOrEmpty(properties, 'name'),
    paths: form === 'point' ? [[position(coordinates)]] : form === 'line' ? [positions(coordinates)] : lists(coordinates).map(positions),
  };
}

const lists = (value: unknown): unknown[] => (Array.isArray(value) && value.length > 0 ? value : fail('coordinates'));
const positions = (value: unknown): Point[] => lists(value).map(position);
function position(value: unknown): Point {
  const [lon, lat] = lists(value);
  return typeof lon === 'number' && typeof lat === 'number' && Math.abs(lon) <= 180 && Math.abs(lat) <= 85 ? [lon, lat] : fail('position');
}

function squaresOf(o: Json): Squares {
  const number = (name: string): number => (typeof o[name] === 'number' ? o[name] : fail(name));
  const squares = { west: number('west'), north: number('north'), east: number('east'), south: number('south'), columns: number('columns'), rows: number('rows') };
  const good = squares.east > squares.west && squares.north > squares.south && squares.columns >= 1 && squares.columns <= 26 && squares.rows >= 1 && squares.rows <= 99;
  return good ? squares : fail('squares');
}

/** What is around all of it, with a margin, and not too long or too narrow. */
function around(all: Point[]): Box {
  const lons = all.map(([lon]) => lon);
  const lats = all.map(([, lat]) => lat);
  const middle = { lon: (Math.min(...lons) + Math.max(...lons)) / 2, lat: (Math.min(...lats) + Math.max(...lats)) / 2 };
  const shrink = Math.cos((middle.lat * Math.PI) / 180);
  const wide = Math.max((Math.max(...lons) - Math.min(...lons)) * shrink, 0.002) * 1.2;
  const high = Math.max(Math.max(...lats) - Math.min(...lats), 0.002) * 1.2;
  const w = Math.max(wide, high / 1.4) / shrink / 2;
  const h = Math.max(high, wide / 2) / 2;
  return { west: middle.lon - w, east: middle.lon + w, north: middle.lat + h, south: middle.lat - h };
}

function squareOf(s: Squares, [lon, lat]: Point): string {
  const column = Math.floor(((lon - s.west) / (s.east - s.west)) * s.columns);
  const row = Math.floor(((s.north - lat) / (s.north - s.south)) * s.rows);
  return column < 0 || row < 0 || column >= s.columns || row >= s.rows ? '' : `${String.fromCharCode(65 + column)}${row + 1}`;
}

export function degrees([lon, lat]: Point, digits = 3): string {
  return `${Math.abs(lat).toFixed(digits)}° ${lat < 0 ? 'S' : 'N'}, ${Math.abs(lon).toFixed(digits)}° ${lon < 0 ? 'W' : 'E'}`;
}

export function inside({ west, north, east, south }: Box, [lon, lat]: Point): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

function squareGrid(s: Squares, onMap: (p: Point) => Point): { grid: GridLine[]; labels: Label[] } {
  const lon = (i: number): number => s.west + ((s.east - s.west) * i) / s.columns;
  const lat = (i: number): number => s.north - ((s.north - s.south) * i) / s.rows;
  const grid = [
    ...Array.from({ length: s.columns + 1 }, (_, i) => ({ from: onMap([lon(i), s.north]), to: onMap([lon(i), s.south]) })),
    ...Array.from({ length: s.rows + 1 }, (_, i) => ({ from: onMap([s.west, lat(i)]), to: onMap([s.east, lat(i)]) })),
  ];
  const labels = [
    ...Array.from({ length: s.columns }, (_, i) => ({ at: shift(onMap([lon(i + 0.5), s.north]), 0, -5), text: String.fromCharCode(65 + i) })),
    ...Array.from({ length: s.rows }, (_, i) => ({ at: shift(onMap([s.west, lat(i + 0.5)]), -9, 4), text: String(i + 1) })),
  ];
  return { grid, labels };
}

function degreeGrid(box: Box, onMap: (p: Point) => Point): { grid: GridLine[]; labels: Label[] } {
  const step = niceStep((box.east - box.west) / 3);
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  const grid: GridLine[] = [];
  const labels: Label[] = [];
  for (let lon = Math.ceil(box.west / step) * step; lon < box.east; lon += step) {
    grid.push({ from: onMap([lon, box.north]), to: onMap([lon, box.south]) });
    labels.push({ at: shift(onMap([lon, box.north]), 0, -5), text: `${Math.abs(lon).toFixed(digits)}° ${lon < 0 ? 'W' : 'E'}` });
  }
  for (let lat = Math.ceil(box.south / step) * step; lat < box.north; lat += step) grid.push({ from: onMap([box.west, lat]), to: onMap([box.east, lat]) });
  return { grid, labels };
}

/** 1, 2 or 5 times a power of ten, at most so much. */
export function niceStep(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return ([5, 2, 1].find((n) => n * power <= most * 1.000001) ?? 1) * power;
}

function scaleOf(metresPerUnit: number): Drawing['scale'] {
  const metres = niceStep((WIDTH / 3) * metresPerUnit);
  return { metres, length: round(metres / metresPerUnit) };
}

function centre(ring: Point[]): Point {
  const open = ring.slice(0, -1);
  return [open.reduce((sum, [x]) => sum + x, 0) / open.length, open.reduce((sum, [, y]) => sum + y, 0) / open.length];
}

function halfway(line: Point[]): Point {
  const lengths = line.slice(1).map(([x, y], i) => Math.hypot(x - (line[i]?.[0] ?? x), y - (line[i]?.[1] ?? y)));
  let left = lengths.reduce((sum, l) => sum + l, 0) / 2;
  for (const [i, length] of lengths.entries()) {
    const [a, b] = [line[i] as Point, line[i + 1] as Point];
    if (left <= length && length > 0) return [a[0] + ((b[0] - a[0]) * left) / length, a[1] + ((b[1] - a[1]) * left) / length];
    left -= length;
  }
  return line[0] ?? fail('coordinates');
}

function shift([x, y]: Point, dx: number, dy: number): Point {
  return [x + dx, y + dy];
}
export function round(n: number): number {
  return Math.round(n * 10) / 10;
}
