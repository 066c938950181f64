import test from 'node:test';
import { deepEqual } from 'node:assert/strict';
import { parsePackage } from './parse-package.ts';

const file = 'packages/features/orders/package.json';
const parse = (text: string, folder = 'packages/features/orders') => parsePackage(file, folder, text);

test('a package, all of its dependencies together', () => {
  const text = JSON.stringify({
    name: '@repo/orders',
    private: true,
    scripts: { test: 'vitest run' },
    dependencies: { zod: '4.0.0', '@repo/orders-contracts': 'workspace:*' },
    devDependencies: { vitest: '5.0.0', '@repo/testing': 'workspace:^' },
    peerDependencies: { react: '19' },
    optionalDependencies: { '@repo/fast': 'workspace:*' },
    version: 1,
  });
  deepEqual(parse(text), {
    package: {
      name: '@repo/orders',
      folder: 'packages/features/orders',
      private: true,
      dependencies: {
        '@repo/fast': 'workspace:*',
        react: '19',
        vitest: '5.0.0',
        '@repo/testing': 'workspace:^',
        zod: '4.0.0',
        '@repo/orders-contracts': 'workspace:*',
      },
      scripts: { test: 'vitest run' },
    },
    linked: ['@repo/testing', '@repo/orders-contracts'],
    findings: [],
  });
});

test('whether it is installed shows by its first dependency where none is of the workspace', () => {
  deepEqual(parse('{ "name": "a", "dependencies": { "b": "1", "c": "1" }, "optionalDependencies": { "b": "1" } }').linked, ['c']);
  deepEqual(parse('{ "name": "a" }').linked, []);
});

test('the root needs no name, and a byte order mark is no fault', () => {
  const root = { name: '', folder: '.', private: false, dependencies: {}, scripts: {} };
  deepEqual(parse('\uFEFF{}', '.'), { package: root, linked: [], findings: [] });
});

const refused: readonly (readonly [text: string, ...findings: string[]])[] = [
  ['', '1:1 is not valid JSON'],
  ['{\n  "name": "a",\n  "private" true\n}', '3:13 is not valid JSON'],
  ['{\n  "name": "a",\n}', '3:1 is not valid JSON'],
  ['{\n  // why\n  "name": "a" }', '2:3 is not valid JSON'],
  ['null', '1:1 does not hold an object'],
  ['["a"]', '1:1 does not hold an object'],
  ['{}', "1:1 'name' is no text"],
  ['{\n  "name": 1 }', "2:3 'name' is no text"],
  [
    '{ "name": "a",\n  "dependencies": ["b"],\n  "scripts": { "test": 1 } }',
    "2:3 'dependencies' is no object of texts",
    "3:3 'scripts' is no object of texts",
  ],
];

for (const [text, ...findings] of refused) {
  test(`refused: ${JSON.stringify(text)}`, () => {
    const parsed = parse(text);
    deepEqual([parsed.package, parsed.linked], [null, []]);
    deepEqual(
      parsed.findings.map(({ code, line, column, message }) => [code, `${line}:${column} ${message}`]),
      findings.map((found) => {
        const [place, ...words] = found.split(' ');
        const said = words.join(' ');
        const message = said.startsWith("'") ? said.replace(/^('\w+')/, `$1 in ${file}`) : `${file} ${said}`;
        return ['workspace/package-json-invalid', `${place} ${message}.`];
      }),
    );
  });
}
