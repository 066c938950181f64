import { deepEqual } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { nodeFiles } from '../../report/node-files.ts';
import { realPathsOf } from './real-paths.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'formwork-paths-')));
after(() => rmSync(root, { recursive: true }));
mkdirSync(join(root, 'src/deep'), { recursive: true });
for (const file of ['src/a.ts', 'src/deep/b.ts']) writeFileSync(join(root, file), '');
for (const [link, target] of [
  ['lib', 'src'],
  ['twice', 'lib/deep'],
  ['alias.ts', 'lib/a.ts'],
  ['nowhere', 'gone'],
  ['loop', 'loop'],
] as const) {
  symlinkSync(target, join(root, link));
}

for (const [path, kind, expected] of [
  ['src/a.ts', 'file', 'src/a.ts'],
  ['lib/a.ts', 'file', 'src/a.ts'],
  ['lib/deep/b.ts', 'file', 'src/deep/b.ts'],
  ['twice/b.ts', 'file', 'src/deep/b.ts'],
  ['alias.ts', 'file', 'src/a.ts'],
  ['lib', 'directory', 'src'],
  ['lib', 'file', null],
  ['src/a.ts', 'directory', null],
  ['src/a.ts/x', 'file', null],
  ['src/gone.ts', 'file', null],
  ['nowhere', 'file', null],
  ['nowhere/a.ts', 'file', null],
  ['loop/a.ts', 'file', null],
  [`src/${'x'.repeat(300)}.ts`, 'file', null],
  ['src/\0a.ts', 'file', null],
] as const) {
  test(`${kind} ${JSON.stringify(path.slice(0, 20))} is ${expected}`, () => {
    deepEqual(realPathsOf(nodeFiles)(join(root, path), kind), expected === null ? null : join(root, expected));
  });
}
