/** One reading of the exercise clock, as the server sent it. Between two readings the browser runs it on. */
export interface Reading {
  /** Exercise time at the reading, in microseconds. */
  elapsed: number;
  /** Pace in per cent; 0 stands still. */
  pace: number;
  /** Real time at the reading, in milliseconds since 1970. */
  now: number;
  /** The story's time of day at STARTEX, in seconds since midnight. */
  start: number;
  /** Planned length of the exercise, in microseconds. */
  length: number;
  /** Whether STARTEX has been given. */
  started: boolean;
}

interface Held {
  reading: Reading;
  /** The browser's own monotonic time when the reading arrived, in milliseconds. */
  at: number;
}

type Listener = () => void;

const DAY = 86_400;
const listeners = new Set<Listener>();
let held: Held | undefined;
let shown = 0;
let timer: number | undefined;

/** Takes a fresh reading. A small step back, which only says how long the network took, is not shown. */
export function take(reading: Reading): void {
  const before = held === undefined ? 0 : elapsed();
  held = { reading, at: performance.now() };
  const tolerated = 2 * 10_000 * Math.max(reading.pace, 100);
  shown = reading.pace > 0 && before > reading.elapsed && before - reading.elapsed < tolerated ? before : reading.elapsed;
  tell();
  pace();
}

/** The last reading, if there is one. */
export function reading(): Reading | undefined {
  return held?.reading;
}

/** Exercise time now, in microseconds. It never runs backwards while the clock runs. */
export function elapsed(): number {
  if (held === undefined) {
    return 0;
  }
  const { reading, at } = held;
  const run = reading.elapsed + (performance.now() - at) * reading.pace * 10;
  shown = reading.pace > 0 ? Math.max(shown, run) : reading.elapsed;
  return shown;
}

/** Real time now, by the server's clock. */
export function realTime(): Date {
  return held === undefined ? new Date() : new Date(held.reading.now + performance.now() - held.at);
}

/** Calls back whenever the time on screen may have changed; the returned function ends that. */
export function watch(listener: Listener): () => void {
  listeners.add(listener);
  pace();
  return () => {
    listeners.delete(listener);
    pace();
  };
}

/** Twice a second at a high pace, so that nothing flickers; four times at an ordinary one, so that no second is skipped. */
function pace(): void {
  window.clearInterval(timer);
  timer = listeners.size === 0 ? undefined : window.setInterval(tell, (held?.reading.pace ?? 0) > 400 ? 500 : 250);
}

function tell(): void {
  for (const listener of listeners) {
    listener();
  }
}

const two = (n: number): string => String(n).padStart(2, '0');

/** The story's time of day: `10:24:36`. */
export function storyTime(micros: number, start: number): string {
  const s = (((start + Math.floor(micros / 1e6)) % DAY) + DAY) % DAY;
  return `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
}

/** The story's day, counted from that of STARTEX, which is the first. */
export function storyDay(micros: number, start: number): number {
  return 1 + Math.floor((start + Math.floor(micros / 1e6)) / DAY);
}

/** A length of time: `1:24:36` or `2:36`. */
export function duration(micros: number): string {
  const s = Math.floor(Math.abs(micros) / 1e6);
  const h = Math.floor(s / 3600);
  return h > 0 ? `${h}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}` : `${Math.floor(s / 60)}:${two(s % 60)}`;
}

/** A time of day in the reader's own zone: `11:26:36`. */
export function wallTime(at: Date): string {
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}
