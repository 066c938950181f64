import type { HistoryEntry } from '../aggregate/history.ts';
import type { Totals } from '../aggregate/totals.ts';

/** An entry of the history: a commit of one hex digit on that day of January, with this share of everything, in percent. */
export function drawEntry(digit: string, percent: number, packages: Readonly<Record<string, number>> = {}): HistoryEntry {
  return {
    commit: digit.repeat(40),
    date: `2026-01-${String(Number.parseInt(digit, 16)).padStart(2, '0')}T12:00:00.000Z`,
    totals: drawTotals(percent),
    packages: Object.fromEntries(Object.entries(packages).map(([name, share]) => [name, drawTotals(share)])),
  };
}

function drawTotals(percent: number): Totals {
  const share = { found: 10_000, hit: Math.round(percent * 100), percent };
  return { lines: share, functions: share, branches: { ...share, percent: percent - 1 } };
}
