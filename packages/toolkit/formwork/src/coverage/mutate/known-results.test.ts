import { deepEqual, notEqual } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../../report/fake-machine.ts';
import type { Package } from '../../workspace/model.ts';
import { basisOf, keptText, stillKnown, type Basis } from './known-results.ts';
import { strykerReportSchema } from './stryker-report.ts';

const packageOf = (name: string, folder: string, ...needs: readonly string[]): Package => ({
  name,
  folder,
  private: true,
  dependencies: Object.fromEntries(needs.map((need) => [need, 'workspace:*'])),
  scripts: {},
});
const fees = packageOf('@repo/fees', 'packages/features/fees', '@repo/fees-contracts', 'zod');
const packages = [
  fees,
  packageOf('@repo/fees-contracts', 'packages/contracts/fees', '@formwork/feature', '@repo/fees'),
  packageOf('@formwork/feature', 'packages/toolkit/feature'),
  packageOf('@repo/orders', 'packages/features/orders', '@repo/fees'),
];

const tree = {
  'pnpm-lock.yaml': '',
  'tsconfig.base.json': '{}',
  'README.md': '',
  'docs/guide.json': '',
  'packages/features/fees/package.json': '{}',
  'packages/features/fees/src/fee.ts': '',
  'packages/features/fees/src/fee.test.ts': 'a',
  'packages/features/fees/src/testing/a-fee.ts': '',
  'packages/contracts/fees/src/fee.ts': '',
  'packages/contracts/fees/src/fee.test.ts': '',
  'packages/toolkit/feature/src/index.ts': '',
  'packages/features/orders/src/order.ts': '',
};

const basis = (files: Readonly<Record<string, string>> = tree): Basis =>
  basisOf(fees, packages, Object.keys(files), { machine: fakeMachine({ files }), root: '/repo' });

for (const [file, what] of [
  ['packages/features/fees/src/fee.ts', 'sources'],
  ['packages/features/fees/src/testing/a-fee.ts', 'sources'],
  ['packages/features/fees/package.json', 'sources'],
  ['packages/contracts/fees/src/fee.ts', 'sources'],
  ['packages/toolkit/feature/src/index.ts', 'sources'],
  ['pnpm-lock.yaml', 'sources'],
  ['tsconfig.base.json', 'sources'],
  ['packages/features/fees/src/fee.test.ts', 'tests'],
  ['packages/contracts/fees/src/fee.test.ts', 'nothing'],
  ['packages/features/orders/src/order.ts', 'nothing'],
  ['docs/guide.json', 'nothing'],
  ['README.md', 'nothing'],
] as const) {
  test(`a change in ${file} changes ${what} that results depend on`, () => {
    const [before, after] = [basis(), basis({ ...tree, [file]: 'changed' })];
    deepEqual(
      [before.sources !== after.sources, before.tests['src/fee.test.ts'] !== after.tests['src/fee.test.ts']],
      [what === 'sources', what === 'tests'],
    );
  });
}

test('another name for the same content is another source', () => {
  const { 'packages/features/fees/src/fee.ts': text, ...others } = tree;
  notEqual(basis({ ...others, 'packages/features/fees/src/free.ts': text }).sources, basis().sources);
});

const place = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
const mutant = (id: string, status: string, more: object = {}) => ({
  id,
  mutatorName: 'M',
  replacement: '',
  status,
  location: place,
  ...more,
});
const report = strykerReportSchema.parse({
  schemaVersion: '1.0',
  files: {
    'src/fee.ts': {
      language: 'typescript',
      source: 'x',
      mutants: [
        mutant('by fee', 'Killed', { coveredBy: ['1', '2'], killedBy: ['2'] }),
        mutant('by both', 'Survived', { coveredBy: ['1', '3'] }),
        mutant('by bind', 'Killed', { killedBy: ['3'] }),
        mutant('on loading', 'Killed', { static: true, killedBy: ['3'] }),
        mutant('by none', 'NoCoverage'),
        mutant('for too long', 'Timeout', { coveredBy: ['3'] }),
        mutant('broken', 'RuntimeError'),
      ],
    },
  },
  testFiles: {
    'src/fee.test.ts': { tests: [{ id: '1' }, { id: '2' }] },
    'src/bind.test.ts': { source: '', tests: [{ id: '3', name: 'binds' }] },
  },
});
const before: Basis = { sources: 's', tests: { 'src/fee.test.ts': 'a', 'src/bind.test.ts': 'b', 'src/idle.test.ts': 'c' } };

for (const [what, tests, expected] of [
  ['nothing', before.tests, ['by fee', 'by both', 'by bind', 'on loading']],
  ['a test that reaches some', { ...before.tests, 'src/fee.test.ts': 'x' }, ['by bind']],
  ['a test that reaches others', { ...before.tests, 'src/bind.test.ts': 'x' }, ['by fee']],
  ['a test that is gone', { 'src/fee.test.ts': 'a', 'src/bind.test.ts': 'b' }, ['by fee', 'by both', 'by bind']],
  ['a test that is new', { ...before.tests, 'src/more.test.ts': 'd' }, ['by fee', 'by both', 'by bind']],
] as const) {
  test(`where ${what} has changed, these results still hold: ${expected.join(', ')}`, () => {
    const known = stillKnown(keptText(before, report), { sources: 's', tests });
    deepEqual(
      known?.files['src/fee.ts']?.mutants.map(({ id }) => id),
      expected,
    );
  });
}

test('what Stryker wrote is handed back to it whole', () => {
  const known = stillKnown(keptText(before, report), before);
  deepEqual(
    [known?.['schemaVersion'], known?.testFiles, known?.files['src/fee.ts']?.['language']],
    ['1.0', report.testFiles, 'typescript'],
  );
});

for (const [what, text, sources] of [
  ['any source has changed', keptText(before, report), 'others'],
  ['there was no run', null, 's'],
  ['the file is none of ours', '{"sources":"s"}', 's'],
  ['the file is torn', keptText(before, report).slice(0, 200), 's'],
] as const) {
  test(`nothing is known where ${what}`, () => deepEqual(stillKnown(text, { ...before, sources }), null));
}
