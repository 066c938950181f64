import { deepEqual, rejects, throws } from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { nodeMachine } from '../../report/node-machine.ts';
import type { Machine } from '../../report/machine.ts';
import { gitRepository, type Repository } from '../testing/git-repository.ts';
import { readDetails } from './read-details.ts';
import { runDiff } from './run-diff.ts';

const asked = { base: 'HEAD', lcov: ['coverage/lcov.info'], jsonReport: [], allowlist: null, diffFile: null, requireFresh: false, baseLcov: [], html: null };
const where = ({ root }: Repository): { readonly machine: Machine; readonly root: string } => ({ machine: { ...nodeMachine(), folder: root, env: {} }, root });

/** Two sources of a line each, `a(); b();`; each is told by the hits of these two. */
function measured(files: Readonly<Record<string, readonly [number, number]>>): Repository {
  const repository = gitRepository({ '.gitignore': 'coverage\n' });
  const start = (column: number): { readonly start: object; readonly end: object } => ({ start: { line: 1, column }, end: { line: 1, column: column + 4 } });
  const details = Object.entries(files).map(([file, [a, b]]) => [join(repository.root, file), { statementMap: { 0: start(0), 1: start(5) }, s: { 0: a, 1: b } }]);
  repository.write({
    ...Object.fromEntries(Object.keys(files).map((file) => [file, 'a(); b();\n'])),
    'coverage/lcov.info': Object.keys(files).map((file) => `SF:${file}\nDA:1,2\nend_of_record\n`).join(''),
    'coverage/coverage-final.json': JSON.stringify(Object.fromEntries(details)),
  });
  return repository;
}

for (const [what, files, expected] of [
  ['of the same run', { 'x.js': [2, 0] }, { lines: ['x.js'], isTold: true, said: [] }],
  [
    'of another run',
    { 'x.js': [3, 0] },
    { lines: ['x.js'], isTold: false, said: ['coverage-final.json tells other counts of x.js than the lcov: it is of another run, and no line passes by it'] },
  ],
  [
    'of another run for some',
    { 'x.js': [3, 0], 'y.js': [2, 0], 'z.js': [0, 1] },
    { lines: ['x.js', 'y.js', 'z.js'], isTold: true, said: ['coverage-final.json tells other counts of x.js and 1 more than the lcov: it is of another run, and no line passes by it'] },
  ],
] as const) {
  test(`what lies beside the lcov is ${what}`, async () => {
    const { uncovered, evidence, note } = await runDiff(asked, where(measured(files)));
    const said = `${note}`.split('\n').slice(1);
    deepEqual({ lines: uncovered.map(({ file }) => file), isTold: evidence[0]?.statements, said }, expected);
  });
}

test('one that tells less than the lcov, and knows of a statement that was not run', async () => {
  const repository = measured({ 'x.js': [1, 0] });
  repository.write({ 'x.js': 'a(); b();\nc();\nif (d) e();\n', 'coverage/lcov.info': 'SF:x.js\nDA:1,1\nDA:2,0\nDA:3,1\nBRDA:3,0,0,1\nBRDA:3,0,1,0\nend_of_record\n' });
  const { uncovered } = await runDiff(asked, where(repository));
  deepEqual(
    uncovered.map(({ line, kind }) => [line, kind]),
    [
      [1, 'uncovered'],
      [2, 'uncovered'],
      [3, 'partial'],
    ],
  );
});

test('one that tells less than the lcov, and knows of a way that was not taken', async () => {
  const repository = measured({});
  const place = { start: { line: 1, column: 0 }, end: { line: 1, column: 11 } };
  const details = { statementMap: {}, s: {}, fnMap: { 0: { name: 'f', decl: place, loc: place } }, f: { 0: 1 }, branchMap: { 0: { type: 'if', loc: place, locations: [place, { start: {}, end: {} }] } }, b: { 0: [1, 0] } };
  repository.write({
    'x.js': 'if (a) b();\n',
    'coverage/lcov.info': 'SF:x.js\nDA:1,1\nend_of_record\n',
    'coverage/coverage-final.json': JSON.stringify({ [join(repository.root, 'x.js')]: details }),
  });
  const { uncovered } = await runDiff(asked, where(repository));
  deepEqual(
    uncovered.map(({ line, kind }) => [line, kind]),
    [[1, 'partial']],
  );
});

test('of several reports, what one of them has not run another may have', async () => {
  const repository = measured({ 'x.js': [1, 0] });
  repository.write({ 'coverage/lcov.info': 'SF:x.js\nDA:1,1\nend_of_record\n', 'e2e.info': 'SF:x.js\nDA:1,1\nend_of_record\n' });
  const { uncovered, note } = await runDiff({ ...asked, lcov: ['coverage/lcov.info', 'e2e.info'] }, where(repository));
  deepEqual([uncovered, `${note}`.split('\n').slice(1)], [[], []]);
});

test('one that lies elsewhere and is of another run is told of too', async () => {
  const repository = measured({ 'x.js': [3, 0] });
  const { note } = await runDiff({ ...asked, jsonReport: ['coverage/coverage-final.json'] }, where(repository));
  deepEqual(`${note}`.split('\n').slice(1), ['coverage-final.json tells other counts of x.js than the lcov: it is of another run, and no line passes by it']);
});

test('one that no text can hold is refused', async () => {
  const repository = measured({ 'x.js': [2, 0] });
  const { machine, root } = where(repository);
  const failing = (code: string): Machine => ({
    ...machine,
    files: {
      ...machine.files,
      read: (path) => {
        if (path.endsWith('.json')) throw Object.assign(new Error('It does not go.'), { code });
        return machine.files.read(path);
      },
    },
  });
  await rejects(runDiff(asked, { machine: failing('ERR_STRING_TOO_LONG'), root }), {
    code: 'istanbul/too-long',
    message: 'coverage/coverage-final.json is too long to be read: half a gigabyte is the most that a text can hold.',
    file: 'coverage/coverage-final.json',
  });
  throws(() => readDetails(join(root, 'a.json'), [], new Set(), { machine: failing('EIO'), root }), { message: 'It does not go.' });
});
