import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { drawEntry } from '../../testing/draw-entry.ts';
import { drawTrend } from './draw-trend.ts';
import { trendOf, type Trend } from './trend.ts';

function trend(...percents: readonly number[]): Trend {
  const history = percents.map((percent, index) => drawEntry((index + 1).toString(16), percent));
  return trendOf(history, { package: null, last: 30 });
}

test('a chart for each measure, in characters that every log can hold', () => {
  equal(
    drawTrend(trend(98, 99.5, 97), { columns: 40, color: false }),
    `Coverage of the whole repository, 3 commits, 2026-01-01 to 2026-01-03

lines 97.00 % (-1.00)
100 % |
      |          #########
      |          #########
      |######### #########
      |######### ######### #########
 97 % +------------------------------
       2026-01-01          2026-01-03

branches 96.00 % (-1.00)
 99 % |
      |          #########
      |          #########
      |######### #########
      |######### ######### #########
 96 % +------------------------------
       2026-01-01          2026-01-03

functions 97.00 % (-1.00)
100 % |
      |          #########
      |          #########
      |######### #########
      |######### ######### #########
 97 % +------------------------------
       2026-01-01          2026-01-03
`,
  );
});

test('in colour the steps are finer', () => {
  const drawn = drawTrend(trend(97, 98), { columns: 80, color: true });
  deepEqual(drawn.includes('\u001b[36m'), true);
  deepEqual(stripVTControlCharacters(drawn).split('\n').slice(2, 10), [
    'lines 98.00 % (+1.00)',
    ' 98 % │          █████████',
    '      │          █████████',
    '      │          █████████',
    '      │          █████████',
    '      │▁▁▁▁▁▁▁▁▁ █████████',
    ' 97 % └────────────────────',
    '       2026-01-02',
  ]);
});

test('one commit is enough', () => {
  deepEqual(drawTrend(trend(90), { columns: 80, color: false }).split('\n').slice(0, 10), [
    'Coverage of the whole repository, 1 commit, 2026-01-01',
    '',
    'lines 90.00 %',
    ' 90 % |#########',
    '      |#########',
    '      |#########',
    '      |#########',
    '      |#########',
    ' 89 % +----------',
    '       2026-01-01',
  ]);
});

for (const [columns, commits, note, axis] of [
  [200, '15 commits', '', 150],
  [80, '15 commits', '', 60],
  [37, '15 commits', '', 30],
  [22, '15 commits', '', 15],
  [20, '13 commits', 'The 2 before them do not fit.', 13],
  [1, '10 commits', 'The 5 before them do not fit.', 10],
] as const) {
  test(`15 commits in ${columns} columns`, () => {
    const many = trend(...Array.from({ length: 15 }, (_, index) => 80 + index));
    const drawn = drawTrend(many, { columns, color: false });
    const [title = '', second] = drawn.split('\n');
    deepEqual([title.split(', ')[1], second, /\+(-+)$/m.exec(drawn)?.[1]?.length], [commits, note, axis]);
  });
}
