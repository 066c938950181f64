import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../../../report/fake-machine.ts';
import { renderDiffHtml } from './render-diff-html.ts';
import { writePage } from './write-page.ts';

const page = renderDiffHtml([], { status: 'pass', base: null, note: null, findings: [] });

test('a page is written where there is nothing, or an earlier page; folders are made', () => {
  const machine = fakeMachine({ files: { 'old.html': page.replace('passed', 'failed'), 'empty.html': '' } });
  for (const named of ['old.html', 'empty.html', 'new/deep/diff.html', '../beside.html']) writePage(page, named, machine);
  deepEqual(machine.tree(), { 'old.html': page, 'empty.html': page, 'new/deep/diff.html': page, '/beside.html': page });
});

test('whatever else lies there stays as it is', () => {
  const files = { 'src/fee.js': 'fee();\n', 'index.html': '<!doctype html>\n<title>Shop</title>\n' };
  for (const [named, why] of [
    ['src/fee.js', 'something else than such a page lies there.'],
    ['index.html', 'something else than such a page lies there.'],
    ['src', 'it is a folder.'],
    ['src/fee.js/diff.html', "Error: EEXIST: mkdir '/repo/src/fee.js'"],
  ] as const) {
    const machine = fakeMachine({ files });
    throws(() => writePage(page, named, machine), { code: 'coverage/page-not-written', message: `The page cannot be written to ${named}: ${why}` });
    deepEqual(machine.tree(), files);
  }
});

test('a fault of our own is no fault of the disk', () => {
  const machine = fakeMachine();
  const files = { ...machine.files, write: () => { throw new TypeError('x is not a function'); } };
  throws(() => writePage(page, 'a.html', { folder: '/repo', files }), TypeError);
});
