/** Joining over HTTP: looking at a code, joining, coming back, leaving; and reading what people type or paste as a code. */
import { asObject, list, NotInProtocol, text, textOrNull } from './json.ts';
import { named, namedOrNull, type Named } from './protocol.ts';

export const CODE_LENGTH = 6;
export const REJOIN_LENGTH = 8;

/**
 * The code in what was typed or pasted: case, spaces and dashes do not matter, and the whole address that the QR code holds will do.
 */
export function readCode(typed: string): string {
  const path = /\/play\/([^/?#\s]+)/i.exec(typed);
  return (path?.[1] ?? typed).toUpperCase().replace(/[^A-Z0-9]/g, '').slice(0, CODE_LENGTH);
}

/** The rejoin code in what was typed, as it is shown: `HJK4-TM7Q`. */
export function readRejoinCode(typed: string): string {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, '').slice(0, REJOIN_LENGTH);
  return plain.length > 4 ? `${plain.slice(0, 4)}-${plain.slice(4)}` : plain;
}

/** What the address of the page says: a join code from the QR code, an exercise, or nothing. */
export function readAddress(path: string): { code: string | null; exercise: string | null } {
  const exercise = /^\/play\/exercise\/([0-9a-f-]{36})\/?$/i.exec(path)?.[1] ?? null;
  const segment = /^\/play\/([^/]+)\/?$/.exec(path)?.[1];
  let code: string | null = null;
  try {
    code = segment === undefined ? null : readCode(decodeURIComponent(segment));
  } catch {
    code = null;
  }
  return { exercise, code: code !== null && code.length === CODE_LENGTH ? code : null };
}

/** The token of a personal link. It stands behind the hash, so that no server log and no other page ever gets it. */
export function readLink(path: string, hash: string): string | null {
  return /^\/play\/i\/?$/.test(path) && /^#[\w-]{1,200}$/.test(hash) ? hash.slice(1) : null;
}

export function addressOf(exercise: string): string {
  return `/play/exercise/${exercise}`;
}

export interface Opened { exercise: string; title: string; marking: string; codeWord: string; cell: Named | null; roles: Named[]; you: string | null }
export interface Joined { exercise: string; participant: string; rejoinCode: string | null }
export interface JoinedByLink extends Joined { code: string | null }
export interface Membership { exercise: string; title: string; name: string }

/** Why joining failed: a reason of the protocol, or `offline`, or `unreadable`. */
export class JoinFailed extends Error {
  constructor(readonly reason: string, message: string, readonly retryAfterSeconds: number | null) {
    super(message);
  }
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export async function ask<T>(fetcher: Fetch, path: string, body: unknown, read: (value: unknown) => T): Promise<T> {
  let response: Response;
  try {
    response = await fetcher(`/play/api/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'X-Startex': '1', Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      credentials: 'same-origin',
      cache: 'no-store',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new JoinFailed('offline', '', null);
  }
  const value: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const o = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
    const wait = o['retryAfterSeconds'];
    throw new JoinFailed(typeof o['reason'] === 'string' ? o['reason'] : 'unreadable', typeof o['message'] === 'string' ? o['message'] : '', typeof wait === 'number' ? wait : null);
  }
  try {
    return read(value);
  } catch (broken) {
    if (broken instanceof NotInProtocol) throw new JoinFailed('unreadable', '', null);
    throw broken;
  }
}

export function readOpened(value: unknown): Opened {
  const o = asObject(value);
  return {
    exercise: text(o, 'exercise'), title: text(o, 'title'), marking: textOrNull(o, 'marking') ?? '', codeWord: textOrNull(o, 'codeWord') ?? '',
    cell: namedOrNull(o, 'cell'), roles: list(o, 'roles', named), you: textOrNull(o, 'you'),
  };
}

export function readJoined(value: unknown): Joined {
  const o = asObject(value);
  return { exercise: text(o, 'exercise'), participant: text(o, 'participant'), rejoinCode: textOrNull(o, 'rejoinCode') };
}

export function readJoinedByLink(value: unknown): JoinedByLink {
  return { ...readJoined(value), code: textOrNull(asObject(value), 'code') };
}

export function readMemberships(value: unknown): Membership[] {
  return list(asObject(value), 'exercises', (one) => {
    const o = asObject(one);
    return { exercise: text(o, 'exercise'), title: text(o, 'title'), name: text(o, 'name') };
  });
}

/** The calls below /play/api. Each throws JoinFailed. */
export class JoinApi {
  constructor(private readonly fetcher: Fetch = (url, init) => fetch(url, init)) {}

  look(code: string): Promise<Opened> {
    return ask(this.fetcher, 'code', { code }, readOpened);
  }
  join(request: { code: string; name: string; organisation: string; role?: string }): Promise<Joined> {
    return ask(this.fetcher, 'join', request, readJoined);
  }
  rejoin(code: string, rejoinCode: string): Promise<Joined> {
    return ask(this.fetcher, 'rejoin', { code, rejoinCode }, readJoined);
  }
  useLink(link: string): Promise<JoinedByLink> {
    return ask(this.fetcher, 'link', { link }, readJoinedByLink);
  }
  mine(): Promise<Membership[]> {
    return ask(this.fetcher, 'me', undefined, readMemberships);
  }
  leave(exercise: string): Promise<void> {
    return ask(this.fetcher, 'leave', { exercise }, () => undefined);
  }
}

export function attachmentAddress(exercise: string, seq: number, name: string): string {
  return `/play/api/attachment/${encodeURIComponent(exercise)}/${seq}/${encodeURIComponent(name)}`;
}
