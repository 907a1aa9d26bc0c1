/** What a person has set on this phone: light or dark, tones, single-letter keys. Kept where it can be; never secret. */
export type Theme = 'system' | 'light' | 'dark';
export const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

function read(name: string): string | null {
  try {
    return localStorage.getItem(`startex.${name}`);
  } catch {
    return null;
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(`startex.${name}`, value);
  } catch {
    // Not kept beyond this page, then.
  }
}

export const settings = {
  get theme(): Theme {
    const kept = read('theme');
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  },
  set theme(theme: Theme) {
    write('theme', theme);
    applyTheme();
  },
  get tones(): boolean {
    return read('tones') !== 'off';
  },
  set tones(on: boolean) {
    write('tones', on ? 'on' : 'off');
  },
  get letters(): boolean {
    return read('letters') !== 'off';
  },
  set letters(on: boolean) {
    write('letters', on ? 'on' : 'off');
  },
};

export function applyTheme(): void {
  document.documentElement.style.colorScheme = settings.theme === 'system' ? 'light dark' : settings.theme;
}
