import { styleText } from 'node:util';
import { dayOf, measures, rangeOf, spanOf, titleOf, type Measure, type Trend, type TrendPoint } from './trend.ts';

const rows = 5;
const widestBar = 10;

/**
 * A trend of at least one point as bars for a terminal, ending in a newline: a chart for each measure, one bar for each commit, the last
 * ones where not all fit into `columns`. Without `color` it is made of characters that every log can hold.
 */
export function drawTrend(trend: Trend, how: { readonly columns: number; readonly color: boolean }): string {
  const room = Math.max(widestBar, how.columns - gutter('', false).length);
  const points = trend.points.slice(-room);
  const width = Math.min(widestBar, Math.floor(room / points.length));
  const left = trend.points.length - points.length;
  const note = left === 0 ? [] : [`The ${left} before them do not fit.`];
  const charts = measures.map((measure) => chart(points, measure, { width, color: how.color }).join('\n'));
  return `${[[`${titleOf(trend)}, ${spanOf(points)}`, ...note].join('\n'), ...charts].join('\n\n')}\n`;
}

function chart(
  points: readonly TrendPoint[],
  measure: Measure,
  how: { readonly width: number; readonly color: boolean },
): readonly string[] {
  const values = points.map(({ totals }) => totals[measure].percent);
  const { from, to } = rangeOf(values);
  const bars = values.map((value) => bar((value - from) / (to - from), how));
  const lines = Array.from({ length: rows }, (_, row) => {
    return (
      gutter(row === 0 ? `${to} %` : '', how.color) +
      painted(
        bars
          .map((cells) => cells[row])
          .join('')
          .trimEnd(),
        measure,
        how.color,
      )
    );
  });
  return [headline(measure, values), ...lines, underline(points, from, how)];
}

function headline(measure: Measure, values: readonly number[]): string {
  const [first = 0, last = first] = [values.at(0), values.at(-1)];
  const moved = last - first;
  const change = values.length === 1 ? '' : ` (${moved < 0 ? '-' : '+'}${Math.abs(moved).toFixed(2)})`;
  return `${measure} ${last.toFixed(2)} %${change}`;
}

/** One bar from its top cell to its lowest; what is least is still seen. */
function bar(share: number, { width, color }: { readonly width: number; readonly color: boolean }): readonly string[] {
  const steps = color ? eighths : plain;
  const height = Math.max(1, Math.round(share * rows * steps.length));
  return Array.from({ length: rows }, (_, row) => {
    const filled = Math.min(steps.length, height - (rows - 1 - row) * steps.length);
    const cell = filled > 0 ? `${steps[filled - 1]}` : ' ';
    return width === 1 ? cell : `${cell.repeat(width - 1)} `;
  });
}

const eighths = [...'▁▂▃▄▅▆▇█'];
const plain = ['#'];

/** What stands left of a row: a level where the row has one, and the axis. */
function gutter(label: string, color: boolean, axis = color ? '│' : '|'): string {
  return `${label.padStart(5)} ${axis}`;
}

/** The lowest level, and under it the days of the first and the last bar where both have room. */
function underline(
  points: readonly TrendPoint[],
  from: number,
  { width, color }: { readonly width: number; readonly color: boolean },
): string {
  const line = (color ? '─' : '-').repeat(points.length * width);
  const days = points.map(dayOf);
  const [first = '', last = ''] = [days.at(0), days.at(-1)];
  const room = line.length - first.length - last.length;
  const named = first === last ? first : room > 0 ? first + ' '.repeat(room) + last : last;
  return `${gutter(`${from} %`, color, color ? '└' : '+')}${line}\n${gutter('', color, ' ')}${named}`;
}

const shades = { lines: 'cyan', branches: 'yellow', functions: 'magenta' } as const satisfies Record<Measure, string>;

function painted(text: string, measure: Measure, color: boolean): string {
  return color ? styleText(shades[measure], text, { validateStream: false }) : text;
}
