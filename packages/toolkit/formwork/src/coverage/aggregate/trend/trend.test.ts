import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { drawEntry } from '../../testing/draw-entry.ts';
import { rangeOf, spanOf, titleOf, trendOf } from './trend.ts';

const history = [drawEntry('1', 90), drawEntry('2', 91, { '@repo/orders': 80 }), drawEntry('3', 92, { '@repo/orders': 85 })];

for (const [what, asked, expected] of [
  ['everything', { package: null, last: 30 }, ['1 90', '2 91', '3 92']],
  ['the last', { package: null, last: 2 }, ['2 91', '3 92']],
  ['a package, where it is known', { package: '@repo/orders', last: 30 }, ['2 80', '3 85']],
  ['the last of a package', { package: '@repo/orders', last: 1 }, ['3 85']],
] as const) {
  test(`a trend of ${what}`, () => {
    const trend = trendOf(history, asked);
    deepEqual(
      trend.points.map(({ commit, totals }) => `${commit[0]} ${totals.lines.percent}`),
      expected,
    );
    deepEqual(
      trend.entries,
      history.filter(({ commit }) => trend.points.some((point) => point.commit === commit)),
    );
  });
}

test('no history has a trend of nothing, whatever package is asked for', () => {
  deepEqual(trendOf([], { package: '@repo/orders', last: 30 }), { package: '@repo/orders', entries: [], points: [] });
});

test('coverage/unknown-package: says what was meant, and what there is', () => {
  const fault = { code: 'coverage/unknown-package', file: 'coverage/history.jsonl' };
  throws(() => trendOf(history, { package: '@repo/order', last: 30 }), {
    ...fault,
    fix: 'Did you mean @repo/orders? It knows @repo/orders.',
  });
  throws(() => trendOf(history, { package: 'constructor', last: 30 }), { ...fault, fix: 'It knows @repo/orders.' });
  throws(() => trendOf(history.slice(0, 1), { package: 'orders', last: 30 }), { ...fault, fix: 'It knows no package.' });
});

test('what it is called', () => {
  const trend = trendOf(history, { package: null, last: 30 });
  deepEqual([titleOf(trend), spanOf(trend.points)], ['Coverage of the whole repository', '3 commits, 2026-01-01 to 2026-01-03']);
  const one = trendOf(history, { package: '@repo/orders', last: 1 });
  deepEqual([titleOf(one), spanOf(one.points)], ['Coverage of @repo/orders', '1 commit, 2026-01-03']);
});

for (const [values, from, to] of [
  [[97.2, 98.6], 97, 99],
  [[100, 100], 99, 100],
  [[0], 0, 1],
  [[50], 49, 50],
  [[99.5, 99.9], 99, 100],
] as const) {
  test(`${values.join(' and ')} lie between ${from} and ${to}`, () => deepEqual(rangeOf(values), { from, to }));
}
