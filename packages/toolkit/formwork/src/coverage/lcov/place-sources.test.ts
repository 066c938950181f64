import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../../report/fake-machine.ts';
import { placerOf, type Placer } from './place-sources.ts';

const disk = {
  files: {
    'src/a.ts': '',
    'src/root.ts': '',
    'packages/x/src/a.ts': '',
    'packages/x/src/x.ts': '',
    'packages/x/same.ts': '',
    '..odd.ts': '',
    'src/back\\slash.ts': '',
    'src/one\\two.ts': '',
    'src/one/two.ts': '',
    '/elsewhere/src/a.ts': '',
    '/elsewhere/other.ts': '',
    '/outside/other.ts': '',
  },
  links: { '/shortcut': 'repo', 'linked.ts': 'src/root.ts', 'nowhere.ts': 'gone.ts', 'packages/y': 'x', 'same.ts': 'packages/x/same.ts' },
};

function placer(sources: readonly string[], { root = '/repo', bases = ['/repo/packages/x', '/repo', '/repo'] } = {}): Placer {
  return placerOf({ machine: fakeMachine(disk), root }, { file: 'lcov.info', bases, sources: () => sources });
}

for (const [what, source, expected, sources] of [
  ['relative to the package', 'src/x.ts', 'packages/x/src/x.ts'],
  ['relative to the root', 'src/root.ts', 'src/root.ts'],
  ['relative to the root, from a package', 'packages/x/src/x.ts', 'packages/x/src/x.ts'],
  ['absolute', '/repo/src/a.ts', 'src/a.ts'],
  ['absolute, of the package', '/repo/packages/x/src/a.ts', 'packages/x/src/a.ts'],
  ['with dots', './src/../src/x.ts', 'packages/x/src/x.ts'],
  ['up from the package', '../../src/root.ts', 'src/root.ts'],
  ['with backslashes', 'packages\\x\\src\\x.ts', 'packages/x/src/x.ts'],
  ['with backslashes and dots', '..\\..\\src\\root.ts', 'src/root.ts'],
  ['whose name holds a backslash', 'src/back\\slash.ts', 'src/back\\slash.ts'],
  ['as a URL', 'file:///repo/src/a.ts', 'src/a.ts'],
  ['as a URL with escapes', 'file:///repo/packages/x/src/%61.ts', 'packages/x/src/a.ts'],
  ['as a URL that is none', 'file:///repo/src%2Fa.ts', 'packages/x/file:/repo/src%2Fa.ts'],
  ['through a link to the repository', '/shortcut/src/a.ts', 'src/a.ts'],
  ['through a link to a folder', 'packages/y/src/x.ts', 'packages/x/src/x.ts'],
  ['that is a link to a file', 'linked.ts', 'src/root.ts'],
  ['that two bases lead to by a link', 'same.ts', 'packages/x/same.ts'],
  ['outside of the repository', '/elsewhere/src/a.ts', null],
  ['outside, by dots', '../../../elsewhere/other.ts', null],
  ['outside, and gone', '/elsewhere/gone.ts', null],
  ['a name that begins with dots', '/repo/..odd.ts', '..odd.ts'],
  ['that is gone', 'src/gone.ts', 'packages/x/src/gone.ts'],
  ['that is gone, with backslashes', 'src\\gone.ts', 'packages/x/src/gone.ts'],
  ['that is a link to nothing', '/repo/nowhere.ts', 'nowhere.ts'],
  ['that is a folder', '/repo/packages/y', 'packages/y'],
  ['at both places, where the rest is in the package', 'src/a.ts', 'packages/x/src/a.ts', ['src/a.ts', 'src/x.ts', '/usr/a.ts', 'file:///usr/b.ts']],
  ['at both places, where the rest is in the root', 'src/a.ts', 'src/a.ts', ['src/a.ts', 'src/root.ts']],
] as const) {
  test(`a source ${what}`, () => deepEqual(placer(sources ?? [source]).place(source), expected));
}

test('links are followed on the side of the root too', () => {
  const { place, placeAmong } = placer([], { root: '/shortcut', bases: ['/shortcut'] });
  deepEqual(['/repo/src/a.ts', '/shortcut/src/a.ts', 'src/a.ts'].map(place), ['src/a.ts', 'src/a.ts', 'src/a.ts']);
  deepEqual(placeAmong('/repo/src/a.ts', new Set(['src/a.ts'])), 'src/a.ts');
});

test('where the repository is not there, its files have places all the same', () => {
  deepEqual(placer([], { root: '/gone', bases: ['/gone'] }).place('src/a.ts'), 'src/a.ts');
});

test('a repository may be the whole disk', () => {
  deepEqual(placer([], { root: '/', bases: ['/repo'] }).place('src/a.ts'), 'repo/src/a.ts');
});

for (const [source, sources, could] of [
  ['src/a.ts', ['src/a.ts'], '/repo/packages/x/src/a.ts or /repo/src/a.ts'],
  ['src/a.ts', ['src/a.ts', 'src/gone.ts'], '/repo/packages/x/src/a.ts or /repo/src/a.ts'],
  ['src/one\\two.ts', ['src/one\\two.ts'], '/repo/src/one/two.ts or /repo/src/one\\two.ts'],
] as const) {
  test(`lcov/ambiguous-source: ${source} beside ${sources.join(' and ')}`, () => {
    const error = { code: 'lcov/ambiguous-source', file: 'lcov.info', message: `lcov.info names ${source}, which could be ${could}.` };
    throws(() => placer(sources).place(source), error);
    throws(() => placer(sources).placeAmong(source, new Set(['src/a.ts', 'src/one/two.ts'])), error);
  });
}

test('a source that could be a file elsewhere as well is no guess either', () => {
  throws(() => placer(['src/a.ts'], { bases: ['/elsewhere', '/repo'] }).place('src/a.ts'), { code: 'lcov/ambiguous-source' });
  deepEqual(placer(['other.ts'], { bases: ['/elsewhere', '/outside', '/repo'] }).place('other.ts'), null);
});

test('among some files, only these are asked about', () => {
  const { placeAmong, isHere } = placer(['src/a.ts', 'src/x.ts']);
  deepEqual(placeAmong('src/x.ts', new Set(['packages/x/src/x.ts'])), 'packages/x/src/x.ts');
  deepEqual(placeAmong('src/a.ts', new Set(['packages/x/src/a.ts'])), 'packages/x/src/a.ts');
  deepEqual(placeAmong('src/a.ts', new Set(['src/a.ts'])), null);
  deepEqual(placer(['src/a.ts']).placeAmong('src/a.ts', new Set(['src/root.ts'])), null);
  deepEqual(placeAmong('src/gone.ts', new Set(['packages/x/src/a.ts'])), null);
  deepEqual(['src/a.ts', 'src/gone.ts', '/elsewhere/src/a.ts'].map(isHere), [true, false, false]);
});

test('a file that was not checked out is found by its name alone, if that is one', () => {
  const { placeAmong } = placer(['src/gone.ts']);
  for (const source of ['src/gone.ts', 'src\\gone.ts', '/repo/packages/x/src/gone.ts', '../x/src/gone.ts']) {
    deepEqual(placeAmong(source, new Set(['packages/x/src/gone.ts', 'src/a.ts'])), 'packages/x/src/gone.ts', source);
  }
  throws(() => placeAmong('src/gone.ts', new Set(['packages/x/src/gone.ts', 'src/gone.ts'])), { code: 'lcov/ambiguous-source' });
});

test('what the disk refuses is not there, and a fault of ours is no refusal', () => {
  const refusing = (error: Error) => {
    const machine = fakeMachine(disk);
    const kind = (path: string) => {
      if (path.includes('refused')) throw error;
      return machine.files.kind(path);
    };
    return placerOf(
      { machine: { ...machine, files: { ...machine.files, kind } }, root: '/repo' },
      { file: 'lcov.info', bases: ['/repo'], sources: () => [] },
    );
  };
  const tooLong = Object.assign(new Error('ENAMETOOLONG'), { code: 'ENAMETOOLONG' });
  deepEqual([refusing(tooLong).isHere('refused.ts'), refusing(tooLong).isHere('refused/a.ts')], [false, false]);
  throws(() => refusing(new Error('ours')).isHere('refused.ts'), /ours/);
});
