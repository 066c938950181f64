import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../report/fake-machine.ts';
import { trendOf } from './aggregate/trend/trend.ts';
import { trendMark, trendSvg } from './aggregate/trend/trend-svg.ts';
import { pageMark, renderDiffHtml } from './diff/html/render-diff-html.ts';
import { drawEntry } from './testing/draw-entry.ts';
import { writeOver } from './write-over.ts';

const page = renderDiffHtml([], { status: 'pass', base: null, note: null, findings: [] });
const svg = trendSvg(trendOf([drawEntry('1', 90)], { package: null, last: 30 }));

test('what was drawn is written where nothing is, or an earlier one; folders are made', () => {
  for (const [drawn, mark] of [
    [page, pageMark],
    [svg, trendMark],
  ] as const) {
    const machine = fakeMachine({ files: { old: `<!-- older -->${drawn}`, empty: '' } });
    for (const named of ['old', 'empty', 'new/deep/diff', '../beside']) writeOver(drawn, { named, mark }, machine);
    deepEqual(machine.tree(), { old: drawn, empty: drawn, 'new/deep/diff': drawn, '/beside': drawn });
  }
});

test('whatever else lies there stays as it is', () => {
  const files = { 'src/fee.js': 'fee();\n', 'index.html': '<!doctype html>\n<title>Shop</title>\n', 'trend.svg': svg };
  const other = 'something of another kind lies there.';
  for (const [named, why] of [
    ['src/fee.js', other],
    ['index.html', other],
    ['trend.svg', other],
    ['src', "EISDIR: read '/repo/src'."],
    ['src/fee.js/diff.html', "EEXIST: mkdir '/repo/src/fee.js'."],
  ] as const) {
    const machine = fakeMachine({ files });
    const message = `${named} cannot be written: ${why}`;
    throws(() => writeOver(page, { named, mark: pageMark }, machine), { code: 'coverage/not-written', message });
    deepEqual(machine.tree(), files);
  }
});

test('a fault of our own is no fault of the disk', () => {
  const machine = fakeMachine();
  const write = (): never => {
    throw new TypeError('x is not a function');
  };
  throws(() => writeOver(page, { named: 'a.html', mark: pageMark }, { ...machine, files: { ...machine.files, write } }), TypeError);
});
