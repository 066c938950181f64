import test from 'node:test';
import { deepEqual } from 'node:assert/strict';
import { parseSource } from '../parse-source.ts';
import { exportsInCode } from './exports-in-code.ts';

const rows: readonly (readonly [code: string, ...exports: string[]])[] = [
  ['export const a = 1, b = () => {}; export let c;', 'a = Literal', 'b = ArrowFunctionExpression', 'c'],
  ['export function a() {} export async function* b() {}', 'a = FunctionDeclaration', 'b = FunctionDeclaration'],
  ['export declare function a(): void; export function b(x: 1): void; export function b() {}', 'b = FunctionDeclaration'],
  ['export class A {} export enum B {} export type C = 1; export interface D {} export declare class E {}', 'A', 'B', 'C', 'D', 'E'],
  ['const a = 1; export { a, a as b, a as "c d" };', 'a = Identifier', 'b = Identifier', 'c d = Identifier'],
  [
    "export { a, b as c } from './x.ts'; export * from './y.ts'; export * as d from './z.ts'; export * as 'e f' from './z.ts';",
    'a',
    'c',
    'd',
    'e f',
  ],
  ['export default class {}', 'default = ClassDeclaration'],
  ['export const { a, b } = c; export namespace N {}', ...[]],
  ['const a = 1; type B = 2; import "x";', ...[]],
];

for (const [code, ...exports] of rows) {
  test(code, () => {
    const { program } = parseSource('a.ts', code);
    const seen =
      program === null ? null : exportsInCode(program).map(({ name, value }) => (value === null ? name : `${name} = ${value.type}`));
    deepEqual(seen, exports);
  });
}

test('each export says where its name is written', () => {
  const { program } = parseSource('a.ts', 'export const a = 1;');
  deepEqual(program === null ? null : exportsInCode(program).map(({ at }) => at.start), [13]);
});
