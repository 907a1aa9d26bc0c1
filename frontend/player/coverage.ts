/**
 * Which sequences of the record this page has covered. An entry covers `coversFrom..seq`; what lies beyond a gap is kept as an island
 * until the gap is filled, so that `last` is always the highest sequence that was covered without one.
 */
export interface Coverage {
  readonly last: number;
  readonly islands: readonly (readonly [from: number, to: number])[];
}

export const NOTHING: Coverage = { last: 0, islands: [] };

export function coveredTo(last: number): Coverage {
  return { last, islands: [] };
}

/** Coverage once an entry with this range has arrived. */
export function cover(coverage: Coverage, from: number, to: number): Coverage {
  let last = coverage.last;
  const islands = [...coverage.islands, [from, to] as const].sort((a, b) => a[0] - b[0]);
  const beyond: (readonly [number, number])[] = [];
  for (const [start, end] of islands) {
    if (start <= last + 1) last = Math.max(last, end);
    else beyond.push([start, end]);
  }
  return { last, islands: beyond };
}

/** Coverage once the server has said that nothing more is for us up to `seq`. It says nothing about a gap that we know of. */
export function coverUpTo(coverage: Coverage, seq: number): Coverage {
  return hasGap(coverage) ? coverage : { ...coverage, last: Math.max(coverage.last, seq) };
}

export function hasGap(coverage: Coverage): boolean {
  return coverage.islands.length > 0;
}
