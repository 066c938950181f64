import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../../report/fake-machine.ts';
import { packageCode } from './package-code.ts';
import { untoldMeasures } from './untold-measures.ts';

const branching = 'export const a = (x) => x ? 1 : 2;\n';

/** Each file's text, how many functions and branches its report tells of, and which measures nobody knows of. */
for (const [what, files, expected] of [
  ['nothing measured', {}, []],
  ['both told', { 'src/a.ts': [branching, 1, 2] }, []],
  ['told of another file', { 'src/a.ts': [branching, 0, 0], 'src/b.ts': [branching, 1, 2] }, []],
  ['no branches, as of Bun', { 'src/a.ts': ['a();\n', 0, 0], 'src/b.ts': [branching, 1, 0] }, ['branches src/b.ts']],
  ['lines alone', { 'src/a.ts': [branching, 0, 0] }, ['functions src/a.ts', 'branches src/a.ts']],
  ['nothing of either kind to tell', { 'src/a.ts': ['a();\n', 0, 0] }, []],
  ['a hint that may leave them out', { 'src/a.ts': [`/* v8 ignore file -- old */\n${branching}`, 0, 0] }, []],
  ['not parsed, no source, gone', { 'src/a.ts': ['const = ;', 0, 0], 'src/a.test.ts': [branching, 0, 0], 'src/c.ts': [null, 0, 0] }, []],
] as const) {
  test(`measures that are not told: ${what}`, () => {
    const all: readonly (readonly [string, readonly [string | null, number, number]])[] = Object.entries(files);
    const there = all.flatMap(([file, [text]]) => (text === null ? [] : [[`packages/x/${file}`, text] as const]));
    const machine = fakeMachine({ files: Object.fromEntries(there) });
    const counts = all.map(([file, [, functions, branches]]) => {
      const lines = { found: 1, hit: 1 };
      return [file, { lines, functions: { found: functions, hit: 0 }, branches: { found: branches, hit: 0 }, statements: null }] as const;
    });
    const told = untoldMeasures(new Map(counts), packageCode('packages/x', { machine, root: '/repo' }));
    deepEqual(
      told.map(({ measure, file }) => `${measure} ${file}`),
      expected,
    );
  });
}
