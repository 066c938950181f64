import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import type { FileCoverage } from '../lcov/merged.ts';
import type { Evidence } from './evidence.ts';
import { summaryOf } from './summary.ts';

/** What a package measured: its hits of lines by file, and its statements where it knows of them. */
function evidence(
  folder: string,
  lines: Readonly<Record<string, readonly number[]>>,
  statements: Evidence['statements'] = new Map(),
): Evidence {
  const files = Object.entries(lines).map(([file, hits]): [string, FileCoverage] => {
    return [`${folder}/${file}`, { lines: { numbers: [...hits.keys()], hits }, functions: [], branches: [] }];
  });
  const tested = { name: folder, folder, private: true, dependencies: {}, scripts: {} };
  return { package: tested, reports: [], leftOut: null, files: new Map(files), statements, stale: [], unknown: null };
}

test('a feature is summed up by the folders below its src too, and all features by the same', () => {
  const orders = evidence('features/orders', {
    'src/use-cases/place.ts': [1],
    'src/entities/order.ts': [1, 0],
    'src/entities/money/money.ts': [1],
    'src/bind.ts': [0],
    'scripts/entities/x.ts': [0],
  });
  const tools = evidence('tools', { 'src/entities/x.ts': [0] });
  const measured = [orders, evidence('features/pay', { 'src/entities/pay.ts': [0] }), tools];
  const merged = new Map(measured.flatMap(({ files }) => [...files]));
  const { layers, packages } = summaryOf(measured, merged, (folder) => folder.startsWith('features/'));
  const lines = (of: typeof layers | undefined): unknown =>
    Object.entries(of ?? {}).map(([layer, { files, totals }]) => `${layer}: ${files} files, ${totals.lines.hit} of ${totals.lines.found}`);
  deepEqual(
    [lines(layers), ...packages.map(({ layers: own }) => lines(own))],
    [
      ['entities: 3 files, 2 of 4', 'use-cases: 1 files, 1 of 1'],
      ['entities: 2 files, 2 of 3', 'use-cases: 1 files, 1 of 1'],
      ['entities: 1 files, 0 of 1'],
      [],
    ],
  );
});

test('statements are summed up as far as every file has them; of a file in two reports nobody knows how many there are', () => {
  const one = evidence('one', { 'a.ts': [1] }, new Map([['one/a.ts', { found: 2, hit: 1 }]]));
  const two = evidence('two', { 'b.ts': [1] });
  const three = evidence('one', { 'a.ts': [2] });
  const statements = (measured: readonly Evidence[], merged = new Map(measured.flatMap(({ files }) => [...files]))): unknown => {
    const { totals, packages } = summaryOf(measured, merged, () => false);
    return [totals.statements, ...packages.map((own) => own.totals.statements)];
  };
  const known = { found: 2, hit: 1, percent: 50 };
  deepEqual(statements([one]), [known, known]);
  deepEqual(statements([one, two]), [undefined, known, undefined]);
  const both = { lines: { numbers: [0], hits: [3] }, functions: [], branches: [] };
  deepEqual(statements([one, three], new Map([['one/a.ts', both]])), [undefined, known, undefined]);
});
