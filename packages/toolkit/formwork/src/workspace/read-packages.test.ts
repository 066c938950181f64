import test from 'node:test';
import { deepEqual } from 'node:assert/strict';
import { fakeMachine } from '../report/fake-machine.ts';
import { readPackages } from './read-packages.ts';
import { readerOf } from './reader.ts';

/** The folders of the packages, and place and message of each finding. */
function seen(files: Readonly<Record<string, string>>): readonly [folders: readonly string[], findings: readonly string[]] {
  const reader = readerOf('/repo', fakeMachine({ files }).files);
  const folders = readPackages(reader).map(({ folder, package: known }) => (known === null ? `${folder}?` : folder));
  return [
    folders,
    reader.findings().map(({ code, line, column, message }) => `${code.replace('workspace/', '')} ${line}:${column} ${message}`),
  ];
}

const packages = { 'package.json': '{}', 'a/package.json': '{ "name": "a" }', 'b/package.json': '{ "name": "b" }', 'c/readme.md': '' };

test('the packages that the patterns mean, and the root', () => {
  deepEqual(seen({ ...packages, 'pnpm-workspace.yaml': "packages:\n  - '*'\n  - '!b'\ncatalog: {}\n" }), [['.', 'a'], []]);
});

test('a broken package.json leaves the others', () => {
  deepEqual(seen({ ...packages, 'a/package.json': '{', 'pnpm-workspace.yaml': 'packages: ["*"]' }), [
    ['.', 'a?', 'b'],
    ['package-json-invalid 1:2 a/package.json is not valid JSON.'],
  ]);
});

const rows: readonly (readonly [title: string, yaml: string | null, ...findings: string[]])[] = [
  ['no file', null, 'pnpm-workspace-invalid 1:1 There is no pnpm-workspace.yaml in the root.'],
  ['an empty file', ''],
  ['no patterns', 'catalog:\n  zod: 4.0.0\n'],
  ['patterns that are null', 'packages:\n'],
  ['broken YAML', 'catalog: {}\npackages: [a\n', 'pnpm-workspace-invalid 3:1 pnpm-workspace.yaml is not valid YAML: BAD_INDENT.'],
  ['an alias of nothing', 'packages: *a\n', 'pnpm-workspace-invalid 1:1 pnpm-workspace.yaml is not valid YAML: BAD_ALIAS.'],
  ['a text', 'catalog: {}\npackages: a\n', "pnpm-workspace-invalid 2:1 'packages' in pnpm-workspace.yaml is no list of patterns."],
  ['numbers', 'packages:\n  - a\n  - 1\n', "pnpm-workspace-invalid 1:1 'packages' in pnpm-workspace.yaml is no list of patterns."],
  ['a list of lists', 'packages: [[a]]\n', "pnpm-workspace-invalid 1:1 'packages' in pnpm-workspace.yaml is no list of patterns."],
  ['a list', '- a\n', "pnpm-workspace-invalid 1:1 'packages' in pnpm-workspace.yaml is no list of patterns."],
];

for (const [title, yaml, ...findings] of rows) {
  test(`${title}: the root alone`, () => {
    deepEqual(seen({ ...packages, ...(yaml === null ? {} : { 'pnpm-workspace.yaml': yaml }) }), [['.'], findings]);
  });
}

test('no package.json in the root is no package', () => {
  deepEqual(seen({ 'pnpm-workspace.yaml': '' }), [[], []]);
});
