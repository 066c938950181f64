import { equal } from 'node:assert/strict';
import test from 'node:test';
import { holdsCode } from './holds-code.ts';

for (const [text, expected] of [
  ['', false],
  ['// words\n;', false],
  ["import type { A } from './a.ts';\nexport type { A };\nexport interface B { b: A }\nexport type C = B;", false],
  ["import { a } from './a.ts';\nexport { a };\nexport * from './b.ts';\nexport * as c from './c.ts';", false],
  ['declare const a: 1;\nexport declare class B {}\ndeclare enum C { D }\ndeclare module "e" {}\ndeclare function f(): void;', false],
  ['export const a = 1;', true],
  ['a();', true],
  ["'use strict';", true],
  ['export default 1;', true],
  ['export function f() {}', true],
  ['class A {}', true],
  ['enum A { B }', true],
  ['namespace A { b(); }', true],
  ['const = broken', true],
] as const) {
  test(`${JSON.stringify(text)} holds ${expected ? '' : 'no '}code`, () => equal(holdsCode('a.ts', text), expected));
}

test('the name says the language', () => {
  equal(holdsCode('a.tsx', 'type Props = { a: 1 };'), false);
  equal(holdsCode('a.jsx', 'export const a = <b>c</b>;'), true);
});
