import test from 'node:test';
import { deepEqual, throws } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFiles } from '../report/node-files.ts';
import { readerOf } from './reader.ts';

test('files and folders are read; links only where they stand for a file of the repository', (t) => {
  const outside = mkdtempSync(join(tmpdir(), 'formwork-'));
  const root = mkdtempSync(join(tmpdir(), 'formwork-'));
  t.after(() => [outside, root].forEach((folder) => rmSync(folder, { recursive: true })));
  writeFileSync(join(outside, 'secret.ts'), 'secret');
  mkdirSync(join(root, 'src/inner'), { recursive: true });
  writeFileSync(join(root, 'src/a.ts'), 'a');
  symlinkSync('a.ts', join(root, 'src/link-to-file.ts'));
  symlinkSync('inner', join(root, 'src/link-to-folder'));
  mkdirSync(join(root, '..shared'));
  writeFileSync(join(root, '..shared/b.ts'), 'b');
  symlinkSync('../..shared/b.ts', join(root, 'src/link-to-dots.ts'));
  symlinkSync('nothing', join(root, 'src/link-to-nothing'));
  symlinkSync(join(outside, 'secret.ts'), join(root, 'src/link-out.ts'));
  symlinkSync(outside, join(root, 'src/link-out'));
  symlinkSync('link-to-itself', join(root, 'src/link-to-itself'));

  const reader = readerOf(root, nodeFiles);
  deepEqual(reader.list('src'), [
    { name: 'a.ts', kind: 'file' },
    { name: 'inner', kind: 'directory' },
    { name: 'link-to-dots.ts', kind: 'file' },
    { name: 'link-to-file.ts', kind: 'file' },
  ]);
  deepEqual(
    [reader.text('src/link-to-file.ts'), reader.text('src/none.ts'), reader.text('src/inner'), reader.filesRead()],
    ['a', null, null, 1],
  );
  deepEqual([reader.kind('src'), reader.kind('none')], ['directory', null]);
  deepEqual(
    reader.findings().map(({ code, severity, message }) => `${severity} ${code}: ${message}`),
    [
      'error workspace/link-leads-out: src/link-out is a link that leads out of the repository, and is not followed.',
      'error workspace/link-leads-out: src/link-out.ts is a link that leads out of the repository, and is not followed.',
      'error workspace/unreadable: src/link-to-itself cannot be read: ELOOP.',
      'error workspace/unreadable: src/inner cannot be read: EISDIR.',
    ],
  );
});

test('a fault of the code is no finding', () => {
  const reader = readerOf('/repo', {
    ...nodeFiles,
    list: () => {
      throw new TypeError('a fault');
    },
  });
  throws(() => reader.list('src'), new TypeError('a fault'));
});

test('what is neither file nor folder is passed over', () => {
  const reader = readerOf('/repo', { ...nodeFiles, list: () => [{ name: 'socket', kind: 'other' }] });
  deepEqual(reader.list('.'), []);
});
