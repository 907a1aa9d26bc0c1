/**
 * Exercise time, drawn from the last reading of the server. Pure: the time now is always an argument. The page never ticks by frames,
 * and it never trusts the phone's own clock: it only measures how far that clock is from the server's.
 */
import type { ClockReading } from './protocol.ts';

export interface Clock {
  readonly running: boolean;
  readonly elapsedMicros: number;
  readonly pacePercent: number;
  readonly anchorMillis: number;
  readonly startMillis: number;
  readonly lengthMicros: number;
  /** Server time minus the phone's time, in milliseconds. */
  readonly offsetMillis: number;
}

/** The clock of a reading that arrived when the phone's clock said `nowMillis`. */
export function clockOf(reading: ClockReading, nowMillis: number): Clock {
  const anchorMillis = Date.parse(reading.serverNow);
  return {
    running: reading.running,
    elapsedMicros: reading.elapsedMicros,
    pacePercent: reading.pacePercent,
    anchorMillis,
    startMillis: Date.parse(`${reading.startTime}Z`),
    lengthMicros: reading.lengthMicros,
    offsetMillis: anchorMillis - nowMillis,
  };
}

export function serverMillis(clock: Clock, nowMillis: number): number {
  return nowMillis + clock.offsetMillis;
}

/** Exercise time since STARTEX, in microseconds. It never runs backwards from the reading. */
export function elapsedAt(clock: Clock, nowMillis: number): number {
  if (!clock.running) return clock.elapsedMicros;
  const since = Math.max(0, serverMillis(clock, nowMillis) - clock.anchorMillis);
  return clock.elapsedMicros + Math.floor((since * 1000 * clock.pacePercent) / 100);
}

const pad = (n: number): string => String(n).padStart(2, '0');

/** The wall clock of the story, `10:24:36`, at this elapsed time. */
export function storyTime(clock: Clock, elapsedMicros: number): string {
  const t = new Date(clock.startMillis + Math.floor(elapsedMicros / 1000));
  return `${pad(t.getUTCHours())}:${pad(t.getUTCMinutes())}:${pad(t.getUTCSeconds())}`;
}

/** Real time on the reader's own wall, `11:26:08`. */
export function realTime(millis: number): string {
  const t = new Date(millis);
  return `${pad(t.getHours())}:${pad(t.getMinutes())}:${pad(t.getSeconds())}`;
}

export function minutesOf(time: string): string {
  return time.slice(0, 5);
}

/** `1:36`, `12:04`, `1:02:09`. */
export function duration(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const h = Math.floor(seconds / 3600);
  const m = Math.floor((seconds % 3600) / 60);
  return h > 0 ? `${h}:${pad(m)}:${pad(seconds % 60)}` : `${m}:${pad(seconds % 60)}`;
}

/**
 * Whether the phone's wall clock was set or the phone slept between two looks: its wall clock and its monotonic clock moved apart.
 * The offset to the server must then be measured again.
 */
export function jumped(before: { wall: number; mono: number }, after: { wall: number; mono: number }): boolean {
  return Math.abs(after.wall - before.wall - (after.mono - before.mono)) > 1000;
}
