import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine, type FakeMachine } from '../../report/fake-machine.ts';
import type { CoverageReport } from '../lcov/reports.ts';
import { quickPlacer } from './quick-placer.ts';

const folder = 'packages/x';
const report: CoverageReport = {
  file: 'packages/x/coverage/lcov.info',
  path: '/repo/packages/x/coverage/lcov.info',
  chunks: [],
  within: () => [],
  bases: ['/repo/packages/x', '/repo'],
};

/** Where sources are, and how often the disk was asked about a name. */
function placed(
  sources: readonly string[],
  given: Parameters<typeof fakeMachine>[0],
  root = '/repo',
): readonly [readonly (string | null)[], number] {
  const machine: FakeMachine = fakeMachine({ ...given, files: { 'packages/x/coverage/lcov.info': '', ...given?.files } });
  let asked = 0;
  const files = { ...machine.files, kind: (path: string) => ((asked += 1), machine.files.kind(path)) };
  const place = quickPlacer(report, folder, { machine: { ...machine, files }, root });
  return [sources.map(place), asked];
}

test('of a folder of the package alone the disk is asked once', () => {
  const files = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`packages/x/src/${index}.ts`, '']));
  const sources = Object.keys(files).map((file) => file.replace('packages/x/', ''));
  const [found, asked] = placed(sources, { files });
  deepEqual([found, asked], [Object.keys(files), placed(sources.slice(0, 1), { files })[1]]);
});

for (const [what, source, given, expected] of [
  ['a file that is gone', 'src/gone.ts', { files: { 'packages/x/src/a.ts': '' } }, 'packages/x/src/gone.ts'],
  ['a file in the package itself', 'a.mjs', { files: { 'packages/x/a.mjs': '' } }, 'packages/x/a.mjs'],
  ['a file of another package', '../y/src/a.ts', { files: { 'packages/y/src/a.ts': '' } }, 'packages/y/src/a.ts'],
  ['a path with dots', './src/a.ts', { files: { 'packages/x/src/a.ts': '' } }, 'packages/x/src/a.ts'],
  ['an absolute path', '/repo/packages/x/src/a.ts', { files: { 'packages/x/src/a.ts': '' } }, 'packages/x/src/a.ts'],
  ['a path from the root', 'lib/a.ts', { files: { 'lib/a.ts': '' } }, 'lib/a.ts'],
  ['a backslash', 'src/deep\\a.ts', { files: { 'packages/x/src/deep/a.ts': '', 'packages/x/src/b.ts': '' } }, 'packages/x/src/deep/a.ts'],
  ['a folder that is a link', 'src/a.ts', { files: { 'packages/y/a.ts': '' }, links: { 'packages/x/src': '../y' } }, 'packages/y/a.ts'],
  [
    'a file that is a link',
    'src/a.ts',
    { files: { 'packages/y/a.ts': '' }, links: { 'packages/x/src/a.ts': '../../y/a.ts' } },
    'packages/y/a.ts',
  ],
  [
    'a folder by that name in the root, without the file',
    'src/a.ts',
    { files: { 'packages/x/src/a.ts': '', 'src/b.ts': '' } },
    'packages/x/src/a.ts',
  ],
  ['a folder', 'src/deep', { files: { 'packages/x/src/deep/a.ts': '' } }, 'packages/x/src/deep'],
] as const) {
  test(`placed: ${what}`, () => deepEqual(placed([source], given)[0], [expected]));
}

test('lcov/ambiguous-source: a file that is in the package and in the root', () => {
  throws(() => placed(['src/a.ts'], { files: { 'packages/x/src/a.ts': '', 'src/a.ts': '' } }), { code: 'lcov/ambiguous-source' });
});

test('a root that is a link is the folder that it leads to', () => {
  const given = {
    files: { '/real/packages/x/src/a.ts': '', '/real/packages/x/coverage/lcov.info': '' },
    links: { '/link': '/real' },
    folder: '/elsewhere',
  };
  const linked = { ...report, bases: ['/link/packages/x', '/link'] };
  const place = quickPlacer(linked, folder, { machine: fakeMachine(given), root: '/link' });
  deepEqual(place('src/a.ts'), 'packages/x/src/a.ts');
});
