import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { targetsAmong } from './targets.ts';

const files = [
  'src/bind.ts',
  'src/entities/order.entity.test.ts',
  'src/entities/order.entity.ts',
  'src/entities/order.types.d.ts',
  'src/entities/parts/line.entity.ts',
  'src/use-cases/[odd].use-case.ts',
  'src/use-cases/place-order.use-case.ts',
  'README.md',
];

for (const [what, globs, expected, unmatched] of [
  [
    'sources below a folder, no tests and no declarations',
    ['src/entities/**/*.ts'],
    ['src/entities/order.entity.ts', 'src/entities/parts/line.entity.ts'],
    [],
  ],
  ['each source once', ['src/*.ts', 'src/bind.ts'], ['src/bind.ts'], []],
  [
    'but for those that are taken out',
    ['!src/entities/**', 'src/{entities,use-cases}/*.ts'],
    ['src/use-cases/[odd].use-case.ts', 'src/use-cases/place-order.use-case.ts'],
    [],
  ],
  [
    'nothing, and which glob it was',
    ['src/rules/*.ts', 'src/bind.ts', '!src/x.ts', '*.md'],
    ['src/bind.ts'],
    ['src/rules/*.ts', '!src/x.ts', '*.md'],
  ],
  ['nothing where nothing is asked for', [], [], []],
] as const) {
  test(`targets match ${what}`, () => {
    deepEqual(targetsAmong(files, globs), { files: expected, unmatched });
  });
}
