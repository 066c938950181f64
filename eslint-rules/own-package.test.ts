import { deepEqual } from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { ownName } from './own-package.ts';
import { drawPackage } from './rule-tester.ts';

for (const [what, text, name] of [
  ['a name with a scope', '{ "name": "@repo/orders" }', { scope: '@repo', name: 'orders' }],
  ['a name without one', '{ "name": "orders" }', null],
  ['no name', '{}', null],
  ['no JSON', '{', null],
] as const) {
  test(`${what}: ${name === null ? 'nothing is said' : 'it is told in two'}`, () => {
    deepEqual(ownName(path.dirname(drawPackage({ 'package.json': text })('package.json'))), name);
  });
}

test('a folder without a package.json is called nothing', () => {
  deepEqual(ownName(drawPackage({})('src')), null);
});
