import type { Machine } from '../../../report/machine.ts';
import { readHistory } from '../history.ts';
import { trendOf, type Trend } from './trend.ts';

export type TrendOptions = {
  /** A package's name; null is the whole repository. */
  readonly package: string | null;
  /** How many entries at most, from the end. */
  readonly last: number;
  /** Where to write it as SVG, relative to the machine's folder; null writes none. */
  readonly svg: string | null;
};

/**
 * Reads the trend, and writes it as SVG where one is asked for and there is anything to draw. Throws `coverage/history-corrupt`,
 * `coverage/unknown-package` and `coverage/not-written`.
 */
export async function runTrend(options: TrendOptions, where: { readonly machine: Machine; readonly root: string }): Promise<Trend> {
  const trend = trendOf(readHistory(where), options);
  if (options.svg !== null && trend.points.length > 0) {
    const { trendMark, trendSvg } = await import('./trend-svg.ts');
    const { writeOver } = await import('../../write-over.ts');
    writeOver(trendSvg(trend), { named: options.svg, mark: trendMark }, where.machine);
  }
  return trend;
}
