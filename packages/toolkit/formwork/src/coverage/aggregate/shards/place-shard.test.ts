import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../../../report/fake-machine.ts';
import { placeShard } from './place-shard.ts';

const report = { file: 'packages/x/coverage/one/coverage-final.json', folder: 'packages/x' };
const x = ['packages/x/src/a.ts', 'packages/x/src/b.ts', 'packages/x/src/c.ts'];

function placed(files: readonly string[], paths: readonly string[]): readonly (string | undefined)[] {
  const machine = fakeMachine({ files: Object.fromEntries(files.map((file) => [file, ''])) });
  const map = placeShard(paths, report, { machine, root: '/repo' });
  return paths.map((path) => map.get(path));
}

for (const [what, files, paths, expected] of [
  ['no path', x, [], []],
  [
    'paths of this machine',
    x,
    ['/repo/packages/x/src/a.ts', '/repo/packages/x/src/gone.ts', '/usr/lib/b.ts'],
    [x[0], 'packages/x/src/gone.ts', undefined],
  ],
  ['another root', x, ['/home/runner/work/shop/packages/x/src/a.ts', '/home/runner/work/shop/packages/x/src/b.ts'], x.slice(0, 2)],
  ['a root where only the package was', x, ['/app/src/a.ts', '/app/src/b.ts'], x.slice(0, 2)],
  ['a root of Windows', x, ['C:\\work\\shop\\packages\\x\\src\\a.ts'], [x[0]]],
  [
    'a file of another package',
    [...x, 'packages/y/src/a.ts'],
    ['/m/packages/y/src/a.ts', '/m/packages/x/src/b.ts'],
    ['packages/y/src/a.ts', x[1]],
  ],
  ['a file that is gone', x, ['/m/packages/x/src/a.ts', '/m/packages/x/src/gone.ts'], [x[0], 'packages/x/src/gone.ts']],
  [
    'a file that is gone here and stands in the root',
    [...x, 'src/gone.ts'],
    ['/m/packages/x/src/a.ts', '/m/packages/x/src/gone.ts'],
    [x[0], 'packages/x/src/gone.ts'],
  ],
  [
    'a root that also has such a file, where the others are in the package alone',
    [...x, 'src/a.ts'],
    ['/m/src/a.ts', '/m/src/b.ts'],
    x.slice(0, 2),
  ],
  ['the longest tail, of two that lead somewhere', [...x, 'src/a.ts'], ['/m/packages/x/src/a.ts'], [x[0]]],
] as const) {
  test(`placed: ${what}`, () => deepEqual(placed(files, paths), expected));
}

for (const [what, files, paths, could] of [
  ['root and package have it', [...x, 'src/a.ts'], ['/m/src/a.ts'], '/m/src/a.ts, which could be src/a.ts or packages/x/src/a.ts'],
  [
    'most are in the package, and the rest only in the root',
    [...x, 'src/d.ts'],
    ['/m/src/a.ts', '/m/src/b.ts', '/m/src/d.ts'],
    '/m/src/d.ts, which could be packages/x/src/d.ts or src/d.ts',
  ],
  [
    'two machines in one report',
    x,
    ['/m/packages/x/src/a.ts', '/other/packages/x/src/b.ts'],
    '/other/packages/x/src/b.ts, which could be a file elsewhere or packages/x/src/b.ts',
  ],
  [
    'a longer tail leads less far',
    [...x, 'app/src/a.ts'],
    ['/m/app/src/a.ts', '/m/app/src/b.ts', '/m/app/src/c.ts', '/m/app/src/gone.ts'],
    '/m/app/src/a.ts, which could be app/src/a.ts or packages/x/src/a.ts',
  ],
] as const) {
  test(`lcov/ambiguous-source: ${what}`, () => {
    throws(() => placed(files, paths), { code: 'lcov/ambiguous-source', file: report.file, message: `${report.file} names ${could}.` });
  });
}

for (const [what, paths, named] of [
  ['one', ['/m/packages/z/z.ts'], '/m/packages/z/z.ts'],
  ['some', ['/m/z.ts', '/m/y.ts', 'src/a.tsx'], '/m/z.ts and 2 more'],
] as const) {
  test(`coverage/unknown-sources: ${what}`, () => {
    const message = `${report.file} names ${named}, and nothing of this is in the repository.`;
    throws(() => placed(x, paths), { code: 'coverage/unknown-sources', file: report.file, message });
  });
}
