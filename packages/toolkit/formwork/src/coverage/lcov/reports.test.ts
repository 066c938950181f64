import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../../report/fake-machine.ts';
import { isTested, placed, readNamedReport, readReport } from './reports.ts';

const tested = { name: 'a', folder: 'packages/a', private: true, dependencies: {}, scripts: { test: 'vitest' } };

test("where a package's own report looks for its sources does not depend on the current folder", () => {
  const machine = { ...fakeMachine({ files: { 'packages/a/coverage/lcov.info': 'SF:a' } }), folder: '/repo/packages/b' };
  const { chunks = [], within = () => [], ...rest } = readReport(tested, { machine, root: '/repo' }) ?? {};
  deepEqual(rest, {
    file: 'packages/a/coverage/lcov.info',
    path: '/repo/packages/a/coverage/lcov.info',
    bases: ['/repo/packages/a', '/repo'],
  });
  deepEqual(Buffer.concat([...chunks]).toString(), 'SF:a');
  deepEqual(Buffer.concat([...within([{ from: 1, to: 3 }])]).toString(), 'F:');
});

test('a package that left no report has none', () => deepEqual(readReport(tested, { machine: fakeMachine(), root: '/repo' }), null));

test('the root tests itself by the scripts of its packages', () => {
  deepEqual([tested, { ...tested, folder: '.' }, { ...tested, scripts: {} }].map(isTested), [true, false, false]);
});

for (const [what, path, bases] of [
  ['of a package', '/repo/packages/a/coverage/lcov.info', ['/repo/packages/a', '/repo/packages/a']],
  ['deep in a package', '/repo/packages/a/reports/unit/lcov.info', ['/repo/packages/a', '/repo/packages/a/reports/unit']],
  ['of the root', '/repo/coverage/lcov.info', ['/repo']],
  ['outside of the repository', '/elsewhere/lcov.info', ['/elsewhere']],
] as const) {
  test(`a named report ${what} looks for its sources`, () => {
    const files = { [path]: '', 'packages/a/package.json': '', 'package.json': '', '/elsewhere/package.json': '' };
    const machine = { ...fakeMachine({ files }), folder: '/repo/here' };
    deepEqual(readNamedReport(path, { machine, root: '/repo' }).bases, [...bases, '/repo', '/repo/here']);
  });
}

test("below git's toplevel, sources may be relative to that too", () => {
  const machine = fakeMachine({ files: { 'apps/js/a/coverage/lcov.info': '', '.git': '' }, links: { '/js': '/repo/apps/js' } });
  const own = readReport({ ...tested, folder: 'a' }, { machine, root: '/repo/apps/js' });
  const named = readNamedReport('/js/a/coverage/lcov.info', { machine, root: '/js' });
  deepEqual([own?.bases, named.bases], [
    ['/repo/apps/js/a', '/repo/apps/js', '/repo'],
    ['/js/a', '/js', '/repo', '/repo'],
  ]);
});

test('coverage/no-report', () => {
  throws(() => readNamedReport('/repo/x/lcov.info', { machine: fakeMachine(), root: '/repo' }), {
    code: 'coverage/no-report',
    message: 'There is no x/lcov.info.',
  });
});

test('coverage/unreadable: a folder, a link that leads to itself, what went away meanwhile', () => {
  const machine = fakeMachine({ files: { 'x/lcov.info': 'SF:a' }, links: { 'x/loop': 'loop' } });
  const read = (name: string): readonly Uint8Array[] => {
    const { chunks } = readNamedReport(`/repo/x/${name}`, { machine, root: '/repo' });
    if (name === 'lcov.info') machine.files.remove('/repo/x/lcov.info');
    return [...chunks];
  };
  throws(() => read(''), { code: 'coverage/unreadable', message: 'x cannot be read: it is no file.' });
  throws(() => read('loop'), { code: 'coverage/unreadable', message: /^x\/loop cannot be read: ELOOP/ });
  throws(() => read('lcov.info'), { code: 'coverage/unreadable', message: /^x\/lcov\.info cannot be read: ENOENT/ });
});

test('what else goes wrong while a report is read is told as it is', () => {
  const machine = fakeMachine({ files: { 'lcov.info': '' } });
  const chunks = (): Iterable<Uint8Array> => ({
    [Symbol.iterator]: () => {
      throw new TypeError('torn');
    },
  });
  const report = readNamedReport('/repo/lcov.info', { machine: { ...machine, files: { ...machine.files, chunks } }, root: '/repo' });
  throws(() => [...report.chunks], { name: 'TypeError', message: 'torn' });
});

test('every record of a file in the repository is placed', () => {
  const lcov = 'SF:src/a.ts\nend_of_record\nSF:/usr/b.ts\nend_of_record\nSF:packages/a/src/a.ts\nDA:1,1\nend_of_record\n';
  const machine = fakeMachine({ files: { 'packages/a/coverage/lcov.info': lcov, 'packages/a/src/a.ts': '' } });
  const report = readReport(tested, { machine, root: '/repo' });
  deepEqual(report === null ? [] : Array.from(placed(report, { machine, root: '/repo' }), ({ file, record }) => [file, record.source]), [
    ['packages/a/src/a.ts', 'src/a.ts'],
    ['packages/a/src/a.ts', 'packages/a/src/a.ts'],
  ]);
});
