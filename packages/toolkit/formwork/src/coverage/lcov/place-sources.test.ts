import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../../report/fake-machine.ts';
import { placerOf } from './place-sources.ts';

const files = { 'src/a.ts': '', 'src/root.ts': '', 'packages/x/src/a.ts': '', 'packages/x/src/x.ts': '', '..odd.ts': '' };

function placed(source: string, sources: readonly string[] = [source]): string | null {
  const machine = fakeMachine({ files });
  return placerOf({ machine, root: '/repo' }, { file: 'lcov.info', bases: ['/repo/packages/x', '/repo', '/repo'], sources: () => sources }).place(source);
}

for (const [what, source, sources, expected] of [
  ['relative to the package', 'src/x.ts', undefined, 'packages/x/src/x.ts'],
  ['relative to the root', 'src/root.ts', undefined, 'src/root.ts'],
  ['relative to the root, from a package', 'packages/x/src/x.ts', undefined, 'packages/x/src/x.ts'],
  ['absolute', '/repo/src/a.ts', undefined, 'src/a.ts'],
  ['with dots', './src/../src/x.ts', undefined, 'packages/x/src/x.ts'],
  ['up from the package', '../../src/root.ts', undefined, 'src/root.ts'],
  ['outside of the repository', '/usr/lib/a.ts', undefined, null],
  ['outside, by dots', '../../../a.ts', undefined, null],
  ['a name that begins with dots', '/repo/..odd.ts', undefined, '..odd.ts'],
  ['that is gone', 'src/gone.ts', undefined, 'packages/x/src/gone.ts'],
  ['at both places, where the rest is in the package', 'src/a.ts', ['src/a.ts', 'src/x.ts', '/usr/lib/a.ts'], 'packages/x/src/a.ts'],
  ['at both places, where the rest is in the root', 'src/a.ts', ['src/a.ts', 'src/root.ts'], 'src/a.ts'],
] as const) {
  test(`a source ${what}`, () => deepEqual(placed(source, sources), expected));
}

for (const sources of [['src/a.ts'], ['src/a.ts', 'src/gone.ts']]) {
  test(`lcov/ambiguous-source: ${sources.join(' and ')}`, () => {
    throws(() => placed('src/a.ts', sources), {
      code: 'lcov/ambiguous-source',
      message: 'lcov.info names src/a.ts, which could be /repo/packages/x/src/a.ts or /repo/src/a.ts.',
    });
  });
}

test('the candidates are every place that a source could mean', () => {
  const placer = placerOf(
    { machine: fakeMachine(), root: '/repo' },
    { file: 'lcov.info', bases: ['/repo/packages/x', '/repo', '/elsewhere'], sources: () => [] },
  );
  deepEqual(placer.candidates('src/a.ts'), ['packages/x/src/a.ts', 'src/a.ts']);
});
