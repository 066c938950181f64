import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import type { Package } from '../../workspace/model.ts';
import type { MeasuredFile, MeasuredFiles } from './measured-file.ts';
import { summaryOf } from './summary.ts';

type Measured = { readonly package: Package; readonly files: MeasuredFiles };

/** What a package measured: the hits of its lines by file, and how many statements, where that is told. */
function measured(folder: string, lines: Readonly<Record<string, readonly number[]>>, statements: number | null = null): Measured {
  const nothing = { found: 0, hit: 0 };
  const files = Object.entries(lines).map(([file, hits]): [string, MeasuredFile] => {
    const count = { found: hits.length, hit: hits.filter((one) => one > 0).length };
    const told = statements === null ? null : { found: statements, hit: 1 };
    return [
      `${folder}/${file}`,
      { counts: { lines: count, functions: nothing, branches: nothing, statements: told }, record: Buffer.of() },
    ];
  });
  return { package: { name: folder, folder, private: true, dependencies: {}, scripts: {} }, files: new Map(files) };
}

test('a feature is summed up by the folders below its src too, and all features by the same', () => {
  const orders = measured('features/orders', {
    'src/use-cases/place.ts': [1],
    'src/entities/order.ts': [1, 0],
    'src/entities/money/money.ts': [1],
    'src/controllers/place.ts': [0],
    'src/bind.ts': [0],
    'scripts/entities/x.ts': [0],
  });
  const tools = measured('tools', { 'src/entities/x.ts': [0] });
  const all = [orders, measured('features/pay', { 'src/entities/pay.ts': [0] }), tools];
  const merged = new Map(all.flatMap(({ files }) => [...files]));
  const { layers, packages } = summaryOf(all, merged, (folder) => folder.startsWith('features/'));
  const lines = (of: typeof layers | undefined): unknown =>
    Object.entries(of ?? {}).map(([layer, { files, totals }]) => `${layer}: ${files} files, ${totals.lines.hit} of ${totals.lines.found}`);
  deepEqual(
    [lines(layers), ...packages.map(({ layers: own }) => lines(own))],
    [
      ['controllers: 1 files, 0 of 1', 'entities: 3 files, 2 of 4', 'use-cases: 1 files, 1 of 1'],
      ['controllers: 1 files, 0 of 1', 'entities: 2 files, 2 of 3', 'use-cases: 1 files, 1 of 1'],
      ['entities: 1 files, 0 of 1'],
      [],
    ],
  );
});

test('statements are summed up as far as every file has them', () => {
  const statements = (...all: readonly Measured[]): unknown => {
    const { totals, packages } = summaryOf(all, new Map(all.flatMap(({ files }) => [...files])), () => false);
    return [totals.statements, ...packages.map((own) => own.totals.statements)];
  };
  const known = { found: 2, hit: 1, percent: 50 };
  deepEqual(statements(measured('one', { 'a.ts': [1] }, 2)), [known, known]);
  deepEqual(statements(measured('one', { 'a.ts': [1] }, 2), measured('two', { 'b.ts': [1] })), [undefined, known, undefined]);
});
