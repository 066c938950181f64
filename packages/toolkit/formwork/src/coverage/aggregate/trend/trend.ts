import { FormworkError } from '../../../report/formwork-error.ts';
import { didYouMean } from '../../../report/nearest.ts';
import { historyFile, type HistoryEntry } from '../history.ts';
import type { Totals } from '../totals.ts';

/** How one thing moved from commit to commit. */
export type Trend = {
  /** Whose coverage it is: a package's name, or null for the whole repository. */
  readonly package: string | null;
  readonly entries: readonly HistoryEntry[];
  /** One for each entry. */
  readonly points: readonly TrendPoint[];
};

export type TrendPoint = { readonly commit: string; readonly date: string; readonly totals: Totals };

/** What is drawn, in this order. */
export const measures = ['lines', 'branches', 'functions'] as const;
export type Measure = (typeof measures)[number];

/**
 * The last entries of a history; of a package, the last that know it. Throws `coverage/unknown-package` where there is a history and none
 * does.
 */
export function trendOf(history: readonly HistoryEntry[], asked: { readonly package: string | null; readonly last: number }): Trend {
  const { package: name, last } = asked;
  const known = history.flatMap((entry) => {
    const totals = name === null ? entry.totals : new Map(Object.entries(entry.packages)).get(name);
    return totals === undefined ? [] : [{ entry, point: { commit: entry.commit, date: entry.date, totals } }];
  });
  if (name !== null && known.length === 0 && history.length > 0) throw unknownPackage(name, history);
  const shown = known.slice(-last);
  return { package: name, entries: shown.map(({ entry }) => entry), points: shown.map(({ point }) => point) };
}

/** What a drawing is called: `Coverage of @repo/orders`. */
export function titleOf({ package: name }: Trend): string {
  return `Coverage of ${name ?? 'the whole repository'}`;
}

/** How much of the history a drawing shows: `12 commits, 2026-01-02 to 2026-03-04`. */
export function spanOf(points: readonly TrendPoint[]): string {
  const days = points.map(dayOf);
  const ends = [...new Set([...days.slice(0, 1), ...days.slice(-1)])];
  return `${points.length} ${points.length === 1 ? 'commit' : 'commits'}, ${ends.join(' to ')}`;
}

/** The day of a point, `2026-01-02`. */
export function dayOf({ date }: TrendPoint): string {
  return date.slice(0, 10);
}

/** Whole percentages between which all values lie, at least one apart. */
export function rangeOf(values: readonly number[]): { readonly from: number; readonly to: number } {
  const from = Math.floor(Math.min(...values));
  const to = Math.ceil(Math.max(...values));
  return to > from ? { from, to } : { from: Math.max(0, to - 1), to: Math.max(1, to) };
}

function unknownPackage(name: string, history: readonly HistoryEntry[]): FormworkError {
  const names = [...new Set(history.flatMap(({ packages }) => Object.keys(packages)))].sort();
  return new FormworkError({
    code: 'coverage/unknown-package',
    message: `No entry of ${historyFile} knows a package '${name}'.`,
    fix: `${didYouMean(name, names)}It knows ${names.join(', ') || 'no package'}.`,
    file: historyFile,
  });
}
