/** Tones and vibration. Soft and short; nothing that could pass for a real alarm, a pager or a radio. */
import { settings } from './settings.ts';

let audio: AudioContext | null = null;

/** Browsers allow sound only after a person has touched the page: call on the first gesture. */
export function unlockSound(): void {
  if (audio === null && 'AudioContext' in globalThis) audio = new AudioContext();
  if (audio?.state === 'suspended') void audio.resume().catch(() => undefined);
}

function tone(context: AudioContext, frequency: number, at: number, seconds: number, loudness: number): void {
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.type = 'sine';
  oscillator.frequency.value = frequency;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(loudness, at + 0.03);
  gain.gain.linearRampToValueAtTime(0, at + seconds);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + seconds + 0.02);
}

function play(frequencies: readonly number[], seconds: number, apart: number, loudness: number): void {
  if (audio === null || audio.state !== 'running') return;
  const start = audio.currentTime + 0.02;
  frequencies.forEach((frequency, i) => tone(audio as AudioContext, frequency, start + i * apart, seconds, loudness));
}

function vibrate(pattern: number | number[]): void {
  if ('vibrate' in navigator && navigator.userActivation?.hasBeenActive !== false) navigator.vibrate(pattern);
}

/** Two soft rising tones and a short vibration: an inject has come. */
export function injectTones(): void {
  if (!settings.tones) return;
  play([523.25, 659.25], 0.22, 0.18, 0.12);
  vibrate([120, 80, 120]);
}

/** Three low tones and a long vibration: no duff. It cannot be switched off. */
export function noDuffTones(): void {
  play([196, 196, 196], 0.45, 0.6, 0.3);
  vibrate([900, 200, 900]);
}
