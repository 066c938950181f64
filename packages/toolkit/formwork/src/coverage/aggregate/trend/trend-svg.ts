import { dayOf, measures, rangeOf, spanOf, titleOf, type Measure, type Trend } from './trend.ts';

const size = { width: 800, height: 420 };
/** Where the lines are drawn. */
const plot = { left: 64, right: 776, top: 68, bottom: 340 };

/** How many characters of a title fit. */
const widest = 70;

/** How each measure is told from the others, without its colour too. */
const looks = {
  lines: { light: '#0b62c4', dark: '#6cb2ff', dash: 'none' },
  branches: { light: '#a14a00', dark: '#ffb066', dash: '8 4' },
  functions: { light: '#7a2ea0', dark: '#d79bf5', dash: '2 4' },
} as const satisfies Record<Measure, unknown>;

/** What stands in each of these drawings, and in no other. */
export const trendMark = '<title id="title">Coverage of ';

/** A trend of at least one point as an SVG that stands alone and follows the reader's light or dark, ending in a newline. */
export function trendSvg(trend: Trend): string {
  const title = titleOf(trend);
  const shown = title.length > widest ? `${title.slice(0, widest - 1)}…` : title;
  const box = `viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box} role="img" aria-labelledby="title told">
<title id="title">${escaped(title)}</title>
<desc id="told">${escaped(measures.map((measure) => told(trend, measure)).join(', '))}</desc>
<style>${style}</style>
<rect class="paper" width="${size.width}" height="${size.height}"/>
<text class="title" x="${plot.left}" y="28">${escaped(shown)}</text>
<text x="${plot.left}" y="48">${escaped(spanOf(trend.points))}</text>
${[...levels(trend), ...days(trend), ...measures.flatMap((measure, index) => drawn(trend, measure, index))].join('\n')}
</svg>
`;
}

const style = [
  'text{font:13px system-ui,sans-serif;fill:#24292f}.title{font-size:18px;font-weight:600}.paper{fill:#fff}.grid{stroke:#d0d7de}',
  '.axis{stroke:#57606a}.line{fill:none;stroke-width:2}',
  ...measures.map(
    (measure) =>
      `.${measure}{stroke:${looks[measure].light};stroke-dasharray:${looks[measure].dash}}.dot.${measure}{fill:${looks[measure].light}}`,
  ),
  '@media(prefers-color-scheme:dark){text{fill:#e6edf3}.paper{fill:#0d1117}.grid{stroke:#30363d}.axis{stroke:#8b949e}',
  ...measures.map((measure) => `.${measure}{stroke:${looks[measure].dark}}.dot.${measure}{fill:${looks[measure].dark}}`),
  '}',
].join('');

function levels(trend: Trend): readonly string[] {
  const { from, to } = rangeIn(trend);
  const step = Math.ceil((to - from) / 5);
  const values = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + step * index);
  const lines = values.map((value) => {
    const y = yOf(value, trend);
    const label = `<text x="${plot.left - 8}" y="${y + 4}" text-anchor="end">${value} %</text>`;
    return `<path class="grid" d="M${plot.left} ${y}H${plot.right}"/>${label}`;
  });
  return [...lines, `<path class="axis" fill="none" d="M${plot.left} ${plot.top}V${plot.bottom}H${plot.right}"/>`];
}

/** The day of the first, the middle and the last commit. */
function days({ points }: Trend): readonly string[] {
  const last = points.length - 1;
  return points.flatMap((point, index) => {
    if (![0, Math.floor(last / 2), last].includes(index)) return [];
    const anchor = last === 0 ? 'middle' : index === 0 ? 'start' : index === last ? 'end' : 'middle';
    const commit = `<tspan x="${xOf(index, last)}" dy="16">${escaped(point.commit.slice(0, 10))}</tspan>`;
    return [`<text x="${xOf(index, last)}" y="${plot.bottom + 20}" text-anchor="${anchor}">${escaped(dayOf(point))}${commit}</text>`];
  });
}

/** One measure: its line, a dot for each commit, and its name and last value below. */
function drawn(trend: Trend, measure: Measure, index: number): readonly string[] {
  const last = trend.points.length - 1;
  const places = trend.points.map(({ totals }, at) => ({ x: xOf(at, last), y: yOf(totals[measure].percent, trend) }));
  const x = plot.left + index * 230;
  const y = size.height - 20;
  return [
    `<path class="line ${measure}" d="M${places.map((place) => `${place.x} ${place.y}`).join('L')}"/>`,
    ...places.map((place) => `<circle class="dot ${measure}" cx="${place.x}" cy="${place.y}" r="3"/>`),
    `<path class="line ${measure}" d="M${x} ${y - 4}h28"/><text x="${x + 36}" y="${y}">${escaped(told(trend, measure))}</text>`,
  ];
}

function told({ points }: Trend, measure: Measure): string {
  return `${measure} ${points.at(-1)?.totals[measure].percent.toFixed(2)} %`;
}

function rangeIn({ points }: Trend): { readonly from: number; readonly to: number } {
  return rangeOf(points.flatMap(({ totals }) => measures.map((measure) => totals[measure].percent)));
}

function xOf(index: number, last: number): number {
  return hundredths(last === 0 ? (plot.left + plot.right) / 2 : plot.left + ((plot.right - plot.left) * index) / last);
}

function yOf(percent: number, trend: Trend): number {
  const { from, to } = rangeIn(trend);
  return hundredths(plot.bottom - ((plot.bottom - plot.top) * (percent - from)) / (to - from));
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Text for XML; what XML cannot hold is shown as a replacement character. */
function escaped(text: string): string {
  return text.replace(/\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '\ufffd').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
