/** Reading values out of JSON from the network: each reader gives what it promises or throws NotInProtocol. */

/** Text from the network that is not in the protocol. */
export class NotInProtocol extends Error {}

export type Json = Record<string, unknown>;

export function fail(what: string): never {
  throw new NotInProtocol(what);
}
export function asObject(value: unknown, name = 'frame'): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : fail(name);
}
export function text(o: Json, name: string): string {
  const value = o[name];
  return typeof value === 'string' ? value : fail(name);
}
/** A text that may be null or left out. */
export function textOrNull(o: Json, name: string): string | null {
  return o[name] === null || o[name] === undefined ? null : text(o, name);
}
/** A text, or null where there is none to show. */
export function words(o: Json, name: string): string | null {
  return textOrNull(o, name) || null;
}
export function textOrEmpty(o: Json, name: string): string {
  return textOrNull(o, name) ?? '';
}
export function whole(o: Json, name: string): number {
  const value = o[name];
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : fail(name);
}
export function sequence(o: Json, name: string): number {
  const value = whole(o, name);
  return value >= 0 ? value : fail(name);
}
export function wholeOrNull(o: Json, name: string): number | null {
  return o[name] === null || o[name] === undefined ? null : whole(o, name);
}
export function flag(o: Json, name: string): boolean {
  const value = o[name];
  return typeof value === 'boolean' ? value : fail(name);
}
export function list<T>(o: Json, name: string, read: (value: unknown) => T): T[] {
  const value = o[name];
  return Array.isArray(value) ? value.map(read) : fail(name);
}
export const anyText = (value: unknown): string => (typeof value === 'string' ? value : fail('text'));
export const anySeq = (value: unknown): number => (typeof value === 'number' && Number.isSafeInteger(value) ? value : fail('sequence'));
/** An instant as ISO text. */
export function instant(o: Json, name: string): string {
  const value = text(o, name);
  return Number.isNaN(Date.parse(value)) ? fail(name) : value;
}
