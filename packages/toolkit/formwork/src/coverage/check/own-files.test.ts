import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import type { MeasuredFile } from '../aggregate/measured-file.ts';
import { fakeMachine } from '../../report/fake-machine.ts';
import type { Counts } from '../aggregate/totals.ts';
import { ownFiles, withoutIdle } from './own-files.ts';
import { packageCode } from './package-code.ts';

const owner = { name: '@repo/x', folder: 'packages/x', private: true, dependencies: {}, scripts: {} };

/** Each file's lines, the statements that are told of it, and what comes out. */
for (const [what, files, expected] of [
  ['nothing', {}, { statements: 'lines', files: {} }],
  ['lcov alone', { 'a.ts': [2, null] }, { statements: 'lines', files: { 'a.ts': null } }],
  ['one statement a line, as c8 tells it', { 'a.ts': [2, 2] }, { statements: 'lines', files: { 'a.ts': null } }],
  [
    'more statements than lines',
    { 'a.ts': [2, 3], 'b.ts': [1, 1] },
    { statements: 'coverage-final.json', files: { 'a.ts': 3, 'b.ts': 1 } },
  ],
  ['statements of some files only', { 'a.ts': [2, 3], 'b.ts': [1, null] }, { statements: 'lines', files: { 'a.ts': null, 'b.ts': null } }],
  [
    'a file of types, which has neither',
    { 'a.ts': [2, 3], 'b.ts': [0, null] },
    { statements: 'coverage-final.json', files: { 'a.ts': 3, 'b.ts': 0 } },
  ],
  ['a file of another package', { 'a.ts': [2, 3], '../y/b.ts': [1, null] }, { statements: 'coverage-final.json', files: { 'a.ts': 3 } }],
] as const) {
  test(`statements are told by: ${what}`, () => {
    const rows = Object.entries(files).map(([file, [lines, statements]]) => ({
      file: `packages/x/${file}`.replace('x/../', ''),
      lines,
      statements,
    }));
    const nothing = { found: 0, hit: 0 };
    const counted = rows.map(({ file, lines, statements }): [string, MeasuredFile] => {
      const told = statements === null ? null : { found: statements, hit: 1 };
      const counts = { lines: { found: lines, hit: lines }, functions: nothing, branches: nothing, statements: told };
      return [file, { counts, record: Buffer.alloc(0) }];
    });
    const measured = ownFiles({ package: owner, files: new Map(counted) });
    const told = [...measured.files].map(([file, { statements }]) => [file, statements === null ? null : statements.found]);
    deepEqual({ statements: measured.statements, files: Object.fromEntries(told) }, expected);
  });
}

test('what holds nothing to run is not counted where a runner took its types for lines, and all else is', () => {
  const sources = {
    'src/types.ts': 'export type A = 1;\n',
    'src/loaded.ts': 'export type A = 1;\n',
    'src/code.ts': 'a();\n',
    'src/broken.ts': 'const = ;\n',
    'src/empty.ts': '',
    'src/a.test.ts': 'export type A = 1;\n',
  };
  const machine = fakeMachine({ files: Object.fromEntries(Object.entries(sources).map(([file, text]) => [`packages/x/${file}`, text])) });
  const counts = (found: number, hit: number): Counts => {
    const one = { found, hit };
    return { lines: one, functions: one, branches: one, statements: null };
  };
  const measured = [...Object.keys(sources), 'src/gone.ts'].map((file): [string, Counts] => [file, counts(1, 0)]);
  const files = new Map([...measured, ['src/loaded.ts', counts(1, 1)] as const, ['src/empty.ts', counts(0, 0)] as const]);
  deepEqual(
    [...withoutIdle(files, packageCode('packages/x', { machine, root: '/repo' })).keys()],
    ['src/loaded.ts', 'src/code.ts', 'src/broken.ts', 'src/empty.ts', 'src/a.test.ts', 'src/gone.ts'],
  );
});
